import type { Reading } from '../../../shared/evidence/formats/incoming.ts';
import { beginningOf } from '../../../shared/evidence/formats/reference.ts';
import { guessMapping, type Mapping } from '../../../shared/evidence/formats/table-read.ts';

/** A file that was read: what is in it, or a table whose columns somebody has to look at first. */
export type FileRead =
  | { kind: 'reading'; name: string; reading: Reading }
  | { kind: 'table'; name: string; rows: string[][]; mapping: Mapping; torn: Reading['unread'] }
  | { kind: 'refused'; name: string; why: string };

/** The most that is read: more belongs into several files. */
export const most = { bytes: 20_000_000, entries: 5000 } as const;

/** Reads a file of somebody's, by what is in it more than by its name. Nothing of it leaves the device. */
export async function readFile(file: File): Promise<FileRead> {
  const { name } = file;
  const refused = (why: string): FileRead => ({ kind: 'refused', name, why });
  if (file.size > most.bytes) return refused('It is too large. Take out fewer things at a time.');
  const text = textOf(await file.arrayBuffer());
  const begin = text.slice(0, 4000).trimStart();
  if (begin === '') return refused('There is nothing in it.');
  if (begin.startsWith('[') || begin.startsWith('{')) return readJson(name, text);
  if (/^TY {1,2}-/m.test(begin)) {
    const { readRis } = await import('../../../shared/evidence/formats/ris-read.ts');
    return { kind: 'reading', name, reading: readRis(text) };
  }
  if (/^\s*@\s*[a-z]+\s*[{(]/im.test(begin) && !/\.csv$/i.test(name)) {
    const { readBibtex } = await import('../../../shared/evidence/formats/bibtex-read.ts');
    return { kind: 'reading', name, reading: readBibtex(text) };
  }
  if (/\0/.test(begin) || begin.startsWith('PK')) {
    return refused('It is no text. Save it as RIS, BibTeX, CSL-JSON or CSV first.');
  }
  return readCsv(name, text);
}

/** Text in UTF-8; what is none comes from an older Windows. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function readJson(name: string, text: string): Promise<FileRead> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'refused', name, why: 'It begins as JSON and does not end as it. It may have been cut off.' };
  }
  const { isHypothesis, readHypothesis } = await import('../../../shared/evidence/formats/hypothesis-read.ts');
  if (isHypothesis(json)) return { kind: 'reading', name, reading: readHypothesis(json) };
  const items = Array.isArray(json) ? json : (json as { items?: unknown }).items;
  if (!Array.isArray(items)) {
    return { kind: 'refused', name, why: 'It is neither CSL-JSON nor annotations of Hypothesis.' };
  }
  const { readCsl } = await import('../../../shared/evidence/formats/csl-read.ts');
  return { kind: 'reading', name, reading: readCsl(items) };
}

async function readCsv(name: string, text: string): Promise<FileRead> {
  const { default: Papa } = await import('papaparse');
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: false });
  const [heads = []] = data;
  if (heads.length < 2 || data.length < 2) {
    return { kind: 'refused', name, why: 'No reference, annotation or table was found in it.' };
  }
  // A quote that never closes swallows all that follows: its row is named, and the others stand.
  const torn = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ row = 0 }) => ({
      at: row + 1,
      what: beginningOf((data[row] ?? []).join(' · ')),
      why: 'A quotation mark in it has no partner.',
    }));
  const bad = new Set(torn.map(({ at }) => at - 1));
  const rows = data.map((row, i) => (bad.has(i) ? [] : row));
  return { kind: 'table', name, rows, mapping: guessMapping(heads), torn };
}
