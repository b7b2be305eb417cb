import type { Reading, Unread } from './incoming.ts';
import { beginningOf, type Reference, readReferences } from './reference.ts';

type Item = { [field: string]: unknown };

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined);

/** Names of CSL as one author line, turned round as `recognise` writes them. */
function authorsOf(names: unknown): string | undefined {
  if (!Array.isArray(names)) return undefined;
  const lines = names.flatMap((name: Item | null) => {
    const family = [text(name?.['non-dropping-particle']), text(name?.family)].filter(Boolean).join(' ');
    const given = text(name?.given);
    return text(name?.literal) ?? (given ? `${family}, ${given}` : family) ?? [];
  });
  return lines.filter(Boolean).join('; ') || undefined;
}

/** A date of CSL as ISO 8601, as exact as it is. */
function dateOf(date: unknown): string | undefined {
  if (typeof date !== 'object' || date === null) return undefined;
  const { 'date-parts': parts, raw, literal } = date as Item;
  const first = Array.isArray(parts) && Array.isArray(parts[0]) ? (parts[0] as unknown[]) : undefined;
  if (!first) return text(raw) ?? text(literal);
  return first.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

function referenceOf(item: Item, at: number): Reference {
  const { type } = item;
  return {
    at,
    title: text(item.title),
    author: authorsOf(item.author ?? item.editor),
    published: dateOf(item.issued),
    site: text(item['container-title']),
    publisher: text(item.publisher),
    doi: text(item.DOI),
    url: text(item.URL),
    ...(type === 'article-journal' && { kind: 'research' as const }),
    notes: [text(item.note)].flatMap((note) => note ?? []),
    tags: (text(item.keyword) ?? '').split(/[,;]/),
  };
}

/** Reads the items of a CSL-JSON file (CSL 1.0.2, 'CSL-JSON'). */
export function readCsl(items: readonly unknown[]): Reading {
  const references: Reference[] = [];
  const unread: Unread[] = [];
  for (const [i, item] of items.entries()) {
    if (typeof item === 'object' && item !== null && !Array.isArray(item))
      references.push(referenceOf(item as Item, i + 1));
    else unread.push({ at: i + 1, what: beginningOf(JSON.stringify(item)), why: 'It is no reference.' });
  }
  return readReferences(references, { unread, counts: 'item' });
}
