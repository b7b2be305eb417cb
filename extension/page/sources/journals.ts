import { doiOfAddress, parseDoi } from '../../../shared/evidence/doi.ts';
import { typesOf } from '../recognise/linked-data.ts';
import type { Page } from '../recognise/page.ts';
import type { Source } from '../recognise/source.ts';

/** Articles of journals whose addresses have no DOI. */
const articles: { [host: string]: RegExp } = {
  'sciencedirect.com': /^\/science\/article\/(?:abs\/)?pii\/s\d/,
  'jstor.org': /^\/stable\/(?:\d|10\.)/,
  'academic.oup.com': /^\/[a-z]+\/(?:advance-)?article(?:-abstract|-pdf)?\//,
  'cambridge.org': /^\/core\/journals\/[^/]+\/article\//,
  'mdpi.com': /^\/\d{4}-\d{3}[\dx]\/\d+\/\d+\/\d+/,
};

const doiWord =
  /\bdoi\b\s*[:.]?\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)|\bhttps?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/\S+)/gi;

/** An article on any host, told by a DOI in its address, by citation metadata, or by a DOI at the head of its text. */
export const journals: Source = {
  name: 'journals',
  ending: /\s*[|]\s*[^|]+$|\s+-\s+(ScienceDirect|JSTOR|Taylor & Francis Online|SpringerLink)$/i,
  at({ url, host, path, query }) {
    const doi = host === '' ? undefined : doiOfAddress(url);
    if (doi) return { kind: 'research', doi };
    const landing = /\/(?:doilanding|article|record)$/.test(path) ? parseDoi(query('doi')) : undefined;
    if (landing) return { kind: 'research', doi: landing };
    return articles[host]?.test(path) ? { kind: 'research' } : undefined;
  },
  within(page, told) {
    if (told) return told;
    if (isCited(page)) return { kind: 'research' };
    const doi = doiInText(page);
    return doi ? { kind: 'research', doi } : undefined;
  },
  // What stands at its head is no standard, but it is all that an older page has.
  read: (page) => ({ doi: doiInText(page) }),
};

/** Whether its descriptions are those of a scholarly work: anybody may use Dublin Core, and councils do. */
function isCited(page: Page): boolean {
  const { meta, metas } = page;
  if (meta('citation_title', 'citation_doi', 'citation_journal_title', 'citation_technical_report_institution'))
    return true;
  if (meta('prism.doi', 'prism.issn', 'prism.publicationname')) return true;
  if (page.works.some((work) => typesOf(work).includes('ScholarlyArticle'))) return true;
  if (!meta('dc.title', 'dcterms.title') || !meta('dc.creator', 'dcterms.creator', 'dc.contributor.author'))
    return false;
  if (metas('dc.identifier', 'dcterms.identifier', 'dc.identifier.doi').some((one) => parseDoi(one))) return true;
  if (meta('dc.source.issn', 'dc.source.volume', 'dcterms.bibliographiccitation', 'dc.identifier.citation'))
    return true;
  const journal = metas('dc.source', 'dcterms.source', 'dc.relation.ispartof', 'dcterms.ispartof');
  if (journal.some((one) => /\b(?:journal|review|quarterly|proceedings)\b|\d+\s*\(\d+\)/i.test(one))) return true;
  return metas('dc.type', 'dcterms.type').some((type) =>
    /journal|article|thesis|dissertation|preprint|research|working ?paper|conference|text\.serial/i.test(type),
  );
}

const sign =
  /^(?:abstract|summary|keywords?)\b|\bISSN\b|\bvol(?:ume|\.)\s*\d+|\b\d+\s*\(\d+\)\s*[,:]|\bpp?\.\s*\d+|\breceived\b.{1,60}\baccepted\b|^(?:original|research) article$/i;
const isSentence = (text: string) => text.length > 120 && /[.!?]["”’]?$/.test(text);

const labelled = /^doi\b[\s:.]*(?:https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;

/**
 * The DOI that a page's text gives as its own: in a line that says nothing else; or at the head of what looks like an
 * article, before its first sentence, or before its references where it has an abstract. One of several, or one that
 * is cited further down, could be anybody's.
 */
function doiInText(page: Page): string | undefined {
  if (page.works.some((work) => /News|Blog|Product|Recipe/.test(typesOf(work).join()))) return undefined;
  const lines = page.head().slice(0, 300);
  const own = onlyOne(lines.map(({ text }) => labelled.exec(text)?.[1]));
  if (own) return own;
  const hasAbstract = lines.some(({ text }) => /^(abstract|summary)[:.]?$/i.test(text));
  const end = lines.findIndex(({ text }) =>
    hasAbstract ? /^(references|bibliography|works cited|notes)\b.{0,10}$/i.test(text) : isSentence(text),
  );
  const head = (end < 0 ? lines : lines.slice(0, end)).map(({ text }) => text);
  if (!head.some((text) => sign.test(text))) return undefined;
  return onlyOne([...head.join('\n').slice(0, 20_000).matchAll(doiWord)].map((one) => one[1] ?? one[2]));
}

/** The DOI that some texts are, if they are all the same one. */
function onlyOne(texts: readonly (string | undefined)[]): string | undefined {
  const found = new Set(texts.flatMap((text) => parseDoi(text) ?? []));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
