import { browser } from 'wxt/browser';
import { hearPages, type PlaceState, sayToPage } from './messages.ts';
import { readingOf } from './reader-address.ts';

/** The page beside the panel, as far as there is access to it. */
export interface Beside {
  tab: number;
  /** `undefined` where there is no access: a site that was not opened to us, or the browser's own page. */
  url?: string;
  /** The address of the tab itself, which for a file in our reader may be another. */
  address?: string | undefined;
  /** It is a file in our reader: what tells it from others, once that is known. */
  inReader?: { fingerprint: string | undefined };
  /** Whether access to its site stays; else it ends when the reader goes on. */
  lasting: boolean;
  /** What each of its frames told: where it is, and what it holds of its entries. */
  frames: ReadonlyMap<number, { url: string; states: ReadonlyMap<number, PlaceState> }>;
  /** The entry at which the reader points in the page. */
  pointing: number | null;
}

/** The match pattern of an address's site. */
function siteOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? `${parsed.protocol}//${parsed.hostname}/*` : undefined;
}

/** Whether access to an address's site stays. */
export async function isLasting(url: string): Promise<boolean> {
  const origin = siteOf(url);
  return origin !== undefined && (await browser.permissions.contains({ origins: [origin] }));
}

/** Asks the person for access to this site alone. It must be called at once in the handler of a click. */
export async function askForSite(url: string): Promise<boolean> {
  const origin = siteOf(url);
  return origin !== undefined && browser.permissions.request({ origins: [origin] });
}

/** Shows an entry's place in a page. */
export const goTo = (tab: number, n: number): Promise<void> => sayToPage(tab, 'goTo', { n });

/** Says to a page that there may be something new; `doi`: the article that the document in its outermost frame is. */
export async function lookAgain(tab: number, doi?: string): Promise<void> {
  if (doi) await sayToPage(tab, 'look', { doi }, 0);
  await sayToPage(tab, 'look', {});
}

/**
 * Follows the page beside the panel: other tabs, other pages, and what they tell. Answers with what looks again, for
 * when access may have been given of which the browser tells nobody.
 */
export function followPage(tell: (beside: Beside | undefined) => void, signal: AbortSignal): () => void {
  let beside: Beside | undefined;
  let windowId: number | undefined;
  let turn = 0;

  const set = (next: Beside | undefined) => {
    beside = next;
    if (!signal.aborted) tell(next);
  };
  /** What is in front now. What frames told stays only as long as the same page does. */
  const refresh = async () => {
    const mine = ++turn;
    windowId ??= (await browser.windows.getCurrent()).id;
    const [tab] = await browser.tabs.query({ active: true, ...(windowId !== undefined && { windowId }) });
    const reading = readingOf(tab?.url);
    const url = reading?.url ?? tab?.url;
    const lasting = reading !== undefined || (url !== undefined && (await isLasting(url)));
    if (mine !== turn || signal.aborted) return;
    if (tab?.id === undefined) return set(undefined);
    const same = beside?.tab === tab.id && beside.address === tab.url;
    const kept = same && beside ? beside : { frames: new Map(), pointing: null };
    set({
      tab: tab.id,
      address: tab.url,
      ...(url !== undefined && { url }),
      ...(reading && { inReader: { fingerprint: reading.fingerprint } }),
      lasting,
      ...('inReader' in kept && kept.inReader && { url: kept.url, inReader: kept.inReader, lasting: true }),
      frames: kept.frames,
      pointing: kept.pointing,
    });
    if (!same) await sayToPage(tab.id, 'tell', {});
  };

  const activated = () => void refresh();
  const updated = (id: number, { status, url }: { status?: string; url?: string }) => {
    if (id === beside?.tab && (status || url)) void refresh();
  };
  const granted = () => void refresh();
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  browser.permissions.onAdded.addListener(granted);
  browser.permissions.onRemoved.addListener(granted);
  signal.addEventListener(
    'abort',
    () => {
      browser.tabs.onActivated.removeListener(activated);
      browser.tabs.onUpdated.removeListener(updated);
      browser.permissions.onAdded.removeListener(granted);
      browser.permissions.onRemoved.removeListener(granted);
    },
    { once: true },
  );
  hearPages(
    {
      states({ url, states, fingerprint }, { tab, frame, reader }) {
        if (!beside || tab.id !== beside.tab) return;
        // Access may have been given just now, without any other sign of it; or the file in the reader is known now.
        const isNews = !reader && tab.url !== undefined && tab.url !== beside.url;
        if (isNews) void refresh();
        const told = { url, states: new Map(states.map(({ n, state }) => [n, state])) };
        // At the file's own address the browser may not tell us the address: our reader does.
        const shown = reader ? { url, lasting: true, inReader: { fingerprint } } : {};
        set({ ...beside, ...shown, frames: new Map(beside.frames).set(frame, told) });
      },
      pointing({ n }, { tab }) {
        if (beside && tab.id === beside.tab && n !== beside.pointing) set({ ...beside, pointing: n });
      },
    },
    signal,
  );
  void refresh();
  return () => void refresh();
}
