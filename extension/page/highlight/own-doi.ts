import { parseDoi } from '../../../shared/evidence/doi.ts';
import { findAll } from '../capture/unclobbered.ts';

/** Where an article says its DOI in a standard way: Highwire, PRISM, Dublin Core. */
const names = ['citation_doi', 'prism.doi', 'dc.identifier.doi', 'dc.identifier', 'dcterms.identifier'];

/** More is no description but a burden. */
const most = 600;

/** The DOI that the document says it has, without the recogniser: that is loaded only beside the panel. */
export function ownDoi(): string | undefined {
  const told = new Map<string, string>();
  for (const meta of findAll('meta[name][content]').slice(0, most)) {
    const name = Element.prototype.getAttribute.call(meta, 'name')?.toLowerCase() ?? '';
    const doi = names.includes(name) && parseDoi(Element.prototype.getAttribute.call(meta, 'content'));
    if (doi && !told.has(name)) told.set(name, doi);
  }
  return names.map((name) => told.get(name)).find(Boolean);
}
