import type { Earlier } from './disclosure.ts';

/** What earlier editions told of a school on an indicator. */
export interface EarlierFigures {
  /** The newest number of each period. */
  numbers: Map<string, number>;
  /** Periods of which they said that the figure is withheld. */
  withheld: Set<string>;
}

/** Reads what earlier editions told of a school on an indicator. */
export function earlierFigures(
  editions: readonly Earlier[],
): (indicator: string, urns: readonly string[]) => EarlierFigures {
  const byTime = [...editions].sort((a, b) => a.frozen.published - b.frozen.published);
  return (indicator, urns) => {
    const told: EarlierFigures = { numbers: new Map(), withheld: new Set() };
    for (const { frozen, uses } of byTime) {
      // An indicator may be called otherwise by now: where its name stands says which it is.
      const places = uses.filter(({ ref, at }) => ref.id === indicator && at.endsWith('/name'));
      for (const { at } of places) {
        const [, , p = '', , i = ''] = at.split('/');
        for (const { urn, points } of frozen.what[Number(p)]?.indicators[Number(i)]?.schools ?? []) {
          if (!urns.includes(urn)) continue;
          for (const { period, value } of points) {
            if (typeof value === 'number') told.numbers.set(period, value);
            else if (value === 'withheld') told.withheld.add(period);
          }
        }
      }
    }
    return told;
  };
}
