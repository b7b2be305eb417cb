import { dayAt, monthsOn, releasesOf } from '../../shared/priorities/due.ts';
import type { Due } from '../../shared/priorities/indicator.ts';
import { comparePeriods, type Period } from '../../shared/priorities/period.ts';

/** What is offered where an indicator does not say when its figures come out: academic years. */
const yearly: Due[] = [{ part: 'year', month: 7 }];

const duesOf = (dues: readonly Due[] | undefined) => (dues && dues.length > 0 ? dues : yearly);

/** Periods whose figure may be known: those of the last two years, those that are owed and those that have one, newest first. */
export function periodsPast(dues: readonly Due[] | undefined, others: readonly string[], now: number): string[] {
  const month = dayAt(now).slice(0, 7);
  const released = releasesOf(duesOf(dues), monthsOn(month, -24), month).map(({ period }) => period);
  return [...new Set([...released, ...others])].sort((a, b) => comparePeriods(b, a));
}

/** Periods by which a school may mean to be somewhere: those of the next four years, nearest first. */
export function periodsAhead(dues: readonly Due[] | undefined, now: number): string[] {
  const month = dayAt(now).slice(0, 7);
  const released = releasesOf(duesOf(dues), monthsOn(month, 1), monthsOn(month, 48)).map(({ period }) => period);
  return [...new Set(released)].sort(comparePeriods);
}

/** The academic year in which a moment is, and so many before it, the newest first. */
export function yearsUntil(at: number, count: number): Period[] {
  const day = new Date(at);
  // An academic year begins in September.
  const year = day.getFullYear() - (day.getMonth() < 8 ? 1 : 0);
  return Array.from({ length: count }, (_, i) => `ay:${year - i}`);
}
