import { periodLabel } from '../../shared/priorities/period.ts';
import type { Period } from '../../shared/priorities/period-parts.ts';

/** The academic year that a moment lies in, by the year in which it begins. */
const yearAt = (now: number): number => {
  const day = new Date(now);
  return day.getMonth() >= 8 ? day.getFullYear() : day.getFullYear() - 1;
};

/** What a review may be of, the newest first: terms and years that have begun, of three years. */
export function periodsToReview(now: number): { value: Period; label: string }[] {
  const year = yearAt(now);
  const month = new Date(now).getMonth();
  const begun = { summer: month >= 3 && month < 8, spring: month < 8, autumn: true };
  return [year, year - 1, year - 2].flatMap((one) => {
    const terms = (['summer', 'spring', 'autumn'] as const)
      .filter((term) => one < year || begun[term])
      .map((term) => `term:${one}:${term}`);
    return [`ay:${one}`, ...terms].map((value) => ({ value, label: periodLabel(value) }));
  });
}

/** The term that ended last: what people mostly review. */
export function termJustOver(now: number): Period {
  const [year, month] = [yearAt(now), new Date(now).getMonth()];
  if (month >= 8) return `term:${year - 1}:summer`;
  return month >= 3 ? `term:${year}:spring` : `term:${year}:autumn`;
}
