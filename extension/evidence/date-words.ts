const shapes: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { month: 'long', year: 'numeric' },
  10: { day: 'numeric', month: 'long', year: 'numeric' },
};

/** A day, a month or a year of ISO 8601 in words. */
export function dateWords(iso: string): string {
  const at = new Date(iso);
  const shape = shapes[iso.length];
  return shape && !Number.isNaN(at.getTime()) ? at.toLocaleDateString('en-GB', { ...shape, timeZone: 'UTC' }) : iso;
}
