import { Evidence } from '../../shared/evidence/evidence.ts';
import type { Database } from './database.ts';

/** How many pieces of evidence reached the log before a moment, erased ones left out; by an index, none is read. */
export const evidenceBefore = (db: Database, at: number): Promise<number> =>
  db.records.where('[kind+body.at]').between([Evidence.kind, -Infinity], [Evidence.kind, at]).count();
