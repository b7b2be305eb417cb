import { comparePeriods } from '../priorities/period.ts';
import type { PublicIndicator } from './public-review.ts';

type Totals = NonNullable<PublicIndicator['totals']>;

/**
 * What all schools together come to, for counts. A total says nothing that its figures do not say: where one of them is
 * withheld, it is too, so that nothing can be worked out of totals, in whatever editions they stand.
 */
export function totalled({ unit, schools }: Pick<PublicIndicator, 'unit' | 'schools'>): Totals {
  if (unit !== 'count' || schools.length < 2) return [];
  const periods = new Map<string, (number | string)[]>();
  for (const { points } of schools)
    for (const { period, value } of points) periods.set(period, [...(periods.get(period) ?? []), value]);
  const totals = [...periods].flatMap(([period, values]): Totals => {
    if (values.length < 2 || values.includes('series-break')) return [];
    const numbers = values.filter((value) => typeof value === 'number');
    if (values.includes('withheld')) return [{ period, value: 'withheld', schools: values.length }];
    return numbers.length < 2 ? [] : [{ period, value: numbers.reduce((a, b) => a + b, 0), schools: numbers.length }];
  });
  return totals.sort((a, b) => comparePeriods(a.period, b.period)).slice(-60);
}
