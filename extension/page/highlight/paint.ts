/** A stretch of the page that is in the log. */
export interface Place {
  n: number;
  range: Range;
  /** The words that it stood on when it was found. */
  words: string;
  thread: number | null;
  proposed: boolean;
}

/** As many as there are colours; see highlight.css. */
const threads = 8;
const marked = 'goldthread-mark';

const nameOf = ({ thread, proposed }: Place) =>
  thread === null ? 'goldthread-none' : `goldthread-${thread % threads}${proposed ? '-proposed' : ''}`;

/**
 * The page's highlights. Its nodes are left as they are, and the names say nothing of the log: any script of the page
 * can read them.
 */
export function createPaint() {
  const painted = new Map<string, Highlight>();
  const clear = (name: string) => {
    // Another copy of this script may have taken the name over.
    if (CSS.highlights.get(name) === painted.get(name)) CSS.highlights.delete(name);
    painted.delete(name);
  };
  const put = (name: string, ranges: readonly Range[], priority: number) => {
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    painted.set(name, highlight);
    CSS.highlights.set(name, highlight);
  };
  return {
    /** Shows these places and no others. */
    show(places: readonly Place[]): void {
      const groups = new Map<string, Range[]>();
      for (const place of places) groups.set(nameOf(place), [...(groups.get(nameOf(place)) ?? []), place.range]);
      for (const name of [...painted.keys()]) if (!groups.has(name) && name !== marked) clear(name);
      for (const [name, ranges] of groups) put(name, ranges, 0);
    },
    /** Marks the place that was asked for. */
    mark: (ranges: readonly Range[]): void => put(marked, ranges, 1),
    unmark: (): void => clear(marked),
    clear(): void {
      for (const name of [...painted.keys()]) clear(name);
    },
  };
}
