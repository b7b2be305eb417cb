import type { PromiseExtended } from 'dexie';
import type { Record } from '../../shared/record.ts';
import type { Database } from './database.ts';

/** Every record of a kind in the base, in order of `seq`. For kinds of which there are few. */
export const recordsOfKind = (db: Database, kind: string): PromiseExtended<Record[]> =>
  db.records
    .where('[kind+id]')
    .between([kind, ''], [kind, '\uffff'])
    .toArray((found) => found.sort((a, b) => a.seq - b.seq));
