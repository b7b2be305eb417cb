import type { LogRow } from './log-rows.ts';

/**
 * The rows of the log with their words, as they were at a place in the cluster's order: kept on disk in a few large
 * pieces, since a hundred thousand records take seconds to read one by one. `shared` are what rows have besides, each
 * different one once, and `which` says which is whose.
 */
export interface KeptRows {
  v: number;
  cursor: number;
  ids: string;
  seqs: Float64Array<ArrayBuffer>;
  times: Float64Array<ArrayBuffer>;
  shared: string[];
  which: Uint32Array<ArrayBuffer>;
  words: string;
}

/** One more whenever rows have another shape, or their words are made of other parts of an entry. */
export const packedVersion = 1;

type Shared = Pick<LogRow, 'state' | 'by' | 'priorities' | 'tags' | 'stance' | 'source' | 'wording'>;

/** Packs rows that all have their words. */
export function packRows(rows: readonly LogRow[], cursor: number): KeptRows {
  const places = new Map<string, number>();
  const which = new Uint32Array(rows.length);
  for (const [i, { state, by, priorities, tags, stance, source, wording }] of rows.entries()) {
    const key = JSON.stringify({ state, by, priorities, tags, stance, source, wording } satisfies Shared);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    which[i] = place;
  }
  return {
    v: packedVersion,
    cursor,
    ids: rows.map(({ id }) => id).join('\n'),
    seqs: Float64Array.from(rows, ({ seq }) => seq),
    times: Float64Array.from(rows, ({ at }) => at),
    shared: [...places.keys()],
    which,
    // Words are letters, digits and single spaces.
    words: rows.map(({ words = '' }) => words).join('\n'),
  };
}

/** The rows as they were packed, in their order. */
export function unpackRows({ ids, seqs, times, shared, which, words }: KeptRows): LogRow[] {
  if (which.length === 0) return [];
  const parsed = shared.map((text) => JSON.parse(text) as Shared);
  const texts = words.split('\n');
  return ids.split('\n').map((id, i): LogRow => {
    const { state, by, priorities, tags, stance, source, wording } = parsed[which[i] as number] as Shared;
    const [seq, at] = [seqs[i] as number, times[i] as number];
    return { id, seq, at, state, by, priorities, tags, stance, source, wording, words: texts[i] ?? '' };
  });
}
