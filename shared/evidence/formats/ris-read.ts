import type { Reading, Unread } from './incoming.ts';
import { beginningOf, type Reference, readReferences } from './reference.ts';

/** Which tags mean what. Reference managers differ; the first that says something is believed. */
const tags = {
  title: ['TI', 'T1', 'CT', 'BT'],
  site: ['T2', 'JO', 'JF', 'JA', 'J2', 'WT'],
  author: ['AU', 'A1', 'A2', 'ED'],
  published: ['DA', 'PY', 'Y1'],
  publisher: ['PB'],
  doi: ['DO', 'M3'],
  url: ['UR', 'L2', 'LK'],
} as const;

type Fields = Map<string, string[]>;

const first = (fields: Fields, names: readonly string[]) => names.flatMap((name) => fields.get(name) ?? [])[0];

/** `2025/11/04/` or `2025` as ISO 8601. */
const isoOf = (date: string | undefined) =>
  date
    ?.split('/')
    .slice(0, 3)
    .map((part) => part.trim())
    .filter((part) => /^\d+$/.test(part))
    .map((part) => part.padStart(2, '0'))
    .join('-');

function referenceOf(at: number, fields: Fields): Reference {
  const authors = tags.author.flatMap((name) => fields.get(name) ?? []);
  const type = first(fields, ['TY']);
  return {
    at,
    title: first(fields, tags.title),
    author: authors.join('; '),
    published: isoOf(first(fields, tags.published)),
    site: first(fields, tags.site),
    publisher: first(fields, tags.publisher),
    doi: first(fields, tags.doi),
    url: first(fields, tags.url),
    ...(type === 'JOUR' && { kind: 'research' as const }),
    notes: [...(fields.get('N1') ?? []), ...(fields.get('RN') ?? [])],
    tags: fields.get('KW') ?? [],
  };
}

/** Reads RIS, as Zotero, Mendeley, EndNote and publishers write it: a tag a line, references from `TY` to `ER`. */
export function readRis(text: string): Reading {
  const references: Reference[] = [];
  const unread: Unread[] = [];
  let open: { at: number; fields: Fields; last: string } | undefined;
  const cutOff = () => {
    if (!open) return;
    const what = beginningOf(first(open.fields, tags.title) ?? 'A reference');
    unread.push({ at: open.at, what, why: 'It has no end (ER): the file may have been cut off.' });
  };
  for (const [i, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [, name = '', value = ''] = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line) ?? [];
    if (name === 'TY') {
      cutOff();
      open = { at: i + 1, fields: new Map([['TY', [value.trim()]]]), last: 'TY' };
    } else if (name === 'ER' && open) {
      references.push(referenceOf(open.at, open.fields));
      open = undefined;
    } else if (line.trim() === '') {
      // Between references, and within notes.
    } else if (!open) {
      unread.push({ at: i + 1, what: beginningOf(line), why: 'It stands outside of any reference.' });
    } else if (name) {
      open.fields.set(name, [...(open.fields.get(name) ?? []), value.trim()]);
      open.last = name;
    } else {
      // A value may go on in the next line.
      const values = open.fields.get(open.last) ?? [];
      values.push(`${values.pop() ?? ''}\n${line.trim()}`.trim());
      open.fields.set(open.last, values);
    }
  }
  cutOff();
  return readReferences(references, { unread, counts: 'line' });
}
