import type { AskExport, ExportAfter } from '../../shared/cluster/export.ts';
import { Member } from '../../shared/cluster/members.ts';
import { School } from '../../shared/cluster/schools.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import { type RecordRow, wireRecord } from './changes.ts';
import { type DidRow, wireDid } from './history.ts';
import { snapshotOf } from './records.ts';

/** Characters after which a page ends, and rows that are looked at for one: neither keeps the cluster from others. */
const longest = { page: 512 * 1024, rows: 4000 } as const;

/** Whose: an id that may be named anywhere, and the members whose deeds count as theirs. */
interface Whose {
  id: string;
  members: readonly string[];
}

/** A page in the making. */
interface Making {
  records: string[];
  log: string[];
  size: number;
  /** How many rows may still be looked at. */
  rows: number;
}

/**
 * A page of everything about a member or of a school, as JSON of `ExportPage`. A member's: what they wrote or did, and
 * what names them. A school's: what names it, and what those who are or were of it wrote or did. Error: `missing`.
 */
export function exportPage(sql: SqlStorage, { about, id, after }: AskExport, now: number): Result<string> {
  const whose = whoseOf(sql, about, id);
  if (!whose) return fail('missing', about);
  const making: Making = { records: [], log: [], size: 0, rows: longest.rows };
  let next: ExportAfter | undefined;
  if (after?.part !== 'log') next = takeRecords(sql, whose, after, making);
  if (!next) next = takeLog(sql, whose, after?.part === 'log' ? after : undefined, making);
  const devices = about === 'member' && !after ? `,"devices":${JSON.stringify(devicesOf(sql, id))}` : '';
  const further = next ? `,"next":${JSON.stringify(next)}` : '';
  const lists = `"records":[${making.records.join(',')}],"log":[${making.log.join(',')}]`;
  return ok(`{"time":${now},${lists}${devices}${further}}`);
}

function whoseOf(sql: SqlStorage, about: AskExport['about'], id: string): Whose | undefined {
  const snapshot = snapshotOf(sql);
  const kind = about === 'member' ? Member.kind : School.kind;
  if (!snapshot.get({ kind, id })) return undefined;
  if (about === 'member') return { id, members: [id] };
  const members = [...snapshot.list(Member.kind)].filter((one) => Member.read(one)?.schools.includes(id));
  return { id, members: members.map((one) => one.id) };
}

const devicesOf = (sql: SqlStorage, member: string) =>
  sql
    .exec<{ name: string | null; added: number; revoked: number | null }>(
      "SELECT name, made AS added, revoked FROM credentials WHERE kind = 'device' AND member = ? ORDER BY made",
      member,
    )
    .toArray()
    .map((one) => ({ ...one, name: one.name ?? '' }));

const isFull = ({ size, rows }: Making) => size > longest.page || rows <= 0;

/** Takes records until the page is full; answers where to go on, or `undefined` where all were looked at. */
function takeRecords(
  sql: SqlStorage,
  { id, members }: Whose,
  after: ExportAfter | undefined,
  making: Making,
): ExportAfter | undefined {
  const rows = sql.exec<RecordRow>(
    'SELECT * FROM records WHERE (kind, id) > (?, ?) ORDER BY kind, id LIMIT ?',
    ...[String(after?.a ?? ''), String(after?.b ?? ''), making.rows],
  );
  let last: ExportAfter | undefined;
  for (const row of rows.toArray()) {
    if (isFull(making)) return last;
    making.rows--;
    last = { part: 'records', a: row.kind, b: row.id };
    // Ids are random: one that stands somewhere in a body is that one.
    const theirs = row.id === id || (row.body !== null && isNamed(row.body, id, members));
    if (!theirs) continue;
    const history = historyOf(sql, row);
    const part = `{"record":${wireRecord(row)},"history":[${history.join(',')}]}`;
    making.records.push(part);
    making.size += part.length;
  }
  return isFull(making) ? last : undefined;
}

const isNamed = (body: string, id: string, members: readonly string[]) =>
  body.includes(id) || members.some((member) => body.includes(`"by":"${member}"`));

const columns = 'log.seq, log.id, log.name, log.by, log.at, log.made, log.body';

const historyOf = (sql: SqlStorage, { kind, id }: RecordRow): string[] =>
  sql
    .exec<DidRow>(
      `SELECT ${columns} FROM touched JOIN log ON log.id = touched.action
       WHERE touched.kind = ? AND touched.id = ? ORDER BY log.seq, log.position`,
      ...[kind, id],
    )
    .toArray()
    .map(wireDid);

/** The same for what was done. */
function takeLog(
  sql: SqlStorage,
  { id, members }: Whose,
  after: ExportAfter | undefined,
  making: Making,
): ExportAfter | undefined {
  if (isFull(making)) return { part: 'log', a: 0, b: 0 };
  const rows = sql.exec<DidRow & { position: number }>(
    `SELECT ${columns}, log.position FROM log WHERE (seq, position) > (?, ?) ORDER BY seq, position LIMIT ?`,
    ...[Number(after?.a ?? 0), Number(after?.b ?? -1), making.rows],
  );
  let last: ExportAfter | undefined;
  for (const { position, ...row } of rows.toArray()) {
    if (isFull(making)) return last;
    making.rows--;
    last = { part: 'log', a: row.seq, b: position };
    if (!members.includes(row.by) && !row.body?.includes(id)) continue;
    const part = wireDid(row);
    making.log.push(part);
    making.size += part.length;
  }
  return isFull(making) ? last : undefined;
}
