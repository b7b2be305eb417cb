import { citationOf } from './citation.ts';
import { type Incoming, plainText, type Reading, type SaidOfSource, sourceFrom, tagsFrom, whyNot } from './incoming.ts';

/** A reference as it stands in somebody's reference manager. */
export interface Reference extends SaidOfSource {
  /** Where it begins in its file. */
  at: number;
  notes: readonly string[];
  tags: readonly string[];
}

/** The beginning of a text, to know an item by. */
export const beginningOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};

/** References as evidence: a page each, with what was noted of it. What has no address becomes a note. */
export function readReferences(references: Iterable<Reference>, { unread, counts }: Omit<Reading, 'entries'>): Reading {
  const reading: Reading = { entries: [], unread: [...unread], counts };
  for (const reference of references) {
    const { at, notes, tags, title } = reference;
    const what = beginningOf(title || notes[0] || '');
    if (!what) {
      reading.unread.push({ at, what: 'A reference', why: 'It has no title.' });
      continue;
    }
    const entry: Incoming = { at, body: { ...wordsOf(reference, notes), tags: tagsFrom(tags), priorities: [] } };
    const why = whyNot(entry.body);
    if (why) reading.unread.push({ at, what, why });
    else reading.entries.push(entry);
  }
  reading.unread.sort((a, b) => a.at - b.at);
  return reading;
}

function wordsOf(
  reference: Reference,
  notes: readonly string[],
): Pick<Incoming['body'], 'what' | 'passages' | 'source' | 'note'> {
  const source = sourceFrom(reference);
  const note = notes.map(plainText).filter(Boolean).join('\n\n');
  if (source) return { what: 'page', passages: [], source, note };
  // A book on a shelf has no address: what it is stands in the note.
  const { title = '', author, published, publisher, site } = reference;
  const cited = citationOf({ url: '', title, author, published, publisher, site }, 0);
  return { passages: [], note: [cited, note].filter(Boolean).join('\n\n') };
}
