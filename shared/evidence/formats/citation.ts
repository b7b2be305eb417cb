import type { Source } from '../evidence.ts';
import { dateInWords, dayOf } from './day-words.ts';

/** A name as an index sorts it: the family name, and what stands before it. */
export type Name = { family: string; given: string } | { literal: string };

const organisation =
  /\b(?:department|office|ofsted|foundation|institute|council|university|college|school|trust|association|agency|service|authority|committee|commission|team|group|centre|center|ministry|government|and others|et al)\b/i;

/**
 * The names in an author line, as `recognise` joins them: with '; ' where names are turned round, else with ', '. What
 * is not plainly a person's stays as it is.
 */
export function namesIn(author: string | undefined): Name[] {
  const text = author?.trim();
  if (!text) return [];
  const several = text.includes(';') ? text.split(';') : (plainNames(text) ?? [text]);
  return several.map((one) => one.trim()).flatMap((one) => (one ? [nameOf(one)] : []));
}

/** 'Ann Archer, Bo Baker' are two; 'Archer, Ann' is one that was turned round. */
function plainNames(text: string): string[] | undefined {
  const parts = text.split(/\s*(?:,|\band\b|&)\s*/).filter(Boolean);
  return parts.every((one) => /\s/.test(one)) && !organisation.test(text) ? parts : undefined;
}

function nameOf(text: string): Name {
  const turned = /^([^,]+),\s*([^,]+)$/.exec(text);
  if (turned?.[1] && turned[2]) return { family: turned[1], given: turned[2] };
  const words = text.split(/\s+/);
  const family = words.at(-1) ?? '';
  if (words.length < 2 || words.length > 4 || organisation.test(text) || /[\d:/]/.test(text)) return { literal: text };
  return { family, given: words.slice(0, -1).join(' ') };
}

const initials = (given: string) =>
  given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((one) => `${one.charAt(0).toUpperCase()}.`)
    .join('');

const shortName = (name: Name) => ('literal' in name ? name.literal : `${name.family}, ${initials(name.given)}`);

function authorWords(names: readonly Name[]): string {
  const short = names.map(shortName);
  if (short.length > 3) return `${short[0]} et al.`;
  return short.length > 1 ? `${short.slice(0, -1).join(', ')} and ${short.at(-1)}` : (short[0] ?? '');
}

/** A word or two for whom a page is of: its publisher, its site, its host. */
export const houseOf = ({ publisher, site, url }: Source): string =>
  publisher || site || URL.parse(url)?.hostname.replace(/^www\./, '') || '';

/** What stands after a work of a public body where its licence asks for it; nothing elsewhere. */
export const attributionOf = ({ licence }: Pick<Source, 'licence'>): string | undefined =>
  /open government licence|\bOGL\b/i.test(licence ?? '')
    ? 'Contains public sector information licensed under the Open Government Licence v3.0.'
    : undefined;

const full = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/**
 * A source as England's schools and universities cite it (Harvard, after 'Cite Them Right'): author or house (year)
 * title, house, where and when it was read. With the attribution line that the Open Government Licence v3.0 asks for.
 * `read` is when it was read, milliseconds since 1970.
 */
export function citationOf(source: Source, read: number): string {
  const { title, published, url, doi, kind, site, publisher } = source;
  const house = houseOf(source);
  const author = authorWords(namesIn(source.author)) || house;
  const year = published?.slice(0, 4) ?? 'no date';
  const name = title || url;
  const where = doi ? `https://doi.org/${doi}` : url;
  const within = kind === 'research' || kind === 'news' ? site || publisher : undefined;
  const titled = within && within !== author ? `‘${name}’, ${within}` : name;
  const parts = [
    full(`${author} (${year}) ${titled}`),
    house && house !== author && !within ? full(house) : '',
    // An address on somebody's own computer leads nobody anywhere.
    /^https?:/i.test(where) ? `Available at: ${where} (Accessed: ${dateInWords(dayOf(read))}).` : '',
    attributionOf(source) ?? '',
  ];
  return parts.filter(Boolean).join(' ');
}
