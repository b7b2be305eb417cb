import { isoDay, years } from './calendar.ts';

/**
 * When a figure is of, in one canonical text, so that two readings of one period can be told to be so:
 *
 * - `ay:2024` the academic year 2024/25, September to August
 * - `term:2024:autumn` a term of it (`autumn`, `spring`, `summer`; `autumn-spring` for both, as absence is published)
 * - `fy:2024` the financial year of maintained schools, April 2024 to March 2025
 * - `afy:2024` the financial year of academies, September 2024 to August 2025
 * - `year:2025` a calendar year · `month:2025-01` a month · `day:2025-01-16` a census or the first day of an inspection
 */
export type Period = string;

export const terms = ['autumn', 'spring', 'summer', 'autumn-spring'] as const;
export type Term = (typeof terms)[number];

/** What a period is made of. */
export interface Parts {
  kind: 'ay' | 'term' | 'fy' | 'afy' | 'year' | 'month' | 'day';
  year: number;
  term?: Term;
  month?: number;
  day?: string;
}

/** What a period is made of, or `undefined` where a text is none. */
export function partsOf(period: string): Parts | undefined {
  const found =
    /^(?:(ay|fy|afy|year):(\d{4})|(term):(\d{4}):(autumn|spring|summer|autumn-spring)|(month):(\d{4})-(\d\d)|(day):(\d{4})-(\d\d)-(\d\d))$/.exec(
      period,
    );
  if (!found) return undefined;
  const year = Number(found[2] ?? found[4] ?? found[7] ?? found[10]);
  if (year < years.least || year > years.most) return undefined;
  const kind = (found[1] ?? found[3] ?? found[6] ?? found[9]) as Parts['kind'];
  if (kind === 'term') return { kind, year, term: found[5] as Term };
  if (kind === 'month') {
    const month = Number(found[8]);
    return month >= 1 && month <= 12 ? { kind, year, month } : undefined;
  }
  if (kind === 'day') {
    const day = isoDay(year, Number(found[11]), Number(found[12]));
    return day === undefined ? undefined : { kind, year, month: Number(found[11]), day };
  }
  return { kind, year };
}

/** Whether a text is a period in its canonical form. */
export const isPeriod = (text: string): text is Period => partsOf(text) !== undefined;
