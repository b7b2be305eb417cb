import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Source } from '../../shared/evidence/evidence.ts';
import type { PageSource } from '../../shared/evidence/page-source.ts';
import { oneLine } from '../../shared/evidence/source.ts';
import { type Inspection, linesOf, readInspection } from '../page/pdf/inspection.ts';
import { type Reading, readPdf } from '../page/pdf/reading.ts';
import { type PdfTable, tablesOf } from '../page/pdf/tables.ts';
import { recogniseText } from '../page/recognise/recognise.ts';
import { ogl } from '../page/recognise/source.ts';
import { reportTitle } from '../page/sources/ofsted-files.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readPages } from './read-pages.ts';

/** What is known of a file once its text is read. */
export interface Known {
  reading: Reading;
  fingerprint: string;
  title: string;
  /** What it says of itself that is kept with a clip. */
  said: Partial<Source>;
  inspection: Inspection | undefined;
  /** What it is, as a page is known. */
  page: PageSource;
  /** Its tables of figures. */
  tables: PdfTable[];
  /** Why it may not be kept as others are, for a person to read. */
  reason: string | undefined;
  /** Nothing of it may be kept. */
  refused: boolean;
}

/** What programs call a file that nobody gave a title. */
const untitled =
  /^(?:untitled|microsoft word\b.*|powerpoint presentation|document\d*|.*\.(?:docx?|indd|pptx?|pdf|xlsx?))$/i;

/** Reads all of a file's text, and what it says of itself. `tell` hears how many pages are done. */
export async function know(
  file: PDFDocumentProxy,
  url: string,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<Known> {
  const pages = await readPages(file, tell, signal);
  const reading = readPdf(pages);
  const fingerprint = await fingerprintOf(file.fingerprints[0], reading.text);
  const info = (await file.getMetadata().catch(() => undefined))?.info as { [name: string]: unknown } | undefined;
  const own = oneLine(info?.Title, 500);
  const given = own && !untitled.test(own) ? own : undefined;
  const lines = linesOf(reading.text);
  const page = recogniseText(url, given, lines);
  const inspection = readInspection(reading);
  // What a report calls itself says more than the number that its file is often called.
  const title = (inspection && oneLine(reportTitle(lines), 500)) ?? page.title ?? nameOf(url);
  const publisher = page.publisher ?? (inspection && 'Ofsted');
  const kind = inspection ? 'ofsted-report' : page.kind;
  const author = given && kind !== 'ofsted-report' ? oneLine(info?.Author, 300) : undefined;
  const said: Partial<Source> = {
    kind: kind === 'other' ? undefined : kind,
    publisher,
    site: publisher,
    published: page.published ?? inspection?.published,
    urn: page.urn ?? inspection?.urn,
    doi: page.doi,
    author,
    licence: page.licence ?? (inspection && ogl),
    access: page.access === 'restricted' ? 'restricted' : undefined,
  };
  return {
    reading,
    fingerprint,
    title,
    said: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    inspection,
    page: { ...page, ...pageOf(inspection), title, kind },
    tables: page.access === 'refused' ? [] : tablesOf(pages),
    reason: page.reason,
    refused: page.access === 'refused',
  };
}

/** What a report says, as a page that is one would say it. */
function pageOf(inspection: Inspection | undefined): Partial<PageSource> {
  if (!inspection) return {};
  const { school, urn, period, published, grades } = inspection;
  const said = { publisher: 'Ofsted', licence: ogl, school, urn, period, published };
  const all = { ...said, grades: grades.length > 0 ? grades : undefined };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The name of a file, as its address has it. */
export function nameOf(url: string): string {
  const last = url.split(/[?#]/)[0]?.split('/').at(-1) || url;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
