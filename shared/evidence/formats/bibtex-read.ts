import type { Reading, Unread } from './incoming.ts';
import { beginningOf, type Reference, readReferences } from './reference.ts';
import { texText } from './tex-text.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A reader over a text that knows where it is. */
interface Cursor {
  text: string;
  at: number;
}

const space = (cursor: Cursor) => {
  while (/[\s]/.test(cursor.text.charAt(cursor.at))) cursor.at++;
};

function take(cursor: Cursor, pattern: RegExp): string | undefined {
  space(cursor);
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

/** What stands from an opening brace or quote up to the one that closes it; `undefined` where none does. */
function enclosed(cursor: Cursor, close: '}' | '"'): string | undefined {
  const begin = ++cursor.at;
  let depth = 0;
  for (; cursor.at < cursor.text.length; cursor.at++) {
    const one = cursor.text.charAt(cursor.at);
    if (one === '\\') cursor.at++;
    else if (one === close && depth === 0) return cursor.text.slice(begin, cursor.at++);
    else if (one === '{') depth++;
    else if (one === '}') depth--;
    if (depth < 0) return undefined;
  }
  return undefined;
}

/** A value: in braces, in quotes, a number or a name, or several of them put together with `#`. */
function readValue(cursor: Cursor, strings: ReadonlyMap<string, string>): string | undefined {
  const parts: string[] = [];
  do {
    space(cursor);
    const next = cursor.text.charAt(cursor.at);
    if (next === '{' || next === '"') {
      const part = enclosed(cursor, next === '{' ? '}' : '"');
      if (part === undefined) return undefined;
      parts.push(part);
    } else {
      const name = take(cursor, /[^\s,#{}()"=]+/y);
      if (name === undefined) return undefined;
      parts.push(strings.get(name.toLowerCase()) ?? name);
    }
  } while (take(cursor, /#/y));
  return parts.join('');
}

type Fields = Map<string, string>;

/** The fields of an entry up to its end; `undefined` where it is broken. */
function fieldsOf(cursor: Cursor, strings: ReadonlyMap<string, string>): Fields | undefined {
  const fields: Fields = new Map();
  for (;;) {
    if (take(cursor, /[})]/y)) return fields;
    const name = take(cursor, /[^\s,#{}()"=]+/y);
    if (!name || !take(cursor, /=/y)) return undefined;
    const value = readValue(cursor, strings);
    if (value === undefined) return undefined;
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
    if (!take(cursor, /,/y)) {
      return take(cursor, /[})]/y) ? fields : undefined;
    }
  }
}

function dateOf(fields: Fields): string | undefined {
  const date = fields.get('date')?.split('/')[0];
  if (date) return date;
  const year = /\d{4}/.exec(fields.get('year') ?? '')?.[0];
  const month = (fields.get('month') ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  const number = months.indexOf(month.slice(0, 3)) + 1 || (/^(?:0?[1-9]|1[0-2])$/.test(month) ? Number(month) : 0);
  return year && number > 0 ? `${year}-${String(number).padStart(2, '0')}` : year;
}

/** Names that `and` parts; what stands in braces is one name, whatever is in it. */
const authorsOf = (names: string | undefined) =>
  names
    ?.split(/\s+and\s+/i)
    .map((name) => (/^\{.*\}$/s.test(name.trim()) ? texText(name).replaceAll(',', '') : texText(name)))
    .map((name) => (name.toLowerCase() === 'others' ? 'and others' : name))
    .join('; ');

function referenceOf(at: number, type: string, fields: Fields): Reference {
  const value = (...names: string[]) => {
    const found = names.map((name) => fields.get(name)).find((one) => one?.trim());
    return found === undefined ? undefined : texText(found);
  };
  const url = fields
    .get('url')
    ?.replace(/\\([&%$#_{}~])/g, '$1')
    .replace(/[{}]/g, '');
  return {
    at,
    title: value('title', 'booktitle'),
    author: authorsOf(fields.get('author') ?? fields.get('editor')),
    published: dateOf(fields),
    site: value('journal', 'journaltitle', 'howpublished', 'booktitle'),
    publisher: value('publisher', 'institution', 'school', 'organization'),
    doi: value('doi'),
    url,
    ...(type === 'article' && fields.has('doi') && { kind: 'research' as const }),
    notes: ['note', 'annote', 'annotation'].flatMap((name) => value(name) ?? []),
    tags: (value('keywords', 'keyword') ?? '').split(/[,;]/),
  };
}

/** Reads BibTeX and BibLaTeX, as Zotero, Mendeley and publishers write it. What is broken costs its own entry only. */
export function readBibtex(text: string): Reading {
  const cursor: Cursor = { text: text.replace(/^\ufeff/, ''), at: 0 };
  const strings = new Map<string, string>(months.map((name) => [name, name]));
  const references: Reference[] = [];
  const unread: Unread[] = [];
  const opening = /@\s*([a-z]+)\s*([{(])/gi;
  let counted = { at: 0, line: 1 };
  // Lines are counted on from the last place, so that a long file is gone through once.
  const lineAt = (at: number) => {
    for (let i = counted.at; i < at; i++) if (cursor.text.charCodeAt(i) === 10) counted.line++;
    counted = { at, line: counted.line };
    return counted.line;
  };
  for (;;) {
    opening.lastIndex = cursor.at;
    const found = opening.exec(cursor.text);
    if (!found) break;
    const at = lineAt(found.index);
    const type = (found[1] ?? '').toLowerCase();
    cursor.at = opening.lastIndex;
    const begin = cursor.at;
    if (type === 'comment' || type === 'preamble') {
      cursor.at--;
      if (enclosed(cursor, '}') === undefined) cursor.at = begin;
      continue;
    }
    const keyed = type === 'string' || take(cursor, /[^\s,{}()"=]*\s*,/y) !== undefined;
    const fields = keyed ? fieldsOf(cursor, strings) : undefined;
    if (!fields) {
      // On with the next that begins a line.
      const next = cursor.text.slice(begin).search(/^[ \t]*@/m);
      const what = beginningOf(cursor.text.slice(found.index, found.index + 120));
      unread.push({ at, what, why: 'Its braces, quotes or commas do not fit together.' });
      cursor.at = next < 0 ? cursor.text.length : begin + next;
    } else if (type === 'string') for (const [name, value] of fields) strings.set(name, value);
    else references.push(referenceOf(at, type, fields));
  }
  return readReferences(references, { unread, counts: 'line' });
}
