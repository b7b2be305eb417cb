import { isPageHidden } from '../capture/unclobbered.ts';

/** Milliseconds without a change after which a page is read, and how long a page that never rests is waited for. */
const quiet = 300;
const longest = 2000;

/** Of a page's time, reading takes one part in this many at most. */
const share = 20;

/** Does work when a page rests: soon after it was asked for, when the browser is idle, never while nobody looks. */
export function createPace(work: () => void, signal: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;
  let restUntil = 0;
  let owed = false;
  const run = () => {
    since = undefined;
    if (signal.aborted) return;
    owed = isPageHidden();
    if (owed) return;
    const began = performance.now();
    work();
    const now = performance.now();
    restUntil = now + (now - began) * share;
  };
  // Not every browser tells when it is idle.
  const whenIdle = () => ('requestIdleCallback' in globalThis ? requestIdleCallback(run, { timeout: 1000 }) : run());
  const ask = (delay = quiet) => {
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(whenIdle, Math.max(0, restUntil - now, Math.min(delay, since + longest - now)));
  };
  addEventListener('visibilitychange', () => owed && !isPageHidden() && ask(), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return { ask };
}

/** Tells when the page's words may have changed; `false` ends the watch until the next call. */
export function createMutationWatch(tell: () => void, signal: AbortSignal) {
  const observer = new MutationObserver(tell);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  let watching = false;
  return (wanted: boolean): void => {
    if (wanted === watching) return;
    watching = wanted;
    if (!wanted) observer.disconnect();
    else {
      observer.observe(document, {
        childList: true,
        characterData: true,
        subtree: true,
        // What shows and hides words.
        attributeFilter: ['class', 'hidden', 'open'],
      });
    }
  };
}

/** Tells when the address changed without a new document. */
export function watchAddress(tell: () => void, signal: AbortSignal): void {
  if ('navigation' in globalThis) navigation.addEventListener('currententrychange', tell, { signal });
  for (const event of ['popstate', 'hashchange']) addEventListener(event, tell, { signal });
}
