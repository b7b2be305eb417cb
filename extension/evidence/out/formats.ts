import type { Writer } from '../../../shared/evidence/formats/taken.ts';

/** A kind of file that evidence is taken out as. */
export interface Format {
  name: string;
  label: string;
  /** What it is for, in a few words. */
  means: string;
  ending: string;
  type: string;
  /** Loads what writes it. `id` is a UUID of this taking out. */
  writer(id: string): Promise<Writer>;
}

/** Everything that evidence can be taken out as; what is written most comes first. */
export const formats: readonly Format[] = [
  {
    name: 'word',
    label: 'Word document',
    means: 'to read, and to work on with others',
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    writer: async () => (await import('../../../shared/evidence/formats/word.ts')).wordWriter(),
  },
  {
    name: 'csv',
    label: 'Table (CSV)',
    means: 'for Excel and other spreadsheets',
    ending: 'csv',
    type: 'text/csv',
    writer: async () => (await import('../../../shared/evidence/formats/csv.ts')).csvWriter(),
  },
  {
    name: 'references',
    label: 'List of references',
    means: 'each source once, as schools cite it',
    ending: 'txt',
    type: 'text/plain',
    writer: async () => (await import('../../../shared/evidence/formats/markdown.ts')).referencesWriter(),
  },
  {
    name: 'markdown',
    label: 'Markdown',
    means: 'plain text with headings, for notes and wikis',
    ending: 'md',
    type: 'text/markdown',
    writer: async () => (await import('../../../shared/evidence/formats/markdown.ts')).markdownWriter(),
  },
  {
    name: 'ris',
    label: 'References (RIS)',
    means: 'for Zotero, EndNote and Mendeley',
    ending: 'ris',
    type: 'application/x-research-info-systems',
    writer: async () => (await import('../../../shared/evidence/formats/ris.ts')).risWriter(),
  },
  {
    name: 'bibtex',
    label: 'References (BibTeX)',
    means: 'for LaTeX and reference managers',
    ending: 'bib',
    type: 'application/x-bibtex',
    writer: async () => (await import('../../../shared/evidence/formats/bibtex.ts')).bibtexWriter(),
  },
  {
    name: 'csl',
    label: 'References (CSL-JSON)',
    means: 'for Zotero and other programs',
    ending: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    writer: async () => (await import('../../../shared/evidence/formats/csl.ts')).cslWriter(),
  },
  {
    name: 'w3c',
    label: 'Web annotations (W3C)',
    means: 'quotes with where they stood, for other annotation tools',
    ending: 'jsonld',
    type: 'application/ld+json',
    writer: async (id) => (await import('../../../shared/evidence/w3c.ts')).w3cWriter(id),
  },
];
