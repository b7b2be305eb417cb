import { parse } from '../../shared/action.ts';
import {
  type ArchiveManifest,
  type ArchiveParts,
  type ArchiveStep,
  ArchiveManifest as Manifest,
} from '../../shared/cluster/archive.ts';
import { Cluster } from '../../shared/cluster/cluster.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import { type BlobType, blobExists, putBlob, useBlobs } from './blobs.ts';
import { putRecord } from './records.ts';
import { dropMeta, exists, getMeta, migrate, setMeta } from './schema.ts';

/** What is noted while a cluster is made from an archive: what the archive says of itself, and the last page. */
interface Restoring {
  manifest: ArchiveManifest;
  page: number;
}

/** Whether the cluster is being made from an archive, and not whole yet. */
export const isRestoring = (sql: SqlStorage): boolean => exists(sql) && getMeta(sql, 'restoring') !== undefined;

function restoringOf(sql: SqlStorage): Restoring | undefined {
  if (!isRestoring(sql)) return undefined;
  const { manifest, page } = JSON.parse(getMeta(sql, 'restoring') ?? '{}');
  const parsed = parse(Manifest, manifest);
  return parsed.ok ? { manifest: parsed.value, page } : undefined;
}

/**
 * One step of making a cluster from an archive, in one transaction. The caller has seen that the cluster is not there.
 * The records and the log are put in as they are: nothing is decided anew, so that what was erased stays erased. The
 * same step again changes nothing. Errors: `not-in-state` (not begun, or a page before this one is lacking), `exists`
 * (twice in the archive), `not-valid` (it is not what its manifest says), `blob-missing`.
 */
export function restoreStep(storage: DurableObjectStorage, step: ArchiveStep): Result<object> {
  const { sql } = storage;
  if (step.step === 'begin') return begin(storage, step.cluster, step.manifest);
  const state = restoringOf(sql);
  if (!state) return fail('not-in-state');
  if (step.step === 'end') return storage.transactionSync(() => end(sql, state.manifest));
  if (step.page <= state.page) return ok({});
  if (step.page !== state.page + 1) return fail('not-in-state');
  const wrong = wrongIn(step, state.manifest);
  if (wrong) return fail('not-valid', wrong);
  try {
    storage.transactionSync(() => {
      putPage(sql, step);
      setMeta(sql, 'restoring', JSON.stringify({ ...state, page: step.page }));
    });
  } catch (error) {
    console.error('restore', error instanceof Error ? error.message : 'failed');
    return fail('exists', 'archive');
  }
  return ok({});
}

function begin(storage: DurableObjectStorage, cluster: string, manifest: ArchiveManifest): Result<object> {
  const { sql } = storage;
  storage.transactionSync(() => {
    migrate(storage);
    // Whatever came before was never seen by anyone.
    for (const table of ['records', 'log', 'touched', 'blobs', 'blob_uses', 'credentials', 'agenda', 'followers']) {
      sql.exec(`DELETE FROM ${table}`);
    }
    setMeta(sql, 'cluster', cluster);
    setMeta(sql, 'seq', '0');
    setMeta(sql, 'restoring', JSON.stringify({ manifest, page: 0 }));
  });
  return ok({});
}

/** What of a page cannot be of this archive. */
function wrongIn({ records, log }: ArchiveParts, { seq }: ArchiveManifest): string | undefined {
  const later = (one: { seq: number }) => one.seq < 1 || one.seq > seq;
  const odd = records.some(
    ({ kind, id, v, rev }) => !/^[a-z][a-zA-Z.-]*$/.test(kind) || !/^[0-9a-f-]{1,64}$/.test(id) || v < 1 || rev < 1,
  );
  if (odd || records.some(later)) return 'records';
  return log.some(later) ? 'log' : undefined;
}

function putPage(sql: SqlStorage, { records, log, blobs }: ArchiveParts): void {
  for (const record of records) {
    const { kind, id } = record;
    if (sql.exec('SELECT 1 FROM records WHERE kind = ? AND id = ?', kind, id).toArray().length > 0) {
      throw new Error(`${kind} is there twice`);
    }
    putRecord(sql, record);
  }
  for (const { id, seq, position, name, body, hash, by, device, at, made, touched } of log) {
    const json = body === null || body === undefined ? null : JSON.stringify(body);
    sql.exec(
      'INSERT INTO log (id, seq, position, name, body, hash, by, device, at, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[id, seq, position, name, json, hash, by, device, at, made],
    );
    for (const ref of touched) {
      sql.exec('INSERT INTO touched (kind, id, action) VALUES (?, ?, ?)', ref.kind, ref.id, id);
    }
  }
  for (const { hash, uses } of blobs) useBlobs(sql, [hash], uses);
}

/** An image of the archive. Error: `not-in-state`. */
export function restoreBlob(
  sql: SqlStorage,
  hash: string,
  type: BlobType,
  bytes: ArrayBuffer,
  now: number,
): Result<object> {
  if (!isRestoring(sql)) return fail('not-in-state');
  putBlob(sql, hash, type, bytes, now);
  return ok({});
}

const countOf = (sql: SqlStorage, what: string) => sql.exec<{ n: number }>(`SELECT COUNT(*) AS n FROM ${what}`).one().n;

/** The last step: what came is what the archive said, and stands on nothing that is not there. */
function end(sql: SqlStorage, { seq, records, log, blobs }: ArchiveManifest): Result<object> {
  if (countOf(sql, 'records') !== records || countOf(sql, `records WHERE kind = '${Cluster.kind}'`) !== 1) {
    return fail('not-valid', 'records');
  }
  const newest = sql.exec<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM log').one().seq;
  if (countOf(sql, 'log') !== log || newest !== seq) return fail('not-valid', 'log');
  const astray =
    'touched WHERE NOT EXISTS (SELECT 1 FROM records WHERE records.kind = touched.kind AND records.id = touched.id)';
  if (countOf(sql, astray) > 0) return fail('not-valid', 'log');
  const used = sql.exec<{ hash: string }>('SELECT DISTINCT hash FROM blob_uses').toArray();
  const lacking = used.find(({ hash }) => !blobExists(sql, hash));
  if (lacking) return fail('blob-missing', lacking.hash);
  if (used.length !== blobs) return fail('not-valid', 'blobs');
  setMeta(sql, 'seq', String(seq));
  dropMeta(sql, 'restoring');
  return ok({});
}
