import { type Chain, chainIn, type Run } from './quote-chain.ts';
import { type Grams, gramsOf, type Work } from './quote-grams.ts';

/** A quote with its surroundings, as one run of letters. */
export interface Pattern {
  readonly codes: Uint16Array;
  /** Where in it the quote itself begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly grams: Grams;
}

/** A part of a text where a pattern may stand, with how much of it is there. */
export interface Place {
  /** Where in the text the quote begins and ends. */
  start: number;
  end: number;
  /** How many letters of the three parts of the pattern are here, in their order. */
  prefix: number;
  quote: number;
  suffix: number;
  /** All of these, less what the leaps between them cost: what places are compared by. */
  score: number;
}

export function patternOf(prefix: Uint16Array, quote: Uint16Array, suffix: Uint16Array): Pattern {
  const codes = new Uint16Array(prefix.length + quote.length + suffix.length);
  codes.set(prefix);
  codes.set(quote, prefix.length);
  codes.set(suffix, prefix.length + quote.length);
  const size = codes.length <= 500 ? 4 : codes.length <= 1500 ? 5 : 6;
  return { codes, start: prefix.length, end: prefix.length + quote.length, grams: gramsOf(codes, size) };
}

/** How far from where it should be something is looked for. */
const slack = (length: number) => 64 + Math.min(2000, length >> 1);

/** How many letters of a chain belong to a part of the pattern. */
const lettersIn = (runs: readonly Run[], start: number, end: number): number =>
  runs.reduce((sum, { from, length }) => sum + Math.max(0, Math.min(end, from + length) - Math.max(start, from)), 0);

/** The place of a quote that stands at `at`, letter for letter. */
export function exactPlace(text: Uint16Array, pattern: Pattern, at: number, work: Work): Place {
  const { codes, start, end, grams } = pattern;
  const close = at + end - start;
  const before = { textStart: Math.max(0, at - start - slack(start)), textEnd: at, start: 0, end: start };
  const rest = codes.length - end;
  const after = {
    textStart: close,
    textEnd: Math.min(text.length, close + rest + slack(rest)),
    start: end,
    end: codes.length,
  };
  const left = chainIn(text, codes, grams, before, work, { anchor: 'before' });
  const right = chainIn(text, codes, grams, after, work, { anchor: 'after' });
  return {
    start: at,
    end: close,
    prefix: lettersIn(left.runs, 0, start),
    quote: end - start,
    suffix: lettersIn(right.runs, end, codes.length),
    score: left.score + end - start + right.score,
  };
}

/** The best place near where the pattern may begin, if anything of its quote is there. */
export function nearPlace(text: Uint16Array, pattern: Pattern, from: number, work: Work): Place | undefined {
  const { codes, start, end, grams } = pattern;
  const textStart = Math.max(0, from - slack(codes.length));
  const textEnd = Math.min(text.length, from + codes.length + slack(codes.length));
  const chain = chainIn(text, codes, grams, { textStart, textEnd, start: 0, end: codes.length }, work, {
    borders: [start, end],
  });
  const quote = lettersIn(chain.runs, start, end);
  if (quote === 0) return undefined;
  return {
    start: Math.max(0, startOf(chain, start)),
    end: Math.min(text.length, endOf(chain, end)),
    prefix: lettersIn(chain.runs, 0, start),
    quote,
    suffix: lettersIn(chain.runs, end, codes.length),
    score: chain.score,
  };
}

/** Where the letter of the pattern at `position` stands in the text, or would if it were there. */
function startOf({ runs }: Chain, position: number): number {
  const next = runs.findIndex(({ from, length }) => from + length > position);
  const later = runs[next] as Run;
  const straight = later.at - (later.from - position);
  if (later.from <= position) return straight;
  const earlier = runs[next - 1];
  if (!earlier) return straight;
  const left = earlier.at + earlier.length;
  const missing = position - earlier.from - earlier.length;
  return missing === 0 ? left : Math.min(later.at, Math.max(straight, left));
}

/** Where in the text the pattern's first letters, as many as `position`, end or would. */
function endOf({ runs }: Chain, position: number): number {
  const last = runs.findLastIndex(({ from }) => from < position);
  const earlier = runs[last] as Run;
  const straight = earlier.at + (position - earlier.from);
  if (earlier.from + earlier.length >= position) return straight;
  const later = runs[last + 1];
  if (!later) return straight;
  return later.from === position ? later.at : Math.max(earlier.at + earlier.length, Math.min(straight, later.at));
}
