import type { LogNow } from '../replica/log-index.ts';
import { type LogRow, rowOf } from '../replica/log-rows.ts';

/** The pieces of the log as they will be with what waits on this device, in no order. */
export function piecesOf({ rows, ahead }: Pick<LogNow, 'rows' | 'ahead'>): LogRow[] {
  const laid = rows.filter(({ id }) => !ahead.hidden.has(id));
  return [...laid, ...ahead.records.map((record) => rowOf(record, false))];
}
