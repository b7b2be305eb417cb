import { monthNames, two } from './calendar.ts';
import { isPeriod, type Period, partsOf } from './period-parts.ts';

// Actions take only what tells a period from other texts, so that reading texts loads where it is wanted.
export { isPeriod, type Period, type Term, terms } from './period-parts.ts';
export { findPeriod, parsePeriod, periodsIn } from './period-text.ts';

/** The first and the last day that a period takes in, as ISO 8601. */
export interface PeriodRange {
  start: string;
  end: string;
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

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
