import { Evidence } from '../../shared/evidence/evidence.ts';
import type { Record } from '../../shared/record.ts';
import { type Database, getMeta, setMeta } from './database.ts';
import type { LogRow } from './log-rows.ts';
import { packedVersion, packRows, unpackRows } from './packed-rows.ts';

/** Fewer are read soon enough as they are. */
export const worthKeeping = 5000;
/** So many changes later they are kept anew. */
export const worthAnew = 1000;

/**
 * What was kept, with what has changed since; nothing where it does not add up to what the base holds: an older copy
 * was restored, or a build before this one kept something else.
 */
export async function readKeptRows(db: Database): Promise<{ rows: LogRow[]; changed: Record[] } | undefined> {
  const { kind } = Evidence;
  const read = await db.transaction('r', db.records, db.meta, async () => {
    const [kept, cursor = 0] = await Promise.all([getMeta(db, 'logRows'), getMeta(db, 'cursor')]);
    if (kept?.v !== packedVersion || kept.cursor > cursor) return undefined;
    const since = db.records.where('[kind+seq]').between([kind, kept.cursor], [kind, Infinity], false, true);
    const all = db.records.where('[kind+id]').between([kind, ''], [kind, '\uffff']);
    const [changed, count] = await Promise.all([since.toArray(), all.count()]);
    return { kept, changed, count };
  });
  if (!read) return undefined;
  const rows = await unpackRows(read.kept);
  const ids = new Set(rows.map(({ id }) => id));
  for (const { id } of read.changed) ids.add(id);
  return ids.size === read.count ? { rows, changed: read.changed } : undefined;
}

/** Keeps rows as they are at a place in the order, unless the base has moved on from there. */
export async function keepRows(db: Database, rows: readonly LogRow[], cursor: number): Promise<void> {
  if (rows.some(({ words }) => words === undefined)) return;
  const packed = await packRows(rows, cursor);
  await db.transaction('rw', db.meta, async () => {
    if ((await getMeta(db, 'cursor')) === cursor) await setMeta(db, 'logRows', packed);
  });
}
