import type { LogNow } from '../../../../extension/replica/log-index.ts';
import { newestFirst, rowOf } from '../../../../extension/replica/log-rows.ts';
import { createFacets, type Known } from '../../../../extension/replica/search/facets.ts';
import { createLogSearch } from '../../../../extension/replica/search/log-search.ts';
import { parseQuery } from '../../../../shared/evidence/query.ts';
import { newId } from '../../../../shared/ids.ts';
import type { Record } from '../../../../shared/record.ts';

export const begun = new Date(2025, 8, 1).getTime();
export const day = 86_400_000;
export const known: Known = {
  me: 'm-ann',
  priorities: [
    { id: 'p-read', title: 'Every child reads fluently' },
    { id: 'p-attend', title: 'Every child attends' },
  ],
  members: [
    { id: 'm-ann', name: 'Ann Archer', schools: ['s-alder', 's-birch'] },
    { id: 'm-ben', name: 'Ben Baker', schools: [] },
  ],
  schools: [
    { id: 's-alder', name: 'Alder Primary' },
    { id: 's-birch', name: 'Birch Primary' },
  ],
  codebook: [],
  cycles: [],
  weighings: [],
  gathered: [],
  decided: new Set(),
};
export const tags = ['Oracy', 'year 3', 'reading'];
export const facets = createFacets(known, tags);

let seq = 0;
/** The next sequence number. */
export const nextSeq = () => ++seq;
export const record = (note: string, more: object = {}, at = begun + seq * 1000): Record => ({
  kind: 'evidence',
  id: newId(at),
  v: 1,
  rev: 1,
  seq: ++seq,
  body: { passages: [], note, tags: [], priorities: [], by: 'm-ben', at, ...more },
});

export const logOf = (records: readonly Record[], ahead: readonly Record[] = []): LogNow => ({
  rows: records.map((one) => rowOf(one, true)).sort(newestFirst),
  ahead: { records: ahead, hidden: new Set(ahead.map(({ id }) => id)) },
  whole: true,
});

/** A search over a log, once all of it is in the index. */
export async function over(now: LogNow, by = facets) {
  const gone = new AbortController();
  const waiting: (() => void)[] = [];
  const search = createLogSearch({
    tell: () => {
      for (const one of waiting.splice(0)) one();
    },
    failed: (error) => {
      throw error;
    },
    signal: gone.signal,
  });
  let last = now;
  const take = async (next: LogNow) => {
    last = next;
    const told = new Promise<void>((resolve) => waiting.push(resolve));
    search.take(next);
    await told;
  };
  await take(now);
  const find = (line: string, kept: string[] = []) =>
    search.find(last, { query: parseQuery(line), facets: by, kept: new Set(kept) });
  return { search, take, find, ids: (line: string, kept?: string[]) => find(line, kept).rows.map(({ id }) => id) };
}
