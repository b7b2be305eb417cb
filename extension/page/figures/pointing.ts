import { hearExtension, isConnected, sayToExtension, type ToPage } from '../../platform/messages.ts';
import { closestTo } from '../capture/unclobbered.ts';
import { rightClicked } from '../highlight/right-click.ts';
import { findIn } from './dom.ts';
import { createOutline, nearest } from './outline.ts';
import { createReader } from './told.ts';

/** Where figures stand: data cells, key statistics, what a term says, charts that hold their points. */
const places = 'td, [data-testid$="-statistic"], dd, canvas.js-chart[data-chart]';
const layout = '[role="presentation"], [role="none"]';

/** A person points at figures in this document. */
export interface Pointing {
  figures: number;
  stop(): void;
}

const keys: { [key: string]: ToPage['point']['to'] | undefined } = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'take',
  Escape: 'end',
};

/**
 * Outlines the figure at which a person points, by mouse or by keys, and tells what they take. The page's own doings
 * are held back only where a figure is clicked.
 */
export function startPointing(): Pointing {
  const ending = new AbortController();
  const { signal } = ending;
  const outline = createOutline(signal);
  const reader = createReader();
  let at: Element | undefined;

  const isPlace = (one: Element) => {
    const table = closestTo(one, 'table');
    return !table || closestTo(table, layout) !== table;
  };
  const placeOf = (target: unknown) => {
    const found = target instanceof Element ? closestTo(target, places) : null;
    return found && isPlace(found) ? found : undefined;
  };
  const all = () => findIn(document, places).filter(isPlace);
  const stop = (tell = false) => {
    if (signal.aborted) return;
    ending.abort();
    if (tell) void sayToExtension('figuresLeft', {});
  };
  const goTo = (element: Element | undefined) => {
    if (element === at) return;
    at = element;
    outline.around(element);
    const told = element && reader.told(element, 'at');
    if (told) void sayToExtension('figure', told);
  };
  const take = (whole: boolean) => {
    const told = at && (whole ? reader.toldTable(at) : reader.told(at, 'taken'));
    if (!told) return false;
    void sayToExtension('figure', told);
    stop();
    return true;
  };
  const takeClicked = () => {
    goTo(placeOf(rightClicked()));
    if (!take(false)) void sayToExtension('figureMissed', {});
  };
  const move = (to: 'left' | 'right' | 'up' | 'down') => {
    const among = all();
    const next = at ? nearest(at, among, to) : among.find((one) => reader.told(one, 'at'));
    if (!next) return;
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    goTo(next);
  };
  const doIt = (to: ToPage['point']['to']) => {
    if (!isConnected()) stop();
    else if (to === 'end') stop(true);
    else if (to === 'take' || to === 'table') take(to === 'table');
    else if (to === 'clicked') takeClicked();
    else move(to);
  };

  hearExtension({ point: ({ to }) => doIt(to) }, signal);
  addEventListener(
    'mousemove',
    (event) => {
      // What lies between two figures keeps the one that was pointed at.
      const found = event.isTrusted ? placeOf(event.target) : undefined;
      if (found) goTo(found);
    },
    { signal, capture: true, passive: true },
  );
  for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const) {
    addEventListener(
      name,
      (event) => {
        const found = event.isTrusted ? placeOf(event.target) : undefined;
        if (!found) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (name !== 'click') return;
        goTo(found);
        take(false);
      },
      { signal, capture: true },
    );
  }
  addEventListener(
    'keydown',
    (event) => {
      const to = event.isTrusted && !event.ctrlKey && !event.metaKey && !event.altKey ? keys[event.key] : undefined;
      if (!to) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      doIt(to);
    },
    { signal, capture: true },
  );
  const watch = new MutationObserver(() => reader.forget());
  watch.observe(document, { childList: true, subtree: true, characterData: true });
  signal.addEventListener('abort', () => watch.disconnect(), { once: true });
  return { figures: all().length, stop: () => stop() };
}
