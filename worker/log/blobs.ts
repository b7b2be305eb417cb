import type { Ref } from '../../shared/record.ts';

/** Types of image that cannot carry a script. */
export const blobTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const;
export type BlobType = (typeof blobTypes)[number];

/** How long an image that nothing uses is kept: long enough for its action to follow on bad Wi-Fi. Milliseconds. */
export const orphanAge = 7 * 24 * 60 * 60 * 1000;

export const blobExists = (sql: SqlStorage, hash: string): boolean =>
  sql.exec('SELECT 1 FROM blobs WHERE hash = ?', hash).toArray().length > 0;

/** Keeps an image under its hash; the same again changes nothing but the time for which it may wait. */
export function putBlob(sql: SqlStorage, hash: string, type: BlobType, bytes: ArrayBuffer, now: number): void {
  sql.exec(
    `INSERT INTO blobs (hash, type, bytes, arrived) VALUES (?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET arrived = excluded.arrived`,
    ...[hash, type, bytes, now],
  );
}

export function getBlob(sql: SqlStorage, hash: string): { type: string; bytes: ArrayBuffer } | undefined {
  return sql
    .exec<{ type: string; bytes: ArrayBuffer }>('SELECT type, bytes FROM blobs WHERE hash = ?', hash)
    .toArray()[0];
}

/** Notes that records stand on images. */
export function useBlobs(sql: SqlStorage, hashes: readonly string[], records: readonly Ref[]): void {
  for (const hash of hashes) {
    for (const { kind, id } of records) {
      sql.exec('INSERT OR IGNORE INTO blob_uses (hash, kind, id) VALUES (?, ?, ?)', hash, kind, id);
    }
  }
}

/** Erases a record's images, unless another record stands on them too. */
export function dropBlobUses(sql: SqlStorage, kind: string, id: string): void {
  const used = sql.exec<{ hash: string }>('SELECT hash FROM blob_uses WHERE kind = ? AND id = ?', kind, id).toArray();
  sql.exec('DELETE FROM blob_uses WHERE kind = ? AND id = ?', kind, id);
  for (const { hash } of used) {
    sql.exec('DELETE FROM blobs WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM blob_uses WHERE hash = ?)', hash, hash);
  }
}

/** Drops the images that came before a time and that nothing uses. Answers with when the next one falls due. */
export function sweepBlobs(sql: SqlStorage, now: number): number | undefined {
  const unused = 'NOT EXISTS (SELECT 1 FROM blob_uses WHERE blob_uses.hash = blobs.hash)';
  sql.exec(`DELETE FROM blobs WHERE arrived <= ? AND ${unused}`, now - orphanAge);
  const next = sql.exec<{ at: number | null }>(`SELECT MIN(arrived) AS at FROM blobs WHERE ${unused}`).one().at;
  return next === null ? undefined : next + orphanAge;
}
