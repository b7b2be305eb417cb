/**
 * What can be worked out of figures that add up over time: an autumn is what a year has more than its spring and summer.
 * Every figure is the difference of a running count at two moments, which never falls; what is told of figures bounds
 * that count, and the bounds of a figure that is withheld are shortest paths between its two moments. They are exact.
 */

/** A stretch of time, in whole months: from the first one to the one after the last. */
export interface Span {
  from: number;
  to: number;
}

/** A figure that was told. */
export type Shown = Span & { value: number };

/**
 * A figure that was not. `few`: everyone knows that it is from 1 to 5, since that is why it is withheld. `unknown`:
 * nobody gave it, and it is only given away where what it comes to is from 1 to 5.
 */
export type Hidden = Span & { few: boolean; unknown?: boolean };

/** So many values must stay possible for a figure that is withheld. */
export const leastPossible = 3;

const fewest = { least: 1, most: 5 } as const;

/** The running count at one moment is at most so much more than at another. */
interface Bound {
  a: number;
  b: number;
  most: number;
}

/** For each figure that is withheld, whether what is told gives it away. */
export function givenAway(shown: readonly Shown[], hidden: readonly Hidden[]): boolean[] {
  const told = shown.flatMap(({ from, to, value }): Bound[] => [
    { a: from, b: to, most: value },
    { a: to, b: from, most: -value },
  ]);
  const moments = [...new Set([...shown, ...hidden].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const rising = moments.slice(1).map((moment, i): Bound => ({ a: moment, b: moments[i] ?? 0, most: 0 }));
  const plain = [...told, ...rising];
  // Figures that do not add up (a pupil is counted once a year, however many terms they were away) bound nothing; that
  // they are told side by side may still be too much.
  if (!adds(moments, plain)) return hidden.map((cell) => !cell.unknown && joined(shown, cell));
  const few = hidden.filter((cell) => cell.few);
  const sources = [plain, knowing(moments, plain, few)];
  return hidden.map(({ from, to, unknown }) =>
    sources.some((bounds) => {
      const most = furthest(moments, bounds, from).get(to) ?? Infinity;
      const least = -(furthest(moments, bounds, to).get(from) ?? Infinity);
      if (unknown && (least > fewest.most || most < fewest.least)) return false;
      return most - least < leastPossible - 1;
    }),
  );
}

/** What is known besides where these figures are few; a figure that cannot be is none of them. */
function knowing(moments: readonly number[], plain: readonly Bound[], few: readonly Span[]): readonly Bound[] {
  let bounds = plain;
  for (const { from, to } of few) {
    const more = [...bounds, { a: from, b: to, most: fewest.most }, { a: to, b: from, most: -fewest.least }];
    if (adds(moments, more)) bounds = more;
  }
  return bounds;
}

/** By how much the count can be more at each moment than at one: shortest paths (Bellman and Ford). */
function furthest(moments: readonly number[], bounds: readonly Bound[], start: number): Map<number, number> {
  const most = new Map(moments.map((moment) => [moment, moment === start ? 0 : Infinity]));
  for (let round = 0; round < moments.length; round++) if (!nearer(most, bounds)) break;
  return most;
}

/** Whether any bound brings a moment nearer; brings it there. */
function nearer(most: Map<number, number>, bounds: readonly Bound[]): boolean {
  let changed = false;
  for (const { a, b, most: by } of bounds) {
    const reached = (most.get(a) ?? Infinity) + by;
    if (reached >= (most.get(b) ?? Infinity) - 1e-9) continue;
    most.set(b, reached);
    changed = true;
  }
  return changed;
}

/** Whether any count fits these bounds at all. */
function adds(moments: readonly number[], bounds: readonly Bound[]): boolean {
  const most = new Map(moments.map((moment) => [moment, 0]));
  for (let round = 0; round <= moments.length; round++) if (!nearer(most, bounds)) return true;
  return false;
}

/** Whether figures that were told lead from the beginning of one to its end. */
function joined(shown: readonly Shown[], { from, to }: Span): boolean {
  const reached = new Set([from]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const one of shown) {
      if (reached.has(one.from)) reached.add(one.to);
      if (reached.has(one.to)) reached.add(one.from);
    }
  }
  return reached.has(to);
}
