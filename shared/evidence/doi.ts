/** What follows a DOI in the addresses of publishers: which form of the article it is, never which article. */
const form = /(?:\/(?:full|fulltext|full-text|abstract|summary|pdf|epdf|epub|html|meta)|\.(?:pdf|full|abstract))+$/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A DOI as it is written in metadata, in text or as an address of a resolver: lower case, since DOIs do not tell case
 * apart (DOI Handbook 2.4), and without what a sentence adds at its end. `undefined` where it is none.
 */
export function parseDoi(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const bare = decoded(text.slice(0, 400).trim())
    .replace(/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i, '')
    .replace(/^(?:info:)?doi[:\s/]*/i, '');
  const found = /^10\.\d{4,9}(?:\.\d+)*\/\S+/.exec(bare)?.[0].toLowerCase();
  if (!found) return undefined;
  let doi = found.replace(/["'”’>]*[.,;:]*$/, '');
  // A bracket closes only what was opened inside.
  while (/[)\]}]$/.test(doi) && count(doi, ')]}') > count(doi, '([{')) doi = doi.slice(0, -1).replace(/[.,;:]+$/, '');
  return doi.length > 8 && doi.length <= 200 && !doi.endsWith('/') ? doi : undefined;
}

const count = (text: string, of: string) => [...text].filter((one) => of.includes(one)).length;

/** Words before a DOI in an address, where the page is the article itself and not what cites it or belongs to it. */
const article =
  /\/(?:doi(?:\/(?:abs|abstract|full|full-xml|full\/html|pdf|pdfdirect|epdf|pdfplus|epub|reader))?|articles?|chapter|content\/pdf)\/(10\.\d{4,9}\/.+)$/i;

/**
 * The DOI of the article that an address leads to: a resolver's, a publisher's `/doi/full/10.…`, Springer's and
 * Frontiers' `/article/10.…`, PLOS's `?id=10.…`. Pages about an article, such as who cites it, have none.
 */
export function doiOfAddress(url: { hostname: string; pathname: string; search: string }): string | undefined {
  const host = url.hostname.replace(/^(?:www|dx)\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  if (host === 'doi.org') return parseDoi(path.slice(1));
  const inPath = article.exec(decoded(path))?.[1];
  if (inPath !== undefined) return parseDoi(inPath.replace(form, ''));
  if (host === 'journals.plos.org' && /\/article(?:\/file)?$/.test(path)) {
    return parseDoi(new URLSearchParams(url.search).get('id'));
  }
  // The number of an article of Nature's journals is the end of its DOI.
  const nature = host === 'nature.com' ? /^\/articles\/(s\d{5}-\d{3}-\d{4,6}-[\da-z])(?:\.pdf)?$/i.exec(path)?.[1] : '';
  return nature ? parseDoi(`10.1038/${nature}`) : undefined;
}
