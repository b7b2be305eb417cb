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

/** Describes the passage from `start` to `end` (UTF-16 code units) of a text, so that it can be found again. */
export const describe = (text: string, start: number, end: number): Passage => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - context), start),
  suffix: text.slice(end, end + context),
  start,
  end,
});
