import { yearPair } from '../priorities/period.ts';
import { type Period, partsOf } from '../priorities/period-parts.ts';

/** What a review can be of: an academic year, or one term. */
export const isReviewPeriod = (period: string): period is Period => pathOfPeriod(period) !== undefined;

/**
 * A period in a public address: `2025-26`, `autumn-2025`, `spring-2026`, `summer-2026`, by the calendar year in which
 * the term lies. `undefined` for what a review is not of.
 */
export function pathOfPeriod(period: string): string | undefined {
  const parts = partsOf(period);
  if (parts?.kind === 'ay') return yearPair(parts.year).replace('/', '-');
  if (parts?.kind !== 'term' || parts.term === 'autumn-spring') return undefined;
  return `${parts.term}-${parts.term === 'autumn' ? parts.year : parts.year + 1}`;
}

/** The period that such a part of an address names, or `undefined` where it names none. */
export function periodOfPath(path: string): Period | undefined {
  const [first = '', second = ''] = path.split('-');
  const period = /^\d{4}$/.test(first)
    ? `ay:${first}`
    : `term:${first === 'autumn' ? second : Number(second) - 1}:${first}`;
  return pathOfPeriod(period) === path ? period : undefined;
}
