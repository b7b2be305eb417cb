import type { Source } from '../evidence.ts';
import { sourceKey } from '../page-key.ts';
import { dayOf } from './day-words.ts';
import { madeLines } from './made.ts';
import { type Account, keptWords, type Taken, type Writer } from './taken.ts';

/** A source with all that was taken from it, as a reference manager keeps it: one reference, with notes. */
export interface Work {
  /** A short name of its own within one file, for citing: `ofsted2025`. */
  cite: string;
  source: Source;
  /** When it was first read, milliseconds since 1970. */
  read: number;
  notes: string[];
  tags: string[];
}

/** What was taken from a source, as one note: quotes, what was thought of them, by whom, and what a group made of it. */
function noteOf({ evidence, by, made }: Taken): string {
  const { note, link, seen, at, stance } = evidence;
  const lines = keptWords(evidence).map((one) => `“${one}”`);
  if (link) lines.push(`${link.text} ${link.url}`.trim());
  if (note) lines.push(note);
  if (stance) lines.push(`(${stance})`);
  const after = madeLines(made);
  if (lines.length + after.length === 0 || seen) return '';
  return [...lines, `— ${by}, ${dayOf(at)}`, ...after].join('\n');
}

/** Gathers evidence by its sources. */
export function gatherWorks() {
  const works = new Map<string, Work>();
  const cites = new Map<string, number>();
  /** By what tells a file from others: the same file at two addresses is one source. */
  const files = new Map<string, string>();
  let sourceless = 0;
  return {
    add(entry: Taken): void {
      const { source, at, tags } = entry.evidence;
      if (!source) {
        sourceless++;
        return;
      }
      const { fingerprint } = source;
      const key = (fingerprint && files.get(fingerprint)) || sourceKey(source);
      if (fingerprint) files.set(fingerprint, key);
      let work = works.get(key);
      if (!work) {
        work = { cite: citeOf(source, cites), source, read: at, notes: [], tags: [] };
        works.set(key, work);
      }
      // The newest to have said a thing of the source says it; entries come newest first.
      else work.source = { ...source, ...defined(work.source) };
      work.read = Math.min(work.read, at);
      const note = noteOf(entry);
      if (note) work.notes.push(note);
      for (const tag of tags) if (!work.tags.includes(tag)) work.tags.push(tag);
    },
    works,
    sourceless: () => sourceless,
  };
}

const defined = (source: Source): Source =>
  Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as Source;

/** A name to cite by: letters and digits only, each once. */
function citeOf({ author, publisher, site, url, published }: Source, taken: Map<string, number>): string {
  const from = author?.split(/[,;]/)[0] || publisher || site || URL.parse(url)?.hostname.replace(/^www\./, '') || '';
  const word = from
    .normalize('NFKD')
    .replace(/[^a-z0-9 ]+/gi, '')
    .trim()
    .split(' ')
    .at(-1)
    ?.toLowerCase();
  const base = `${word || 'source'}${published?.slice(0, 4) ?? ''}`;
  const before = taken.get(base) ?? 0;
  taken.set(base, before + 1);
  return before === 0 ? base : `${base}-${before + 1}`;
}

interface Shape {
  /** In parts that are each soon written: a source may have thousands of notes. */
  reference(work: Work, index: number): Iterable<string>;
  before?(account: Account): string;
  after?: string;
}

/** A file of sources: nothing can be written before the last entry is known, since it may bear on the first source. */
export function worksWriter({ reference, before, after }: Shape): Writer {
  const { add, works, sourceless } = gatherWorks();
  return {
    add(entry) {
      add(entry);
      return '';
    },
    end(account) {
      function* rest() {
        let i = 0;
        for (const work of works.values()) yield* reference(work, i++);
        if (after) yield after;
      }
      return { before: before?.({ ...account, sourceless: sourceless() }) ?? '', after: rest() };
    },
    sourceless,
  };
}
