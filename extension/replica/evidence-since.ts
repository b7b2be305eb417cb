import { Dexie } from 'dexie';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { keyOf, type Record } from '../../shared/record.ts';
import type { Database } from './database.ts';
import type { AheadNow, AtOnce } from './entries.ts';

/** Reads what reached the log since a moment (the server's clock), as it will be with what waits on this device. */
export const createEvidenceSince = (db: Database, ahead: AheadNow, atOnce: AtOnce) => ({
  evidenceSince: (at: number): Promise<(Record<Evidence> & { body: Evidence })[]> =>
    atOnce(() => {
      const since = db.records.where('[kind+body.at]').between([Evidence.kind, at], [Evidence.kind, Infinity]);
      return Dexie.Promise.all([since.toArray(), ahead()] as const);
    }).then(([base, { changes }]) => {
      const laid = base.filter((record) => !changes.has(keyOf(record)));
      for (const record of changes.values()) if (record.kind === Evidence.kind) laid.push(record);
      return laid.flatMap((record) => {
        const body = Evidence.read(record);
        return body && body.at >= at ? [{ ...record, body }] : [];
      });
    }),
});
