import { limits } from '../../shared/action.ts';
import type { ArchiveAfter, AskArchive } from '../../shared/cluster/archive.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import { headOf } from './changes.ts';

type RecordRow = { kind: string; id: string; v: number; rev: number; seq: number; body: string | null };
type LogRow = {
  id: string;
  seq: number;
  position: number;
  name: string;
  hash: string;
  by: string;
  device: string | null;
  at: number;
  made: number;
  body: string | null;
};

/** A page in the making: its three lists as JSON, and how long it has become. */
interface Making {
  records: string[];
  log: string[];
  blobs: string[];
  size: number;
}

const isFull = ({ size }: Making) => size > limits.pageBytes;

// Bodies are JSON already: they are put into the page as they are.
const withBody = ({ body, ...row }: RecordRow | LogRow) =>
  `${JSON.stringify(row).slice(0, -1)},"body":${body ?? 'null'}`;

/**
 * A page of everything that the cluster holds, as JSON of `ArchivePage`: records, then the log in its
 * order, then what images there are. Credentials stay. Error: `stale`, where something was added since the first page.
 */
export function archivePage(sql: SqlStorage, { seq, after }: AskArchive, now: number): Result<string> {
  const head = headOf(sql);
  if (seq !== undefined && seq !== head) return fail('stale', 'archive');
  const making: Making = { records: [], log: [], blobs: [], size: 0 };
  const next = takeFrom(sql, making, after ?? { part: 'records', a: 0, b: 0 });
  const lists = (['records', 'log', 'blobs'] as const).map((name) => `"${name}":[${making[name].join(',')}]`);
  const further = next ? `,"next":${JSON.stringify(next)}` : '';
  return ok(`{"time":${now},"seq":${head},${lists.join(',')}${further}}`);
}

function takeFrom(sql: SqlStorage, making: Making, after: ArchiveAfter): ArchiveAfter | undefined {
  let from: ArchiveAfter | undefined = after;
  if (from.part === 'records') from = takeRecords(sql, making, from) ?? { part: 'log', a: 0, b: -1 };
  if (from.part === 'log' && !isFull(making)) from = takeLog(sql, making, from) ?? { part: 'blobs', a: '', b: '' };
  if (from.part === 'blobs' && !isFull(making)) from = takeBlobs(sql, making, from);
  return from;
}

/** In the order in which they stand in the table, which decides between those of one sequence number. */
function takeRecords(sql: SqlStorage, making: Making, { a }: ArchiveAfter): ArchiveAfter | undefined {
  const rows = sql.exec<RecordRow & { place: number }>(
    'SELECT rowid AS place, kind, id, v, rev, seq, body FROM records WHERE rowid > ? ORDER BY rowid',
    Number(a),
  );
  for (const { place, ...row } of rows) {
    const part = `${withBody(row)}}`;
    making.records.push(part);
    making.size += part.length;
    if (isFull(making)) return { part: 'records', a: place, b: 0 };
  }
  return undefined;
}

function takeLog(sql: SqlStorage, making: Making, { a, b }: ArchiveAfter): ArchiveAfter | undefined {
  const rows = sql.exec<LogRow & { touched: string }>(
    `SELECT id, seq, position, name, hash, by, device, at, made, body,
       (SELECT json_group_array(json_object('kind', kind, 'id', touched.id)) FROM touched WHERE action = log.id) AS touched
     FROM log WHERE (seq, position) > (?, ?) ORDER BY seq, position`,
    ...[Number(a), Number(b)],
  );
  for (const { touched, ...row } of rows) {
    const part = `${withBody(row)},"touched":${touched}}`;
    making.log.push(part);
    making.size += part.length;
    if (isFull(making)) return { part: 'log', a: row.seq, b: row.position };
  }
  return undefined;
}

/** Only images that records stand on: what waits for its action is no part of the log yet. */
function takeBlobs(sql: SqlStorage, making: Making, { a }: ArchiveAfter): ArchiveAfter | undefined {
  const rows = sql.exec<{ hash: string; type: string; uses: string }>(
    `SELECT hash, type,
       (SELECT json_group_array(json_object('kind', kind, 'id', id)) FROM blob_uses WHERE hash = blobs.hash) AS uses
     FROM blobs WHERE hash > ? AND EXISTS (SELECT 1 FROM blob_uses WHERE hash = blobs.hash) ORDER BY hash`,
    String(a),
  );
  for (const { hash, type, uses } of rows) {
    const part = `{"hash":"${hash}","type":${JSON.stringify(type)},"uses":${uses}}`;
    making.blobs.push(part);
    making.size += part.length;
    if (isFull(making)) return { part: 'blobs', a: hash, b: '' };
  }
  return undefined;
}
