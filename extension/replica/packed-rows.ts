import { type LogRow, listOf } from './log-rows.ts';
import { createPauses } from './short-pause.ts';

/**
 * The rows of the log with their words, as they were at a place in the cluster's order: kept on disk in a few large
 * pieces, since a hundred thousand records take seconds to read one by one. `shared` are what rows have besides, each
 * different one once, and `which` says which is whose.
 */
export interface KeptRows {
  v: number;
  cursor: number;
  /** Of so many rows each, a row a line. */
  ids: string[];
  seqs: Float64Array<ArrayBuffer>;
  times: Float64Array<ArrayBuffer>;
  shared: string[];
  which: Uint32Array<ArrayBuffer>;
  words: string[];
}

/** One more whenever rows have another shape, or their words are made of other parts of an entry. */
export const packedVersion = 2;

type Shared = Pick<LogRow, 'state' | 'by' | 'priorities' | 'tags' | 'stance' | 'source' | 'wording'>;

/** So many rows are a piece. */
const piece = 500;

/** Packs rows that all have their words, a piece at a time, so that the screen never waits for it. */
export async function packRows(rows: readonly LogRow[], cursor: number): Promise<KeptRows> {
  const breathe = createPauses();
  const places = new Map<string, number>();
  const which = new Uint32Array(rows.length);
  const seqs = new Float64Array(rows.length);
  const times = new Float64Array(rows.length);
  const ids: string[] = [];
  const words: string[] = [];
  for (let from = 0; from < rows.length; from += piece) {
    const some = rows.slice(from, from + piece);
    for (const [i, { seq, at, state, by, priorities, tags, stance, source, wording }] of some.entries()) {
      const key = JSON.stringify({ state, by, priorities, tags, stance, source, wording } satisfies Shared);
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      which[from + i] = place;
      seqs[from + i] = seq;
      times[from + i] = at;
    }
    ids.push(some.map(({ id }) => id).join('\n'));
    // Words are letters, digits and single spaces.
    words.push(some.map((row) => row.words ?? '').join('\n'));
    await breathe();
  }
  return { v: packedVersion, cursor, ids, seqs, times, shared: [...places.keys()], which, words };
}

/** The rows as they were packed, in their order; a piece at a time too. */
export async function unpackRows({ ids, seqs, times, shared, which, words }: KeptRows): Promise<LogRow[]> {
  if (which.length === 0) return [];
  const breathe = createPauses();
  const parsed: Shared[] = [];
  for (const text of shared) {
    const one = JSON.parse(text) as Shared;
    parsed.push({ ...one, priorities: listOf(one.priorities), tags: listOf(one.tags) });
    if (parsed.length % piece === 0) await breathe();
  }
  const rows: LogRow[] = [];
  for (const [n, some] of ids.entries()) {
    const texts = (words[n] ?? '').split('\n');
    for (const [i, id] of some.split('\n').entries()) {
      const at = rows.length;
      const { state, by, priorities, tags, stance, source, wording } = parsed[which[at] as number] as Shared;
      const when = { seq: seqs[at] as number, at: times[at] as number };
      rows.push({ id, ...when, state, by, priorities, tags, stance, source, wording, words: texts[i] ?? '' });
    }
    await breathe();
  }
  return rows;
}
