import type { Passage } from './quote.ts';

/** As much of the surroundings as a passage keeps on each side. */
const context = 64;

/** The most that one piece of evidence holds. */
const most = { passages: 20, characters: 40_000 };

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
export function trimPassage(passage: Passage, from: number, to: number): Passage {
  const { exact, prefix, suffix, start, end } = passage;
  // Words without a place, as the browser's own viewers give them, stay without one.
  const placed = end > start;
  return {
    exact: exact.slice(from, to),
    prefix: (prefix + exact.slice(0, from)).slice(-context),
    suffix: (exact.slice(to) + suffix).slice(0, context),
    start: placed ? start + from : start,
    end: placed ? start + to : end,
  };
}

export const samePassage = (a: Passage, b: Passage): boolean =>
  a.exact === b.exact && a.start === b.start && a.prefix === b.prefix;

/**
 * Passages of one page with more of it: what is selected anew takes the place of what it overlaps, and they stand in
 * the page's order. `undefined` where that would be too much for one piece of evidence.
 */
export function joinPassages(present: readonly Passage[], more: readonly Passage[]): Passage[] | undefined {
  const overlaps = (a: Passage, b: Passage) =>
    samePassage(a, b) || (a.end > a.start && b.end > b.start && a.start < b.end && b.start < a.end);
  const kept = present.filter((old) => !more.some((one) => overlaps(old, one)));
  const all = [...kept, ...more];
  if (all.length > most.passages) return undefined;
  if (all.reduce((sum, { exact }) => sum + exact.length, 0) > most.characters) return undefined;
  return all.every(({ start, end }) => end > start) ? all.sort((a, b) => a.start - b.start) : all;
}
