/** How much of the surroundings is kept on each side of a quote, in UTF-16 code units. */
const context = 64;

/** W3C Web Annotation's TextQuoteSelector and TextPositionSelector of one passage, in one object. */
export interface Passage {
  exact: string;
  prefix: string;
  suffix: string;
  /** Offsets into the page's text when it was clipped: a hint, never the truth. */
  start: number;
  end: number;
}

/** A passage as others may give it: the words, and of the rest as much as there is. */
export type Selector = Pick<Passage, 'exact'> & Partial<Passage>;

const isHigh = (code: number) => (code & 0xfc00) === 0xd800;
const isLow = (code: number) => (code & 0xfc00) === 0xdc00;

/**
 * Describes the passage from `start` to `end` (UTF-16 code units) of a text, so that it can be found again. Offsets
 * outside the text are taken to its ends. No character of the surroundings is cut in half.
 */
export function describe(text: string, start: number, end: number): Passage {
  const within = (offset: number) => Math.min(text.length, Math.max(0, Math.trunc(offset) || 0));
  const from = within(start);
  const to = Math.max(from, within(end));
  let first = Math.max(0, from - context);
  let last = Math.min(text.length, to + context);
  if (first > 0 && first < from && isLow(text.charCodeAt(first)) && isHigh(text.charCodeAt(first - 1))) first++;
  if (last > to && isHigh(text.charCodeAt(last - 1)) && isLow(text.charCodeAt(last))) last--;
  return {
    exact: text.slice(from, to),
    prefix: text.slice(first, from),
    suffix: text.slice(to, last),
    start: from,
    end: to,
  };
}

/** Whether a selector says what stood on both sides; at a page's ends it says that there was nothing. */
export const isSurrounded = ({ prefix, suffix }: Selector): boolean =>
  [prefix, suffix].every((side) => typeof side === 'string');

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const offsetIn = (value: unknown, other: number): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : other;

/** A selector with everything that it lacks, or has in another shape, as if it were not known. */
export function wholePassage(selector: Selector): Passage {
  const { exact, prefix, suffix, start, end }: { [name in keyof Passage]?: unknown } = selector ?? {};
  const words = wordsIn(exact);
  const from = offsetIn(start, 0);
  return {
    exact: words,
    prefix: wordsIn(prefix),
    suffix: wordsIn(suffix),
    start: from,
    end: offsetIn(end, from + words.length),
  };
}
