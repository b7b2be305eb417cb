/** The months of the year, as people write them. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The least and the greatest year that a period may have: figures of schools are no older and no later. */
export const years = { least: 1950, most: 2099 } as const;

/** A number with two digits at least. */
export const two = (number: number) => String(number).padStart(2, '0');

/** A day as ISO 8601, or `undefined` for one that no calendar has. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? `${year}-${two(month)}-${two(day)}` : undefined;
}
