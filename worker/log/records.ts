import type { Snapshot } from '../../shared/fold.ts';
import type { Record } from '../../shared/record.ts';

type Row = { kind: string; id: string; v: number; rev: number; seq: number; body: string | null };

const toRecord = ({ body, ...row }: Row): Record => ({ ...row, body: body === null ? null : JSON.parse(body) });

/** The records as they stand in the cluster's database. */
export const snapshotOf = (sql: SqlStorage): Snapshot => ({
  get({ kind, id }) {
    const row = sql.exec<Row>('SELECT * FROM records WHERE kind = ? AND id = ?', kind, id).toArray()[0];
    return row && toRecord(row);
  },
  *list(kind) {
    // Read whole: a cursor must not be held across writes.
    yield* sql.exec<Row>('SELECT * FROM records WHERE kind = ? ORDER BY seq', kind).toArray().map(toRecord);
  },
});

export function putRecord(sql: SqlStorage, { kind, id, v, rev, seq, body }: Record): void {
  sql.exec(
    'INSERT OR REPLACE INTO records (kind, id, v, rev, seq, body) VALUES (?, ?, ?, ?, ?, ?)',
    kind,
    id,
    v,
    rev,
    seq,
    body === null ? null : JSON.stringify(body),
  );
}
