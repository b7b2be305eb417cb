import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * Pixels above and below what is seen: in `near` rows are always there, for the next Tab or turn of the wheel; they
 * come as far as `margin` and go beyond `far`. Between them nothing moves, so that a row that grows as it comes cannot
 * drive others away and them it.
 */
const reach = { near: 400, margin: 800, far: 1600 };
/** Rows come and go so many at a time. */
const step = 4;
/** So many rows on either side of the one that has the focus. */
const nearby = 2;
/** Pixels that a row is taken to have before any was measured. */
const firstGuess = 160;
/** What a person has opened in a row, or is at: such a row stays, however far away. */
const inUse = ':focus-within, :has(form, [aria-expanded="true"])';

/** A row that is there: which one, and how many pixels above it stand for rows that are not. */
export interface ShownRow {
  i: number;
  key: string;
  gap: number;
}

export interface ListWindow {
  shown: ShownRow[];
  /** Pixels that stand for the rows below the last one. */
  after: number;
  /** Pixels for a row that has not come yet. */
  sizeOf(key: string): number;
  /** Shows a row and gives it the focus. */
  goTo(key: string): void;
}

/**
 * Only those rows of a long list that are near what is seen, of whatever height, in a document that scrolls as a whole.
 * Each child of `box` has its key as `data-key` and its row as its one child; `:scope > ::before` of a child is as high
 * as the custom property `--gap` says. The browser's own scroll anchoring keeps what is read in its place while rows
 * above it come, go and are measured: gaps are made of pseudo-elements, since a change of an ancestor's own height or
 * margin would switch it off (CSS Scroll Anchoring 1, section 2.4).
 */
