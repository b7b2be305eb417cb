import { parseDoi } from '../../../shared/evidence/doi.ts';
import { longestOf, oneLine } from '../../../shared/evidence/source.ts';
import { anyDate } from './dates.ts';
import { isWork, namesIn, textIn, typesOf, type Work } from './linked-data.ts';
import type { Page } from './page.ts';
import type { Said } from './source.ts';

const most = { authors: 30 };

/**
 * What a page says of itself in a standard way, the most exact first: Highwire's `citation_*` (as Google Scholar asks
 * for them), PRISM, Dublin Core, gov.uk's own, JSON-LD and microdata (schema.org), Open Graph, then the title.
 */
export function readStandard(page: Page): Said {
  const { meta, metas } = page;
  const work =
    page.works.find((one) => /Article|Report|Dataset|Thesis|Book/.test(typesOf(one).join())) ?? page.works.find(isWork);
  const published = firstDate([
    ...metas('citation_publication_date', 'citation_date', 'citation_online_date'),
    ...metas('prism.publicationdate', 'prism.coverdate'),
    ...metas('dcterms.issued', 'dc.date.issued', 'dcterms.date', 'dc.date', 'dc.date.created', 'dcterms.created'),
    ...metas('govuk:first-published-at'),
    textIn(work?.datePublished),
    timeOf(page, 'datePublished'),
    ...metas('article:published_time', 'og:article:published_time', 'datepublished', 'date'),
  ]);
  const updated = firstDate([
    ...metas('prism.modificationdate', 'dcterms.modified', 'dc.date.modified', 'govuk:public-updated-at'),
    textIn(work?.dateModified),
    timeOf(page, 'dateModified'),
    ...metas('article:modified_time', 'og:updated_time', 'last-modified'),
  ]);
  const authors = authorsOf([
    metas('citation_author', 'citation_authors'),
    metas('dc.creator', 'dcterms.creator', 'dc.contributor.author'),
    namesIn(work?.author),
    metas('author', 'article:author', 'parsely-author'),
  ]);
  const doi = [
    ...metas(
      'citation_doi',
      'prism.doi',
      'dc.identifier.doi',
      'dc.identifier',
      'dcterms.identifier',
      'bepress_citation_doi',
      'doi',
    ),
    ...doisOf(work),
  ]
    .map(parseDoi)
    .find((one) => one !== undefined);
  const publisher = namesIn(work?.publisher)[0];
  return {
    title: oneLine(
      meta('citation_title', 'dc.title', 'dcterms.title') ??
        textIn(work?.headline) ??
        meta('og:title', 'twitter:title') ??
        page.text('h1') ??
        page.title,
      longestOf.title,
    ),
    publisher: oneLine(
      meta(
        'govuk:primary-publishing-organisation',
        'citation_journal_title',
        'prism.publicationname',
        'citation_publisher',
      ) ??
        meta('dc.source', 'dc.publisher', 'dcterms.publisher') ??
        publisher ??
        meta('og:site_name', 'application-name'),
      longestOf.site,
    ),
    authors,
    published,
    // What was changed before it came out was not changed.
    updated: updated && published && updated < published.slice(0, updated.length) ? undefined : updated,
    doi,
    identifiers: identifiersOf(page),
    licence: licenceOf(page, work),
    withdrawn: isRetracted(page) || undefined,
  };
}

/** A date in microdata (schema.org, as HTML's `itemprop`). */
const timeOf = ({ attribute }: Page, name: string) =>
  attribute(`[itemprop="${name}"]`, 'datetime') ?? attribute(`[itemprop="${name}"]`, 'content');

const firstDate = (from: readonly (string | undefined)[]) => from.map(anyDate).find((date) => date !== undefined);

/** Names, each once. Some pages give a profile's address instead: that is no name. */
function authorsOf(lists: readonly (readonly string[])[]): string[] | undefined {
  for (const list of lists) {
    const names = list
      .slice(0, most.authors)
      .flatMap((text) => text.split(/\s*[|;]\s*/))
      .flatMap((text) => oneLine(text, longestOf.site) ?? [])
      .filter((name) => !/^https?:|@|^(admin|administrator|webmaster|author)$/i.test(name));
    if (names.length > 0) return [...new Set(names)].slice(0, most.authors);
  }
  return undefined;
}

/** A DOI in linked data: an identifier of its own kind, or the work's address. */
function doisOf(work: Work | undefined): string[] {
  if (!work) return [];
  const told = [work.identifier, work.sameAs, work['@id'], work.url].flat().slice(0, 50);
  return told.flatMap((one) => {
    const value = typeof one === 'object' && one !== null ? (one as Work).value : one;
    return typeof value === 'string' && /doi|^10\./i.test(value) ? [value] : [];
  });
}

function identifiersOf({ metas }: Page): Said['identifiers'] {
  const issn = metas('citation_issn', 'prism.issn', 'prism.eissn', 'dc.source.issn')
    .map((one) => one.trim().replace(/^[pe]?-?ISSN[-:\s]*/i, ''))
    .find((one) => /^\d{4}-?\d{3}[\dx]$/i.test(one));
  const isbn = metas('citation_isbn', 'prism.isbn').find((one) => /^[\d-]{9,16}[\dx]$/i.test(one.trim()));
  const found = { ...(issn && { issn: issn.toUpperCase() }), ...(isbn && { isbn: isbn.trim() }) };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** A Creative Commons or Open Government licence that the page itself names; any other text is left to people. */
function licenceOf({ attribute, meta }: Page, work: Work | undefined): string | undefined {
  const named = [
    attribute('link[rel="license"][href], a[rel="license"][href]', 'href'),
    textIn(work?.license),
    meta('dc.rights', 'dcterms.rights', 'dcterms.license', 'prism.copyright', 'citation_license'),
  ];
  for (const one of named) {
    const cc = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/i.exec(one ?? '');
    if (cc) return `CC ${cc[1]?.toUpperCase()} ${cc[2]}`;
    if (/creativecommons\.org\/publicdomain\/zero/i.test(one ?? '')) return 'CC0 1.0';
    const short = /^CC[ -](BY(?:[ -](?:NC|ND|SA))*)(?:[ -](\d\.\d))?$/i.exec(one?.trim() ?? '');
    if (short) return `CC ${short[1]?.toUpperCase().replace(/ /g, '-')}${short[2] ? ` ${short[2]}` : ''}`;
    if (/open-government-licence/i.test(one ?? '')) return 'Open Government Licence v3.0';
  }
  return undefined;
}

/** A journal marks what it takes back at the head of the title. */
const isRetracted = ({ meta, title }: Page): boolean =>
  /^\W*(retracted|withdrawn)( article)?\s*[:\-–—\]]/i.test(meta('citation_title', 'og:title') ?? title ?? '');
