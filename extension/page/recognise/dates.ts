import { partialDate } from '../../../shared/evidence/source.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';

const written = new RegExp(`^(?:[a-z]+day,? )?(?:${day} )?${month}\\.?,? (\\d{4})$`, 'i');
const american = new RegExp(`^${month}\\.? ${day}, (\\d{4})$`, 'i');
const iso = (year: string | undefined, name: string | undefined, date?: string): string | undefined => {
  const number = months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  return number > 0 ? plausible([year, number, date].filter((part) => part !== undefined).join('-')) : undefined;
};

/** Not what stands where nobody wrote a date: the first second that computers count, or years that nobody has seen. */
function plausible(text: unknown): string | undefined {
  const date = partialDate(text);
  if (!date || date === '1970-01-01') return undefined;
  const year = Number(date.slice(0, 4));
  return year >= 1500 && year <= 2100 ? date : undefined;
}

/**
 * A date as a page gives it, as ISO 8601 and as exact as it is: ISO itself, '4 November 2025', 'November 2025',
 * 'Nov 4, 2025'. What could be two days (04/11/2025) is none; a day or month of `00`, as ERIC writes, is not told.
 */
export function anyDate(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const line = text.slice(0, 80).replace(/\s+/g, ' ').trim();
  const found = written.exec(line);
  if (found) return iso(found[3], found[2], found[1]);
  const other = american.exec(line);
  if (other) return iso(other[3], other[1], other[2]);
  return plausible(line.replace(/^(\d{4}(?:[-/]\d\d)??)(?:[-/]00){1,2}$/, '$1'));
}
