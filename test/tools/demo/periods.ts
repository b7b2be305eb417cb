import { type Period, periodRange } from '../../../shared/priorities/period.ts';

/** How often there is a figure: once a year for the whole year or for a part of it, or each term. */
export type Rhythm = 'year' | 'autumn' | 'autumn-spring' | 'term';

const periodsIn = (year: number, rhythm: Rhythm): Period[] => {
  if (rhythm === 'year') return [`ay:${year}`];
  const terms = rhythm === 'term' ? ['autumn', 'spring', 'summer'] : [rhythm];
  return terms.map((term) => `term:${year}:${term}`);
};

/**
 * Tells periods from the day on which the demo begins (ISO 8601): 0 is the last that had ended by then, 1 the next one.
 */
export function periodsFrom(begun: string, rhythm: Rhythm): (index: number) => Period {
  const year = Number(begun.slice(0, 4));
  const all = Array.from({ length: 12 }, (_, i) => periodsIn(year - 3 + i, rhythm)).flat();
  const first = all.findLastIndex((period) => periodRange(period).end < begun);
  return (index) => {
    const period = all[first + index];
    if (!period) throw new RangeError(`The demo knows no period ${index} of ${rhythm}`);
    return period;
  };
}
