import { type Grams, rolled, slotOf, type Work } from './quote-grams.ts';

/** A run of equal letters: from `at` in the text, from `from` in the pattern. */
export interface Run {
  at: number;
  from: number;
  length: number;
}

/** A part of the text beside a part of the pattern. */
export interface Area {
  textStart: number;
  textEnd: number;
  start: number;
  end: number;
}

/** Runs in the order of both texts, and what is left of their letters when the leaps between them are paid. */
export interface Chain {
  runs: Run[];
  score: number;
}

const mostRuns = 160;
const mostFound = 4096;

/** What it costs to go from one diagonal to another. */
const leap = (distance: number): number => (distance === 0 ? 0 : 1 + Math.min(11, distance / 8));

/** Every run of equal letters of an area that is at least as long as a gram; the longest, where there are too many. */
function runsIn(text: Uint16Array, pattern: Uint16Array, grams: Grams, area: Area, work: Work): Run[] {
  const { size, heads, keys, next, shift } = grams;
  const { textStart, textEnd, start, end } = area;
  const mostLetters = 64 * (mostFound + end - start);
  let runs: Run[] = [];
  let least = size;
  let letters = 0;
  let key = 0;
  for (let i = textStart; i < textEnd; i++) {
    key = rolled(key, text[i] as number, size);
    if (i - textStart < size - 1) continue;
    for (
      let following = heads[slotOf(key, shift)] as number;
      following !== 0;
      following = next[following - 1] as number
    ) {
      work.steps++;
      const last = following - 1;
      const from = last - size + 1;
      const at = i - size + 1;
      if (keys[last] !== key || from < start || last >= end) continue;
      // Only where a run begins.
      if (at > textStart && from > start && text[at - 1] === pattern[from - 1]) continue;
      let length = 0;
      while (from + length < end && at + length < textEnd && text[at + length] === pattern[from + length]) length++;
      letters += length;
      if (length >= least) runs.push({ at, from, length });
      if (runs.length < mostFound && letters < mostLetters) continue;
      runs = longest(runs);
      least = Math.max(least, ...runs.slice(-1).map((shortest) => shortest.length + 1));
      if (letters < mostLetters) continue;
      work.steps += letters;
      return runs;
    }
  }
  work.steps += textEnd - textStart + letters;
  return longest(runs);
}

const longest = (runs: Run[]): Run[] =>
  runs.length <= mostRuns ? runs : runs.sort((a, b) => b.length - a.length).slice(0, mostRuns);

/**
 * The best chain of runs in an area. With `before` it must end towards a run that begins at the area's end, with
 * `after` it goes on from one that ends at the area's beginning: a leap away from there is paid, too.
 */
export function chainIn(
  text: Uint16Array,
  pattern: Uint16Array,
  grams: Grams,
  area: Area,
  work: Work,
  { anchor, borders = [] }: { anchor?: 'before' | 'after'; borders?: readonly number[] } = {},
): Chain {
  const runs = runsIn(text, pattern, grams, area, work).sort((a, b) => a.at - b.at || a.from - b.from);
  const scores = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  let best = -1;
  let bestScore = 0;
  for (let k = 0; k < runs.length; k++) {
    const { at, from, length } = runs[k] as Run;
    let score = length - (anchor === 'after' ? leap(Math.abs(at - from - area.textStart + area.start)) : 0);
    for (let p = 0; p < k; p++) {
      const earlier = runs[p] as Run;
      const overlap = Math.max(0, earlier.at + earlier.length - at, earlier.from + earlier.length - from);
      if (overlap >= length || earlier.from >= from || earlier.at >= at) continue;
      const cost = leap(Math.abs(at - from - earlier.at + earlier.from));
      const reached = (scores[p] as number) + length - overlap - cost;
      if (reached > score) {
        score = reached;
        previous[k] = p;
      }
    }
    scores[k] = score;
    const final = score - (anchor === 'before' ? leap(Math.abs(at - from - area.textEnd + area.end)) : 0);
    if (final > bestScore) {
      bestScore = final;
      best = k;
    }
  }
  work.steps += runs.length * runs.length;
  const chain: Run[] = [];
  for (let k = best; k >= 0; k = previous[k] as number) {
    const run = { ...(runs[k] as Run) };
    const later = chain.at(-1);
    if (later) part(run, later, borders);
    chain.push(run);
  }
  return { runs: chain.reverse(), score: bestScore };
}

/**
 * Where two runs overlap, each letter belongs to one of them. A border of the pattern within parts them, so that a
 * quote is not torn because its last letter is also the last before where its surroundings went; else the later has all.
 */
function part(earlier: Run, later: Run, borders: readonly number[]): void {
  const end = earlier.from + earlier.length;
  const overlap = Math.max(0, earlier.at + earlier.length - later.at, end - later.from);
  const border = borders.find((position) => position <= end && position > later.from && position >= end - overlap);
  const kept = border === undefined ? 0 : overlap - (end - border);
  earlier.length -= overlap - kept;
  later.at += kept;
  later.from += kept;
  later.length -= kept;
}
