import type { Earlier } from './change.ts';
import { valueAt } from './pointer.ts';
import type { PublicIndicator } from './public-review.ts';

/** What earlier editions told of a school on an indicator. */
export interface EarlierFigures {
  /** The newest number of each period. */
  numbers: Map<string, number>;
  /** Periods of which they said that the figure is withheld, each with the id of its reading. */
  withheld: Map<string, string>;
}

/** Reads what earlier editions told of a school on an indicator. */
export function earlierFigures(
  editions: readonly Earlier[],
): (indicator: string, urns: readonly string[]) => EarlierFigures {
  const byTime = [...editions].sort((a, b) => a.frozen.published - b.frozen.published);
  return (indicator, urns) => {
    const told: EarlierFigures = { numbers: new Map(), withheld: new Map() };
    for (const { frozen, uses } of byTime) {
      // An indicator may be called otherwise by now: where its name stands says which it is.
      const places = uses.filter(({ ref, at }) => ref.id === indicator && at.endsWith('/name'));
      for (const place of places) {
        const indicator = place.at.slice(0, -'/name'.length);
        const schools = (valueAt(frozen, `${indicator}/schools`) ?? []) as PublicIndicator['schools'];
        for (const [i, { urn, points }] of schools.entries()) {
          if (!urns.includes(urn)) continue;
          for (const [j, { period, value }] of points.entries()) {
            const at = `${indicator}/schools/${i}/points/${j}/value`;
            if (typeof value === 'number') told.numbers.set(period, value);
            else if (value === 'withheld') told.withheld.set(period, uses.find((use) => use.at === at)?.ref.id ?? '');
          }
        }
      }
    }
    return told;
  };
}
