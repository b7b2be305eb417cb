import { fail, ok, type Result } from '../../shared/problem.ts';
import type { Ref } from '../../shared/record.ts';
import { longestHistory } from '../../shared/sync.ts';

export type DidRow = {
  seq: number;
  id: string;
  name: string;
  by: string;
  at: number;
  made: number;
  body: string | null;
};

/** Characters of bodies after which older actions are left out: a few very long entries should not fill the line. */
const longest = 1024 * 1024;

/** An action as JSON of `Did`: its body is JSON already. */
export const wireDid = ({ body, ...row }: DidRow): string =>
  `${JSON.stringify(row).slice(0, -1)},"body":${body ?? 'null'}}`;

/**
 * What was done to a record, oldest first, as JSON of `History`: the newest 200 actions or about a megabyte. What was
 * erased stands there without its words. Error: `missing`, where there never was such a record.
 */
export function historyOf(sql: SqlStorage, { kind, id }: Ref): Result<string> {
  const known = sql.exec('SELECT 1 FROM records WHERE kind = ? AND id = ?', kind, id).toArray().length > 0;
  if (!known) return fail('missing');
  const rows = sql.exec<DidRow>(
    `SELECT log.seq, log.id, log.name, log.by, log.at, log.made, log.body
     FROM touched JOIN log ON log.id = touched.action
     WHERE touched.kind = ? AND touched.id = ?
     ORDER BY log.seq DESC, log.position DESC LIMIT ?`,
    ...[kind, id, longestHistory + 1],
  );
  const parts: string[] = [];
  let size = 0;
  let more = false;
  for (const row of rows) {
    if (parts.length === longestHistory || size > longest) {
      more = true;
      break;
    }
    const part = wireDid(row);
    parts.push(part);
    size += part.length;
  }
  return ok(`{"more":${more},"actions":[${parts.reverse().join(',')}]}`);
}
