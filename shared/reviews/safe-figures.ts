import { periodLabel } from '../priorities/period.ts';
import { figureText } from '../priorities/progress-words.ts';
import { smallNumber } from '../priorities/small-numbers.ts';
import { changeAt } from './change-key.ts';
import type { Change, Earlier } from './disclosure.ts';
import { withValue } from './pointer.ts';
import type { PublicIndicator, PublicReview } from './public-review.ts';
import type { Draft } from './summarise.ts';
import type { Cell } from './summarise-figures.ts';

/** Withholds figures of few pupils; then says what all schools together come to, where every figure of it is told. */
export function safeFigures(draft: Draft, _earlier: readonly Earlier[]): { review: PublicReview; changes: Change[] } {
  const changes: Change[] = [];
  let { review } = draft;
  for (const cell of draft.cells) {
    if (!isWithheld(cell) || cell.value === 'suppressed' || typeof cell.value !== 'number') continue;
    review = withValue(review, cell.at, 'withheld');
    const before = figureText(cell.value, cell.unit);
    changes.push(changeAt(cell.at, { what: 'withheld', where: whereOf(review, cell), before }));
  }
  return { review: withTotals(review), changes };
}

/** Whether a figure is of so few pupils that it is withheld, or was never public where it was taken from. */
export const isWithheld = (cell: Cell): boolean =>
  cell.restricted ||
  cell.value === 'suppressed' ||
  (typeof cell.value === 'number' && smallNumber({ ...cell, value: cell.value }) === 'withhold');

/** Which figure it is, in words. */
export function whereOf({ what, schools }: PublicReview, { at, urns, period }: Cell): string {
  const [, , p = '', , i = ''] = at.split('/');
  const indicator = what[Number(p)]?.indicators[Number(i)];
  const school = schools.find(({ urn }) => urns.includes(urn));
  return `${indicator?.name}: ${school?.name}, ${periodLabel(period)}`;
}

type Totals = NonNullable<PublicIndicator['totals']>;

/** Totals of counts, only where they tell nothing that is not told already: every figure of the period is there. */
const withTotals = (review: PublicReview): PublicReview => ({
  ...review,
  what: review.what.map((priority) => ({ ...priority, indicators: priority.indicators.map(totalled) })),
});

function totalled(indicator: PublicIndicator): PublicIndicator {
  if (indicator.unit !== 'count' || indicator.schools.length < 2) return indicator;
  const periods = new Map<string, (number | string)[]>();
  for (const { points } of indicator.schools)
    for (const { period, value } of points) periods.set(period, [...(periods.get(period) ?? []), value]);
  const totals = [...periods].flatMap(([period, values]): Totals => {
    if (values.length < 2 || values.includes('series-break')) return [];
    const numbers = values.filter((value) => typeof value === 'number');
    if (values.includes('withheld')) return [{ period, value: 'withheld', schools: values.length }];
    return [{ period, value: numbers.reduce((sum, value) => sum + value, 0), schools: numbers.length }];
  });
  return totals.length > 0 ? { ...indicator, totals } : indicator;
}
