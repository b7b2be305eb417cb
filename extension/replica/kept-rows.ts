import { Evidence } from '../../shared/evidence/evidence.ts';
import type { Record } from '../../shared/record.ts';
import { type Database, getMeta, setMeta } from './database.ts';
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
const version = 1;

type Shared = Pick<LogRow, 'state' | 'by' | 'priorities' | 'tags' | 'stance' | 'source' | 'wording'>;

/** Fewer are read soon enough as they are. */
export const worthKeeping = 5000;
/** So many changes later they are kept anew. */
export const worthAnew = 1000;

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
    v: version,
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

/**
 * What was kept, with what has changed since; nothing where it does not add up to what the base holds: an older copy
 * was restored, or a build before this one kept something else.
 */
export async function readKeptRows(db: Database): Promise<{ rows: LogRow[]; changed: Record[] } | undefined> {
  const { kind } = Evidence;
  const read = await db.transaction('r', db.records, db.meta, async () => {
    const [kept, cursor = 0] = await Promise.all([getMeta(db, 'logRows'), getMeta(db, 'cursor')]);
    if (kept?.v !== version || kept.cursor > cursor) return undefined;
    const since = db.records.where('[kind+seq]').between([kind, kept.cursor], [kind, Infinity], false, true);
    const all = db.records.where('[kind+id]').between([kind, ''], [kind, '\uffff']);
    const [changed, count] = await Promise.all([since.toArray(), all.count()]);
    return { kept, changed, count };
  });
  if (!read) return undefined;
  const rows = unpackRows(read.kept);
  const ids = new Set(rows.map(({ id }) => id));
  for (const { id } of read.changed) ids.add(id);
  return ids.size === read.count ? { rows, changed: read.changed } : undefined;
}

/** Keeps rows as they are at a place in the order, unless the base has moved on from there. */
export async function keepRows(db: Database, rows: readonly LogRow[], cursor: number): Promise<void> {
  if (rows.some(({ words }) => words === undefined)) return;
  const packed = packRows(rows, cursor);
  await db.transaction('rw', db.meta, async () => {
    if ((await getMeta(db, 'cursor')) === cursor) await setMeta(db, 'logRows', packed);
  });
}
