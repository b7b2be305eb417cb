import type { Passage } from './quote.ts';

/** As much of the surroundings as a passage keeps on each side. */
const context = 64;

/** Where each word of a text begins and ends; where words have no spaces between them, as the language has them. */
export function wordsOf(text: string): { from: number; to: number }[] {
  const spaced = Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({ from: index, to: index + word.length }));
  if (spaced.length > 1 || text.length < 30) return spaced;
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.slice(0, 5000));
  const parts = Array.from(segments, ({ segment, index }) => ({ from: index, to: index + segment.length }));
  const last = parts.at(-1);
  if (last) last.to = text.length;
  return parts;
}

/** The part of a passage from `from` to `to` of its own words, described as if it had been selected so. */
export function trimPassage<P extends Passage>(passage: P, from: number, to: number): P {
  const { exact, prefix, suffix, start, end } = passage;
  // Words without a place, as the browser's own viewers give them, stay without one.
  const placed = end > start;
  return {
    ...passage,
    exact: exact.slice(from, to),
    prefix: (prefix + exact.slice(0, from)).slice(-context),
    suffix: (exact.slice(to) + suffix).slice(0, context),
    start: placed ? start + from : start,
    end: placed ? start + to : end,
  };
}
