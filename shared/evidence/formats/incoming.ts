import type * as z from 'zod/mini';
import { parse } from '../../action.ts';
import { sha256 } from '../../ids.ts';
import { parseDoi } from '../doi.ts';
import { type Source, saveEvidence } from '../evidence.ts';
import { findPupilData, isNeverSaved } from '../pupil-data.ts';
import { longestOf, oneLine, partialDate } from '../source.ts';
import { tagKey } from '../tags.ts';

/** What will be saved of an item, without the id that `incomingId` gives it. */
export type IncomingBody = Omit<z.infer<typeof saveEvidence.body>, 'id'>;

/** An item of somebody else's file that can become a piece of evidence, whole. */
export interface Incoming {
  /** Where it begins in the file: a line of it, or for what has no lines its number; from 1. */
  at: number;
  body: IncomingBody;
  /** Its id, where it was taken out of a log like ours. */
  id?: string;
  /** By what it is known where it comes from, if it is. */
  own?: string;
  /** When it was made there, milliseconds since 1970. */
  made?: number;
}

/** An item or a line that cannot be brought in, and why; whole sentences for a person. */
export interface Unread {
  at: number;
  /** Its beginning or its title, so that it can be found in the file. */
  what: string;
  why: string;
}

/** What was read of a file. */
export interface Reading {
  entries: Incoming[];
  unread: Unread[];
  /** What `at` counts. */
  counts: 'line' | 'item' | 'row';
}

/**
 * The id of what is brought in: the same for the same item, whoever brings it in and however often, in the shape of a
 * UUID of version 7 (RFC 9562, 5.7) with a hash in the place of what is random. What has no date stands at 1970.
 */
export async function incomingId({ id, own, body, made = 0 }: Incoming): Promise<string> {
  if (id) return id;
  const hash = await sha256(`goldthread incoming 1\n${own ?? canonical(body)}`);
  const time = Math.max(0, Math.min(Math.floor(made), 2 ** 48 - 1))
    .toString(16)
    .padStart(12, '0');
  const variant = '89ab'.charAt(Number.parseInt(hash.charAt(15), 16) % 4);
  const rest = `7${hash.slice(0, 3)}-${variant}${hash.slice(3, 6)}-${hash.slice(16, 28)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest}`;
}

/** JSON in which the order of fields makes no difference. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}

/** What a file says of a source, in its own words. */
export interface SaidOfSource {
  title?: string | undefined;
  url?: string | undefined;
  doi?: string | undefined;
  author?: string | undefined;
  published?: string | undefined;
  site?: string | undefined;
  publisher?: string | undefined;
  urn?: string | undefined;
  licence?: string | undefined;
  kind?: Source['kind'];
}

/** A source as the log keeps it; `undefined` where there is no address that could be opened. */
export function sourceFrom(said: SaidOfSource): Source | undefined {
  const doi = parseDoi(said.doi) ?? (/doi\.org\//i.test(said.url ?? '') ? parseDoi(said.url) : undefined);
  const given = URL.parse(said.url?.trim() ?? '');
  const url = given && /^https?:$/.test(given.protocol) ? given.href : doi && `https://doi.org/${doi}`;
  if (!url || url.length > longestOf.url) return undefined;
  const short = {
    site: oneLine(said.site, longestOf.site),
    author: oneLine(said.author, longestOf.author),
    published: partialDate(said.published),
    publisher: oneLine(said.publisher, longestOf.site),
    licence: oneLine(said.licence, 100),
    urn: /^\d{6}$/.test(said.urn ?? '') ? said.urn : undefined,
    kind: said.kind,
    doi,
  };
  const known = Object.fromEntries(Object.entries(short).filter(([, value]) => value !== undefined));
  return { url, title: oneLine(said.title, longestOf.title) ?? '', ...known };
}

/** Tags as the log keeps them: each once, of one line. */
export function tagsFrom(said: readonly unknown[]): string[] {
  const tags = new Map<string, string>();
  for (const one of said) {
    const tag = oneLine(one, 60);
    if (tag && !tags.has(tagKey(tag))) tags.set(tagKey(tag), tag);
  }
  return [...tags.values()];
}

/** Some text of a file, in which notes may be HTML: as plain lines. */
export function plainText(text: string): string {
  if (!/<\/?[a-z][^>]*>/i.test(text)) return text.trim();
  const entities: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
  return text
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const kinds = {
  upn: 'a unique pupil number',
  uln: 'a unique learner number',
  birth: 'a date of birth',
  name: 'a pupil’s name',
};

const fieldWords: { [field: string]: string } = {
  note: 'Its note is missing or too long: a note has at most 10,000 characters.',
  passages: 'Its quote is too long: a quote has at most 20,000 characters.',
  tags: 'It has more than 20 tags.',
  source: 'Its address or its title cannot be kept.',
  link: 'Its link cannot be kept.',
};

/** Why an entry may not be brought in as it is, or `undefined`. */
export function whyNot(body: IncomingBody): string | undefined {
  const parsed = parse(saveEvidence.body, { id: '00000000-0000-7000-8000-000000000000', ...body });
  if (!parsed.ok) return fieldWords[parsed.problem.detail?.split('.')[0] ?? ''] ?? 'Something in it cannot be kept.';
  const words = [body.note, ...body.passages.map(({ exact }) => exact)].join('\n');
  const found = findPupilData(words).find((one) => isNeverSaved(one) || (one.certain && one.kind in kinds));
  return found && `It seems to hold ${kinds[found.kind as keyof typeof kinds]}. Take that out first.`;
}
