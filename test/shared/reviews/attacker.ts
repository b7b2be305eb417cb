import type { PublicReview } from '../../../shared/reviews/public-review.ts';

/** A year's terms, and the stretches of it that figures are of. */
export const stretches = {
  'term:2024:autumn': [0],
  'term:2024:spring': [1],
  'term:2024:summer': [2],
  'term:2024:autumn-spring': [0, 1],
  'ay:2024': [0, 1, 2],
} as const;
export type Stretch = keyof typeof stretches;
export const allStretches = Object.keys(stretches) as Stretch[];

export type Terms = readonly [number, number, number];

export const sumOf = (terms: Terms, stretch: Stretch): number =>
  stretches[stretch].reduce<number>((sum, term) => sum + (terms[term] ?? 0), 0);

/** The most that the attacker thinks a term may come to. */
const mostInTerm = 30;

type Told = Map<Stretch, number>;

/** Everything that editions tell of a school's counts. */
function toldOf(editions: readonly PublicReview[], urn: string): Told {
  const told: Told = new Map();
  for (const { what } of editions)
    for (const { points } of what[0]?.indicators[0]?.schools.filter((one) => one.urn === urn) ?? [])
      for (const { period, value } of points) if (typeof value === 'number') told.set(period as Stretch, value);
  return told;
}

/** Which figures of a school some edition said to be withheld. */
const saidWithheld = (editions: readonly PublicReview[], urn: string): Set<string> =>
  new Set(
    editions.flatMap(({ what }) =>
      (what[0]?.indicators[0]?.schools ?? [])
        .filter((one) => one.urn === urn)
        .flatMap(({ points }) => points.filter(({ value }) => value === 'withheld').map(({ period }) => period)),
    ),
  );

/** The values that a term may have had: the one that was told, or any. */
function choicesOf(told: Told, term: Stretch): number[] {
  const known = told.get(term);
  return known === undefined ? Array.from({ length: mostInTerm + 1 }, (_, i) => i) : [known];
}

/** Every year that a school may have had: it fits what is told, and figures that are known to be small are 1 to 5. */
function yearsOf(told: Told, small: readonly Stretch[]): Terms[] {
  const fits = (terms: Terms) =>
    [...told].every(([stretch, value]) => sumOf(terms, stretch) === value) &&
    small.every((stretch) => sumOf(terms, stretch) >= 1 && sumOf(terms, stretch) <= 5);
  const [autumns, springs, summers] = allStretches.slice(0, 3).map((term) => choicesOf(told, term));
  const found: Terms[] = [];
  for (const autumn of autumns ?? [])
    for (const spring of springs ?? [])
      for (const summer of summers ?? []) if (fits([autumn, spring, summer])) found.push([autumn, spring, summer]);
  return found;
}

/** A total that says more than the figures in it: what it leaves for those that are withheld. */
interface Leaves {
  stretch: Stretch;
  urns: string[];
  sum: number;
}

function leavesOf(editions: readonly PublicReview[]): Leaves[] {
  return editions.flatMap(({ what }) => {
    const indicator = what[0]?.indicators[0];
    return (indicator?.totals ?? []).flatMap(({ period, value }): Leaves[] => {
      if (typeof value !== 'number') return [];
      const its = (indicator?.schools ?? []).flatMap(({ urn, points }) =>
        points.filter((point) => point.period === period).map((point) => ({ urn, value: point.value })),
      );
      const urns = its.filter((one) => one.value === 'withheld').map(({ urn }) => urn);
      const rest = its.reduce((sum, one) => sum + (typeof one.value === 'number' ? one.value : 0), 0);
      return [{ stretch: period as Stretch, urns, sum: value - rest }];
    });
  });
}

/**
 * What somebody can work out who keeps every edition, knows that each figure is what its terms come to, and even knows
 * which of those that are said to be withheld are small: for each school, each value that a secret figure may still have.
 */
export function workedOut(
  editions: readonly PublicReview[],
  secret: ReadonlyMap<string, readonly Stretch[]>,
): Map<string, Map<Stretch, Set<number>>> {
  const years = new Map(
    [...secret].map(([urn, its]) => {
      if (its.length === 0) return [urn, []];
      const said = saidWithheld(editions, urn);
      const small = its.filter((stretch) => said.has(stretch));
      return [urn, yearsOf(toldOf(editions, urn), small)];
    }),
  );
  // Each total in turn: a school's year stays possible where the others that are withheld can make up the rest.
  for (const { stretch, urns, sum } of leavesOf(editions)) {
    for (const urn of urns) {
      const others = urns
        .filter((one) => one !== urn)
        .map((one) => (years.get(one) ?? []).map((year) => sumOf(year, stretch)));
      let sums = new Set([0]);
      for (const values of others) sums = new Set([...sums].flatMap((one) => values.map((value) => one + value)));
      years.set(
        urn,
        (years.get(urn) ?? []).filter((year) => sums.has(sum - sumOf(year, stretch))),
      );
    }
  }
  return new Map(
    [...secret].map(([urn, its]) => [
      urn,
      new Map(its.map((stretch) => [stretch, new Set((years.get(urn) ?? []).map((year) => sumOf(year, stretch)))])),
    ]),
  );
}
