import { isoDay, monthNames, two, years } from './calendar.ts';

export { findPeriod, parsePeriod, periodsIn } from './period-text.ts';

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

/** The first and the last day that a period takes in, as ISO 8601. */
export interface PeriodRange {
  start: string;
  end: string;
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

interface Parts {
  kind: 'ay' | 'term' | 'fy' | 'afy' | 'year' | 'month' | 'day';
  year: number;
  term?: Term;
  month?: number;
  day?: string;
}

function partsOf(period: string): Parts | undefined {
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

/** `2024` as `2024/25`, the way that statistics write a year that begins in one year and ends in the next. */
export const yearPair = (year: number): string => `${year}/${two((year + 1) % 100)}`;

/** A period as people read it: '2024/25', 'Autumn term 2024/25', '16 January 2025'. Of none, the text as it is. */
export function periodLabel(period: Period): string {
  const parts = partsOf(period);
  if (!parts) return period;
  const { kind, year, term, month, day } = parts;
  const named = monthNames[(month ?? 1) - 1];
  if (kind === 'ay') return yearPair(year);
  if (kind === 'fy') return `Financial year ${yearPair(year)}`;
  if (kind === 'afy') return `Academies’ financial year ${yearPair(year)}`;
  if (kind === 'month') return `${named} ${year}`;
  if (kind === 'day') return `${Number(day?.slice(8))} ${named} ${year}`;
  if (kind === 'year') return String(year);
  if (term === 'autumn-spring') return `Autumn and spring terms ${yearPair(year)}`;
  return `${term?.charAt(0).toUpperCase()}${term?.slice(1)} term ${yearPair(year)}`;
}

/**
 * The days that a period takes in, both included. Terms differ from place to place: theirs are September to December,
 * January to March and April to August, so that they follow each other. Throws for what is no period.
 */
export function periodRange(period: Period): PeriodRange {
  const parts = partsOf(period);
  if (!parts) throw new RangeError(`No period: ${period}`);
  const { kind, year, term, month = 1, day } = parts;
  const next = year + 1;
  if (kind === 'fy') return { start: `${year}-04-01`, end: `${next}-03-31` };
  if (kind === 'year') return { start: `${year}-01-01`, end: `${year}-12-31` };
  if (kind === 'month')
    return { start: `${year}-${two(month)}-01`, end: `${year}-${two(month)}-${two(lastDay(year, month))}` };
  if (day !== undefined) return { start: day, end: day };
  if (term === 'autumn') return { start: `${year}-09-01`, end: `${year}-12-31` };
  if (term === 'spring') return { start: `${next}-01-01`, end: `${next}-03-31` };
  if (term === 'summer') return { start: `${next}-04-01`, end: `${next}-08-31` };
  if (term === 'autumn-spring') return { start: `${year}-09-01`, end: `${next}-03-31` };
  return { start: `${year}-09-01`, end: `${next}-08-31` };
}

/**
 * Which of two periods comes first, for sorting: the one that ended first (its figures were known first), of two that
 * ended together the one that began first. What is no period comes last.
 */
export function comparePeriods(a: Period, b: Period): number {
  const [first, second] = [a, b].map((period) => {
    if (!isPeriod(period)) return `~${period}`;
    const { start, end } = periodRange(period);
    return `${end} ${start} ${period}`;
  }) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
}
