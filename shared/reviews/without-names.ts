/** What stands in the place of a member's name who did not agree to be named. */
export const colleague = 'a colleague';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** How people are addressed, as a pattern. */
export const titles = '(?:Mrs?|Ms|Miss|Mx|Dr|Sir|Dame|Prof(?:essor)?|Rev(?:erend)?|Father|Sister)\\.?';

/** Takes names out of a text: whole names, and surnames behind a title. */
export function withoutNames(names: readonly string[]): (text: string) => string {
  const shapes = names.flatMap((name) => {
    const bare = name.replace(new RegExp(`^${titles}\\s+`, 'iu'), '').trim();
    const parts = bare.split(/\s+/);
    const surname = parts.at(-1) ?? '';
    // A single short word might be any word.
    const whole = parts.length > 1 ? [parts.map(escaped).join('\\s+')] : [];
    const titled = surname.length > 1 ? [`${titles}\\s+(?:\\p{L}[\\p{L}.'’-]*\\s+)?${escaped(surname)}`] : [];
    return [...titled, ...whole];
  });
  if (shapes.length === 0) return (text) => text;
  const shape = new RegExp(`(?<![\\p{L}\\d])(?:${titles}\\s+)?(?:${shapes.join('|')})(?![\\p{L}\\d])`, 'giu');
  return (text) =>
    text.replace(shape, (_, ...rest) => {
      const [at, whole] = rest.slice(-2) as [number, string];
      const begins = at === 0 || /[.!?\n]\s*$/.test(whole.slice(0, at));
      return begins ? `A${colleague.slice(1)}` : colleague;
    });
}
