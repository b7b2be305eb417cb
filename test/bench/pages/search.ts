import flexsearch from 'flexsearch';
import MiniSearch from 'minisearch';
import type { LogNow } from '../../../extension/replica/log-index.ts';
import { type LogRow, listOf } from '../../../extension/replica/log-rows.ts';
import { createFacets } from '../../../extension/replica/search/facets.ts';
import { createLogSearch } from '../../../extension/replica/search/log-search.ts';
import { wordsOf } from '../../../extension/replica/words.ts';
import { parseQuery } from '../../../shared/evidence/query.ts';
import { stemOf } from '../../../shared/priorities/suggest-words.ts';
import { createCorpus, type Doc } from '../search-corpus.ts';

/** One answer of one searcher: how many milliseconds it took, and how many it found. */
export interface Answer {
  kind: string;
  ms: number;
  found: number;
}

export interface Measured {
  name: string;
  /** Milliseconds to take in all documents, and bytes of the heap then; where the browser says. */
  build: number;
  heap: number;
  answers: Answer[];
}

interface Searcher {
  name: string;
  build(docs: readonly Doc[]): Promise<(line: string) => number>;
}

const stemmed = (text: string) => wordsOf(text).trim().split(' ').map(stemOf);

const stances = ['supports', 'challenges', 'context'] as const;

const ours: Searcher = {
  name: 'ours',
  async build(docs) {
    const rows = docs.map(
      ({ id, note, quote, title, tags }): LogRow => ({
        id: String(id),
        seq: id,
        at: 1_700_000_000_000 - id * 1000,
        state: 'there',
        by: `m${id % 40}`,
        priorities: listOf([`p${id % 3}`]),
        tags: listOf(tags),
        stance: stances[id % 3],
        source: undefined,
        wording: 0,
        words: wordsOf([note, quote, ...tags, title].join(' ')),
      }),
    );
    const now: LogNow = { rows, ahead: { records: [], hidden: new Set() }, whole: true };
    const known = { me: undefined, priorities: [], schools: [], codebook: [], cycles: [], weighings: [], gathered: [] };
    const members = Array.from({ length: 40 }, (_, i) => ({
      id: `m${i}`,
      name: `Member ${i}`,
      schools: [`s${i % 9}`],
    }));
    const schools = Array.from({ length: 9 }, (_, i) => ({ id: `s${i}`, name: `School ${i}` }));
    const facets = createFacets({ ...known, members, schools, decided: new Set() }, ['oracy', 'reading', 'attendance']);
    const kept: ReadonlySet<string> = new Set();
    return new Promise((resolve, reject) => {
      const search = createLogSearch({
        tell: () => resolve((line) => search.find(now, { query: parseQuery(line), facets, kept }).rows.length),
        failed: reject,
        signal: new AbortController().signal,
      });
      search.take(now);
    });
  },
};

const mini: Searcher = {
  name: 'MiniSearch 7.2.0',
  async build(docs) {
    const index = new MiniSearch<Doc>({
      fields: ['note', 'quote', 'title', 'tags'],
      extractField: (doc, field) => (field === 'tags' ? doc.tags.join(' ') : String(doc[field as keyof Doc])),
      processTerm: (term) => stemOf(wordsOf(term).trim()),
    });
    index.addAll(docs);
    return (line) => {
      const phrase = line.startsWith('"');
      const text = line.replaceAll('"', '');
      const last = text.lastIndexOf(' ') + 1;
      const found = index.search(text, {
        combineWith: 'AND',
        prefix: (term, i, terms) => !phrase && i === terms.length - 1 && term === stemOf(text.slice(last)),
      });
      // It knows no phrases: what it finds is looked through for the words just so.
      if (!phrase) return found.length;
      const asked = ` ${text} `;
      return found.filter(({ id }) => {
        const { note, quote, title } = docs[id as number] as Doc;
        return [note, quote, title].some((part) => ` ${part} `.includes(asked));
      }).length;
    };
  },
};

const flex: Searcher = {
  name: 'FlexSearch 0.8.212',
  async build(docs) {
    const { Index } = flexsearch as unknown as {
      Index: new (
        options: object,
      ) => {
        add(id: number, text: string): void;
        search(text: string, options: { limit: number }): number[];
      };
    };
    const texts = docs.map(({ note, quote, title, tags }) => [note, quote, ...tags, title].join(' '));
    // Words by their beginnings, since the last one is only begun.
    const index = new Index({ tokenize: 'forward', encode: (text: string) => stemmed(text) });
    for (const [id, text] of texts.entries()) index.add(id, text);
    return (line) => {
      const text = line.replaceAll('"', '');
      const found = index.search(text, { limit: docs.length });
      if (!line.startsWith('"')) return found.length;
      const asked = ` ${text} `;
      return found.filter((id) => ` ${texts[id]} `.includes(asked)).length;
    };
  },
};

const searchers: readonly Searcher[] = [ours, mini, flex];

const heapNow = () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;

/** Answers the same lines over the same documents with one of the searchers. */
export async function measure(size: number, which: number): Promise<Measured> {
  const { docs, queries } = createCorpus(size);
  const searcher = searchers[which] as Searcher;
  const gc = (globalThis as unknown as { gc?: () => void }).gc;
  gc?.();
  const before = heapNow();
  const begun = performance.now();
  const find = await searcher.build(docs);
  const build = performance.now() - begun;
  gc?.();
  const heap = heapNow() - before;
  // The first ones warm up.
  for (const { line } of queries.slice(0, 20)) find(line);
  const answers = queries.map(({ kind, line }) => {
    const start = performance.now();
    const found = find(line);
    return { kind, ms: performance.now() - start, found };
  });
  // What only ours is asked: what entries are, besides their words.
  if (searcher === ours) {
    for (const line of ['stance:challenges', 'tag:oracy by:"Member 7"', 'school:"School 3" tag:reading from:2023']) {
      for (let i = 0; i < 20; i++) {
        const start = performance.now();
        const found = find(line);
        answers.push({ kind: 'by what they are', ms: performance.now() - start, found });
      }
    }
  }
  return { name: searcher.name, build, heap, answers };
}

Object.assign(globalThis, { measure });
