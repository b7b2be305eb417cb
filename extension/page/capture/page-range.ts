import type { PageText } from './page-text.ts';

/** The stretch of the document that a stretch of the page's text came from; `undefined` where it came from none. */
export function rangeOf({ pieces }: PageText, start: number, end: number): Range | undefined {
  // The piece that holds a character: the last that begins at or before it.
  const holding = (at: number) => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  // Breaks between blocks belong to no node: they are left out at both ends.
  let first = holding(start);
  const before = pieces[first];
  if (!before || start >= before.at + before.length) first++;
  const from = pieces[first];
  const to = pieces[holding(end - 1)];
  if (!from || !to || from.at >= end || to.at + to.length <= start) return undefined;
  const range = new Range();
  try {
    range.setStart(from.node, from.from + Math.max(0, start - from.at));
    range.setEnd(to.node, to.from + Math.min(to.length, end - to.at));
  } catch {
    // The page changed while it was read.
    return undefined;
  }
  return range;
}
