import type { Passage } from './quote.ts';

/** The most that one piece of evidence holds. */
const most = { passages: 20, characters: 40_000 };

export const samePassage = (a: Passage, b: Passage): boolean =>
  a.exact === b.exact && a.start === b.start && a.prefix === b.prefix;

/**
 * Passages of one page with more of it: what is selected anew takes the place of what it overlaps, and they stand in
 * the page's order. `undefined` where that would be too much for one piece of evidence.
 */
export function joinPassages<P extends Passage>(present: readonly P[], more: readonly P[]): P[] | undefined {
  const overlaps = (a: Passage, b: Passage) =>
    samePassage(a, b) || (a.end > a.start && b.end > b.start && a.start < b.end && b.start < a.end);
  const kept = present.filter((old) => !more.some((one) => overlaps(old, one)));
  const all = [...kept, ...more];
  if (all.length > most.passages) return undefined;
  if (all.reduce((sum, { exact }) => sum + exact.length, 0) > most.characters) return undefined;
  return all.every(({ start, end }) => end > start) ? all.sort((a, b) => a.start - b.start) : all;
}
