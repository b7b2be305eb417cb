import { limits } from '../../shared/action.ts';
import { getMeta } from './schema.ts';

export type RecordRow = { kind: string; id: string; v: number; rev: number; seq: number; body: string | null };

/** The newest sequence number. */
export const headOf = (sql: SqlStorage): number => Number(getMeta(sql, 'seq'));

// Bodies are JSON already: they are put into the page as they are, neither parsed nor written anew.
export const wireRecord = ({ kind, id, v, rev, seq, body }: RecordRow): string =>
  `{"kind":${JSON.stringify(kind)},"id":"${id}","v":${v},"rev":${rev},"seq":${seq},"body":${body ?? 'null'}}`;

/**
 * A page of changes after a cursor, as JSON of `Page`: about `bytes` long, longer only where one sequence number alone
 * is. A cursor beyond the newest number (the cluster was restored from a backup) gets an empty page that says so.
 */
export function changesPage(sql: SqlStorage, after: number, now: number, bytes: number = limits.pageBytes): string {
  const head = headOf(sql);
  const parts: string[] = [];
  let size = 0;
  let last = after;
  let more = false;
  for (const row of sql.exec<RecordRow>('SELECT * FROM records WHERE seq > ? ORDER BY seq, kind, id', after)) {
    if (size > bytes && row.seq !== last) {
      more = true;
      break;
    }
    const part = wireRecord(row);
    parts.push(part);
    size += part.length;
    last = row.seq;
  }
  const seq = more ? last : head;
  return `{"time":${now},"after":${after},"seq":${seq},"more":${more},"records":[${parts.join(',')}]}`;
}

/** The records of some kinds, as JSON of an array: what a new device begins with. */
export function recordsOfKinds(sql: SqlStorage, kinds: readonly string[]): string {
  const found = kinds.flatMap((kind) =>
    sql.exec<RecordRow>('SELECT * FROM records WHERE kind = ? ORDER BY seq', kind).toArray(),
  );
  return `[${found.map(wireRecord).join(',')}]`;
}
