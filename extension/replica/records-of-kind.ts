import type { Record } from '../../shared/record.ts';
import type { Database } from './database.ts';

/** Every record of a kind in the base, in order of `seq`. For kinds of which there are few. */
export async function recordsOfKind(db: Database, kind: string): Promise<Record[]> {
  const found = await db.records.where('[kind+id]').between([kind, ''], [kind, '\uffff']).toArray();
  return found.sort((a, b) => a.seq - b.seq);
}