export function useWindow(keys: readonly string[], box: RefObject<HTMLElement | null>): ListWindow {
  const [span, setSpan] = useState<{ from: number; to: number; held: readonly string[] }>({ from: 0, to: 8, held: [] });
  const [, measuredAgain] = useState({});
  const measures = useRef({ sizes: new Map<string, number>(), guess: firstGuess, width: 0 }).current;
  const wanted = useRef<string | undefined>(undefined);
  const layout = useRef<Layout | undefined>(undefined);
  if (layout.current?.keys !== keys) layout.current = undefined;
  layout.current ??= layOut(keys, measures);

  const place = () => {
    const list = box.current;
    // Behind another tab it has no place.
    if (!list?.offsetParent) return;
    const { tops, places } = layout.current ?? layOut(keys, measures);
    const top = -list.getBoundingClientRect().top;
    const within = (pixels: number) => ({
      from: Math.floor(rowAt(tops, top - pixels) / step) * step,
      to: Math.ceil((rowAt(tops, top + innerHeight + pixels) + 1) / step) * step,
    });
    const [near, far] = [within(reach.near), within(reach.far)];
    const held = new Set<string>();
    for (const row of list.children) {
      const { key } = (row as HTMLElement).dataset;
      if (!key || !row.matches(inUse)) continue;
      const i = places.get(key) ?? 0;
      // Those beside it too, where the next Tab goes.
      const beside = row.matches(':focus-within') ? keys.slice(Math.max(0, i - nearby), i + nearby + 1) : [key];
      for (const one of beside) held.add(one);
    }
    setSpan((before) => {
      const fits = covers(before, near) && covers(far, before);
      const next = { ...(fits ? before : within(reach.margin)), held: [...held] };
      return sameSpan(before, next) ? before : next;
    });
  };
  const placing = useRef(place);
  placing.current = place;

  const watch = useRef<ResizeObserver | undefined>(undefined);
  useEffect(() => {
    const gone = new AbortController();
    const again = () => placing.current();
    addEventListener('scroll', again, { passive: true, signal: gone.signal });
    box.current?.addEventListener('focusin', again, { signal: gone.signal });
    addEventListener('resize', again, { passive: true, signal: gone.signal });
    // What stands above the list grows and shrinks too.
    const whole = new ResizeObserver(again);
    whole.observe(document.body);
    watch.current = new ResizeObserver((seen) => {
      let changed = false;
      for (const { target, borderBoxSize } of seen) {
        const key = target.parentElement?.dataset.key;
        const size = borderBoxSize[0]?.blockSize ?? 0;
        if (!key || size === 0 || Math.abs((measures.sizes.get(key) ?? 0) - size) < 0.5) continue;
        const width = borderBoxSize[0]?.inlineSize ?? 0;
        // At another width every height is another.
        if (Math.abs(width - measures.width) > 1) measures.sizes.clear();
        measures.width = width;
        measures.sizes.set(key, size);
        changed = true;
      }
      if (!changed) return;
      if (measures.guess === firstGuess && measures.sizes.size >= step) {
        measures.guess = [...measures.sizes.values()].reduce((sum, size) => sum + size, 0) / measures.sizes.size;
      }
      layout.current = undefined;
      measuredAgain({});
    });
    return () => {
      gone.abort();
      whole.disconnect();
      watch.current?.disconnect();
    };
  }, []);

  const observed = useRef(new Set<Element>()).current;
  useEffect(() => {
    const rows = new Set([...(box.current?.children ?? [])].flatMap((item) => item.firstElementChild ?? []));
    for (const row of observed) {
      if (rows.has(row)) continue;
      watch.current?.unobserve(row);
      observed.delete(row);
    }
    for (const row of rows) {
      if (observed.has(row)) continue;
      watch.current?.observe(row);
      observed.add(row);
    }
  });
  useLayoutEffect(() => {
    place();
    const { current: key } = wanted;
    const row = key && box.current?.querySelector<HTMLElement>(`:scope > [data-key="${CSS.escape(key)}"] > *`);
    const article = row ? row.querySelector<HTMLElement>('article') : undefined;
    if (!row || !article) return;
    wanted.current = undefined;
    row.scrollIntoView({ block: 'start' });
    article.tabIndex = -1;
    article.focus({ preventScroll: true });
  });

  const { tops, places } = layout.current;
  const indexes = new Set<number>();
  for (let i = Math.min(span.from, keys.length); i < Math.min(span.to, keys.length); i++) indexes.add(i);
  for (const key of [...span.held, ...(wanted.current ? [wanted.current] : [])]) {
    const i = places.get(key);
    if (i !== undefined) indexes.add(i);
  }
  let end = 0;
  const shown = [...indexes]
    .sort((a, b) => a - b)
    .map((i) => {
      const gap = (tops[i] as number) - end;
      end = tops[i + 1] as number;
      return { i, key: keys[i] as string, gap };
    });
  return {
    shown,
    after: (tops[keys.length] as number) - end,
    sizeOf: (key) => measures.sizes.get(key) ?? measures.guess,
    goTo(key) {
      wanted.current = key;
      measuredAgain({});
    },
  };
}

/** Where each row begins, in pixels from the first; the last is where the list ends. */
interface Layout {
  keys: readonly string[];
  tops: Float64Array;
  places: Map<string, number>;
}

function layOut(keys: readonly string[], { sizes, guess }: { sizes: Map<string, number>; guess: number }): Layout {
  const tops = new Float64Array(keys.length + 1);
  const places = new Map<string, number>();
  for (const [i, key] of keys.entries()) {
    tops[i + 1] = (tops[i] as number) + (sizes.get(key) ?? guess);
    places.set(key, i);
  }
  return { keys, tops, places };
}

/** The row at a height, or the one nearest to it. */
function rowAt(tops: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((tops[middle] as number) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

type Span = { from: number; to: number; held: readonly string[] };

type Reach = Pick<Span, 'from' | 'to'>;
const covers = (outer: Reach, inner: Reach) => outer.from <= inner.from && outer.to >= inner.to;
const sameSpan = (a: Span, b: Span) => a.from === b.from && a.to === b.to && a.held.join() === b.held.join();
