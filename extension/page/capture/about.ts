import { longestOf, oneLine, partialDate } from '../../../shared/evidence/source.ts';
import { findAll } from './unclobbered.ts';

/** What a page says of itself. What it does not say is missing. */
export interface About {
  site?: string;
  author?: string;
  published?: string;
}

/** More than this is no description but a burden. */
const most = { metas: 400, authors: 8, scripts: 8, scriptLength: 200_000, nodes: 60 };

const names = {
  site: ['og:site_name', 'citation_journal_title', 'application-name'],
  author: ['citation_author', 'dc.creator', 'dcterms.creator', 'author', 'article:author'],
  published: [
    'citation_publication_date',
    'article:published_time',
    'dcterms.issued',
    'dc.date.issued',
    'citation_date',
    'dc.date',
    'dcterms.date',
  ],
} as const;

/** Reads who wrote a page, when and for which site, from its own descriptions. */
export function readAbout(): About {
  const metas = new Map<string, string[]>();
  for (const meta of findAll('meta[content]').slice(0, most.metas)) {
    const name = (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').toLowerCase();
    const content = meta.getAttribute('content') ?? '';
    metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  const said = (wanted: readonly string[]) => wanted.map((name) => metas.get(name) ?? []);
  const linked = readLinkedData();
  const site = first(said(names.site).flat(), (text) => oneLine(text, longestOf.site));
  const author = first([...said(names.author), linked.authors], authorsOf);
  const published = first([...said(names.published).flat(), ...linked.dates], partialDate);
  return { ...(site && { site }), ...(author && { author }), ...(published && { published }) };
}

function first<T>(from: readonly T[], read: (one: T) => string | undefined): string | undefined {
  for (const one of from) {
    const found = read(one);
    if (found) return found;
  }
  return undefined;
}

/** Names in one line. Some pages give the address of a profile instead: that is no name. */
function authorsOf(texts: readonly string[]): string | undefined {
  const lines = texts
    .slice(0, most.authors)
    .flatMap((text) => oneLine(text, longestOf.author) ?? [])
    .filter((line) => !/^https?:/i.test(line));
  return oneLine([...new Set(lines)].join(', '), longestOf.author);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isWork = ({ '@type': type }: Record<string, unknown>) =>
  [type]
    .flat()
    .some(
      (one) =>
        typeof one === 'string' && /(Article|Report|Page|Posting|Publication|Dataset|Work|Book|Thesis)$/.test(one),
    );

/** The authors and dates of the works that the page's linked data (JSON-LD) describes. */
function readLinkedData(): { authors: string[]; dates: string[] } {
  const authors: string[] = [];
  const dates: string[] = [];
  for (const script of findAll('script[type="application/ld+json"]').slice(0, most.scripts)) {
    for (const work of worksIn(script.textContent ?? '')) {
      for (const one of [work.author].flat().slice(0, most.authors)) {
        const name = isObject(one) ? one.name : one;
        if (typeof name === 'string' && authors.length < most.authors) authors.push(name);
      }
      if (typeof work.datePublished === 'string') dates.push(work.datePublished);
    }
  }
  return { authors, dates };
}

function worksIn(json: string): Record<string, unknown>[] {
  if (json.length > most.scriptLength) return [];
  try {
    const value: unknown = JSON.parse(json);
    const graph = isObject(value) && Array.isArray(value['@graph']) ? value['@graph'] : [];
    return [value, ...graph].flat().slice(0, most.nodes).filter(isObject).filter(isWork);
  } catch {
    return [];
  }
}
