/** Milliseconds since 1970 as a day of UTC, `2026-11-25`. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const months = 'January February March April May June July August September October November December'.split(' ');

/** A day, month or year of ISO 8601 in English words: `25 November 2026`. */
export function dateInWords(iso: string): string {
  const [year = '', month, day] = iso.slice(0, 10).split('-');
  const name = month && months[Number(month) - 1];
  return name ? [day && String(Number(day)), name, year].filter(Boolean).join(' ') : year;
}
