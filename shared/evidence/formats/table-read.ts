import { parse } from '../../action.ts';
import { Id } from '../../ids.ts';
import { stances } from '../evidence.ts';
import { pieceHeads, untamed } from './csv.ts';
import { type Incoming, type Reading, sourceFrom, tagsFrom, whyNot } from './incoming.ts';
import { beginningOf } from './reference.ts';

/** What a column can be. */
export const tableFields = [
  ...(['quote', 'note', 'title', 'url', 'author', 'published', 'site', 'publisher', 'doi', 'tags', 'stance'] as const),
] as const;
export type TableField = (typeof tableFields)[number];

/** For each field the column that it is in, from 0. */
export type Mapping = { [field in TableField]?: number | undefined };

/** What columns are called elsewhere, besides by the heads that we write. */
const called: { [field in TableField]: RegExp } = {
  quote: /^(quote|highlight(ed text)?|excerpt|extract|passage|text|quotation)$/i,
  note: /^(notes?|comments?|annotation|remark|what we think|thoughts?)$/i,
  title: /^(title|source|page|document|article|name)$/i,
  url: /^(address|url|uri|link|web ?(page|site|address))$/i,
  author: /^(authors?|by whom|creator)$/i,
  published: /^(published|date published|publication (date|year)|year|date)$/i,
  site: /^(site|website|publication title|journal)$/i,
  publisher: /^(publisher|organisation|organization)$/i,
  doi: /^doi$/i,
  tags: /^(tags?|keywords?|codes?|themes?|manual tags|labels?)$/i,
  stance: /^stance$/i,
};

/** Guesses which column is what, by their heads. A person looks at it before anything is brought in. */
export function guessMapping(heads: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const field of tableFields) {
    const at = heads.findIndex((head) => called[field].test(head.trim()));
    if (at >= 0 && !Object.values(mapping).includes(at)) mapping[field] = at;
  }
  return mapping;
}

const isOurs = (heads: readonly string[]) => pieceHeads.every((head, i) => heads[i] === head);

/** What a cell says of a day: ISO 8601, or as it is written in England, `4/11/2025`. */
function dateFrom(cell: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell.trim()) ?? [];
  return year ? [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-') : cell.trim();
}

function entryOf(row: readonly string[], at: number, mapping: Mapping): Incoming | string {
  const cell = (field: TableField) => {
    const column = mapping[field];
    return column === undefined ? '' : untamed(row[column] ?? '').trim();
  };
  const url = cell('url');
  const source = sourceFrom({ ...said(cell), published: dateFrom(cell('published')) });
  if (url && !source) return `‘${beginningOf(url)}’ is not an address of the web.`;
  const stance = stances.find((one) => one === cell('stance').toLowerCase());
  const exact = cell('quote');
  const note = cell('note');
  if (!exact && !note && !source) return 'It has no quote, no note and no address.';
  const body: Incoming['body'] = {
    what: exact ? 'quote' : 'page',
    passages: exact ? [{ exact, prefix: '', suffix: '', start: 0, end: 0 }] : [],
    // A title by itself is worth its words.
    note: source || !cell('title') ? note : [cell('title'), note].filter(Boolean).join('\n\n'),
    tags: tagsFrom(cell('tags').split(/[;,|]/)),
    priorities: [],
    ...(source && { source }),
    ...(stance && { stance }),
  };
  if (!exact && !source) delete body.what;
  return { at, body };
}

const said = (cell: (field: TableField) => string) => ({
  url: cell('url'),
  title: cell('title'),
  author: cell('author'),
  site: cell('site'),
  publisher: cell('publisher'),
  doi: cell('doi'),
});

/** Reads a table whose first row are heads, by a mapping that somebody looked at. `at` counts rows as spreadsheets do. */
export function readTable(rows: readonly (readonly string[])[], mapping: Mapping): Reading {
  const reading: Reading = { entries: [], unread: [], counts: 'row' };
  const [heads = []] = rows;
  for (const [i, row] of rows.entries()) {
    if (i === 0 || row.every((cell) => cell.trim() === '')) continue;
    const entry = entryOf(row, i + 1, mapping);
    const why = typeof entry === 'string' ? entry : whyNot(entry.body);
    if (why !== undefined) reading.unread.push({ at: i + 1, what: beginningOf(row.filter(Boolean).join(' · ')), why });
    else if (typeof entry !== 'string') {
      // Of a table that we wrote, an entry is known by its id.
      const id = isOurs(heads) ? parse(Id, row[0]) : undefined;
      reading.entries.push(id?.ok ? { ...entry, id: id.value } : entry);
    }
  }
  return reading;
}
