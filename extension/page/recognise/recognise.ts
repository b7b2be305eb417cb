import { articleKey, pageKey } from '../../../shared/evidence/page-key.ts';
import {
  accesses,
  type IdentifierName,
  identifierNames,
  type PageSource,
} from '../../../shared/evidence/page-source.ts';
import { longestOf, oneLine } from '../../../shared/evidence/source.ts';
import { sources } from '../sources/index.ts';
import { readAddress } from './address.ts';
import type { Line } from './dom.ts';
import { openPage, openText, type Page } from './page.ts';
import { ogl, type Said, type Source, type Told } from './source.ts';
import { readStandard } from './standard.ts';

/**
 * What a page is and what it says of itself, from its address and, where there is one, its document. Nothing is sent
 * anywhere, nothing in the page is changed, and what the page does not say is missing. An address that is none gives
 * `other`.
 */
export function recognise(url: string, document?: Document): PageSource {
  const address = readAddress(url);
  return address ? recognisePage(url, openPage(address, document)) : unknown(url);
}

/** The same of a document that is text alone, such as a PDF: its title and its lines. */
export function recogniseText(url: string, title: string | undefined, lines: readonly Line[]): PageSource {
  const address = readAddress(url);
  return address ? recognisePage(url, openText(address, title, lines)) : unknown(url);
}

const unknown = (url: string): PageSource => ({
  url: url.slice(0, longestOf.url),
  key: pageKey(url),
  kind: 'other',
  access: 'open',
});

function recognisePage(url: string, page: Page): PageSource {
  const { source, told } = tell(page);
  // Nothing is read from a page that may not be kept.
  const closed = source?.common?.access === 'refused';
  const standard = closed ? {} : readStandard(page);
  const own = closed || !page.seen ? {} : (source?.read?.(page) ?? {});
  const instead = closed || !page.seen ? {} : (source?.instead?.(page) ?? {});
  const said = merge(told, instead, source?.common, standard, own);
  const identifiers = { ...own.identifiers, ...standard.identifiers, ...told.identifiers };
  return tidy(url, { ...said, identifiers }, source?.ending);
}

/** Which source has a page, and what its address and the page tell. */
function tell(page: Page): { source?: Source; told: Told } {
  for (const source of sources) {
    if (source.hosts && !source.hosts.includes(page.address.host)) continue;
    const told = source.at(page.address);
    const within = source.within ? source.within(page, told) : told;
    // A site of many may not know a page that is an article.
    if (within && (within.kind !== 'other' || source.common?.access)) return { source, told: within };
  }
  return { told: { kind: 'other' } };
}

/** The first of some accounts to say a thing is believed. */
function merge(...accounts: readonly (Said | undefined)[]): Said {
  const all: { [key: string]: unknown } = {};
  for (const account of accounts) {
    for (const [key, value] of Object.entries(account ?? {})) if (all[key] === undefined) all[key] = value;
  }
  return all;
}

/** A source as others may rely on it: each text one line of bounded length, and nothing that is empty. */
function tidy(url: string, said: Said, ending: RegExp | undefined): PageSource {
  const line = (text: unknown, most: number) => oneLine(text, most);
  const title = line(ending ? said.title?.replace(ending, '') || said.title : said.title, longestOf.title);
  const publisher = line(said.publisher, longestOf.site);
  const authors = said.authors?.flatMap((name) => (name === publisher ? [] : (line(name, longestOf.site) ?? [])));
  const identifiers: PageSource['identifiers'] = {};
  for (const name of identifierNames) {
    const value = line(said.identifiers?.[name as IdentifierName], 80);
    if (value) identifiers[name] = value;
  }
  const source: PageSource = {
    url: url.slice(0, longestOf.url),
    key: keyOf(url, said),
    kind: said.kind ?? 'other',
    ...some({
      title,
      publisher,
      authors: authors?.length ? authors : undefined,
      published: said.published,
      updated: said.updated,
      period: said.period,
      doi: said.doi,
      identifiers: Object.keys(identifiers).length > 0 ? identifiers : undefined,
      school: line(said.school, 200),
      urn: said.urn,
      laestab: said.laestab,
      ukprn: said.ukprn,
      grades: said.grades?.length ? said.grades : undefined,
      withdrawn: said.withdrawn,
      superseded: said.superseded,
    }),
    access: accesses.find((one) => one === said.access) ?? 'open',
  };
  if (source.access !== 'open') return { ...source, ...some({ reason: said.reason }) };
  return { ...source, ...some({ licence: line(said.licence, 100), attribution: attributionOf(source, said.licence) }) };
}

const keyOf = (url: string, { kind, doi }: Said): string => articleKey(url, kind === 'research' ? doi : undefined);

const some = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** How to name a source where it is quoted: who, when, what, where; and what the Open Government Licence asks for. */
function attributionOf(source: PageSource, licence: string | undefined): string | undefined {
  const { authors = [], publisher, published, updated, title, doi } = source;
  if (!title || (!publisher && authors.length === 0)) return undefined;
  const by =
    authors.length > 3
      ? `${authors[0]} and others`
      : authors.join(authors.some((one) => one.includes(',')) ? '; ' : ', ');
  const year = (published ?? updated)?.slice(0, 4);
  const parts = [`${by || publisher}${year ? ` (${year})` : ''}`, title, by ? publisher : undefined];
  const said = parts.flatMap((part) => part?.replace(/[.\s]+$/, '') ?? []).join('. ');
  const where = doi ? ` https://doi.org/${doi}` : '';
  const asked = licence === ogl ? ` Contains public sector information licensed under the ${ogl}.` : '';
  return oneLine(`${said}.${where}${asked}`, 1000);
}
