import type { School } from '../cluster/schools.ts';
import type { Indicator } from '../priorities/indicator.ts';
import type { Record } from '../record.ts';
import type { Evidence } from './evidence.ts';
import { pageKey } from './page-key.ts';
import type { PageSource } from './page-source.ts';

/** The numbers that a school has and had. */
export const urnsOf = ({ urn, before = [] }: Pick<School, 'urn' | 'before'>): string[] => [urn, ...before];

/** The school of the cluster that a page is about, by its number or one that it had before; never by its name alone. */
export function schoolOfPage(
  schools: readonly Record<School>[],
  { urn }: Pick<PageSource, 'urn'>,
): (Record<School> & { body: School }) | undefined {
  if (!urn) return undefined;
  for (const school of schools) {
    if (school.body && urnsOf(school.body).includes(urn)) return { ...school, body: school.body };
  }
  return undefined;
}

const folded = (text: string) =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** A school's name as it is looked for in what people wrote; `undefined` for a single word, which may be anything. */
export function nameKey(name: string): string | undefined {
  const key = folded(name);
  return key.trim().includes(' ') ? key : undefined;
}

/** Which names, as `nameKey` gives them, stand in evidence: in its words, its note or its source's title. */
export function namesIn(
  { source, passages, note }: Pick<Evidence, 'source' | 'passages' | 'note'>,
  keys: readonly string[],
): string[] {
  // As it is called (St Mary's), and as what belongs to it is (Hill Primary's).
  const texts = [note, source?.title ?? '', ...passages.map(({ exact }) => exact)].flatMap((text) =>
    /['’]s(?!\p{L})/u.test(text) ? [folded(text), folded(text.replace(/['’]s(?!\p{L})/gu, ''))] : [folded(text)],
  );
  return keys.filter((key) => texts.some((text) => text.includes(key)));
}

/** Whether evidence names a school: its source is about it, or its name stands in it. */
export function namesSchool(
  evidence: Pick<Evidence, 'source' | 'passages' | 'note'>,
  { name, urns }: { name: string; urns: readonly string[] },
): boolean {
  if (evidence.source?.urn && urns.includes(evidence.source.urn)) return true;
  const key = nameKey(name);
  return key !== undefined && namesIn(evidence, [key]).length > 0;
}

/** Hosts of many departments: that a figure comes from there tells nothing. */
const wide = new Set(['gov.uk']);

const hostOf = (key: string) => key.split(/[/?#]/)[0] ?? '';

/** Which indicators take their figures from a page or the pages below it (`page`), or from elsewhere on its site. */
export function indicatorsFrom(
  indicators: readonly Record<Indicator>[],
  { key }: Pick<PageSource, 'key'>,
): Map<string, 'page' | 'site'> {
  const found = new Map<string, 'page' | 'site'>();
  for (const { id, body } of indicators) {
    if (!body?.source || body.retired) continue;
    const other = pageKey(body.source.url);
    const isBelow = (one: string, above: string) => one.startsWith(`${above}/`) && above.includes('/');
    if (other === key || isBelow(other, key) || isBelow(key, other)) found.set(id, 'page');
    else if (hostOf(other) === hostOf(key) && !wide.has(hostOf(key))) found.set(id, 'site');
  }
  return found;
}
