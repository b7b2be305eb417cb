import { Dexie, type PromiseExtended } from 'dexie';
import { Evidence, isWithdrawn } from '../../shared/evidence/evidence.ts';
import { nameKey, namesSchool } from '../../shared/evidence/page-bearing.ts';
import { keyOf, type Record } from '../../shared/record.ts';
import { type Database, getMeta } from './database.ts';
import type { AheadNow } from './entries.ts';

/** An entry that names a school. */
export type Named = Record & { body: Evidence };

/** While names are still looked for (see `createNaming`), so many of the newest entries are gone through besides. */
const mostRead = 1000;

/** What in the log names a school, by its numbers or by its name: newest first, withdrawn ones left out. */
export function evidenceNaming(
  db: Database,
  ahead: AheadNow,
  school: { name: string; urns: readonly string[] },
): PromiseExtended<Named[]> {
  const byNumber = db.records
    .where('[kind+body.source.urn]')
    .anyOf(school.urns.map((urn) => [Evidence.kind, urn]))
    .toArray();
  return Dexie.Promise.all([byNumber, recordsNaming(db, nameKey(school.name)), ahead()] as const).then(
    ([numbered, named, { changes }]) => {
      const all = new Map([...numbered, ...named].map((record) => [keyOf(record), record]));
      for (const [key, record] of changes) if (record.kind === Evidence.kind) all.set(key, record);
      return [...all.values()]
        .flatMap((record) => {
          const body = Evidence.read(record);
          return body && !isWithdrawn(body) && namesSchool(body, school) ? [{ ...record, body }] : [];
        })
        .sort((a, b) => b.body.at - a.body.at);
    },
  );
}

/** What may name a school by its name: what was found to, and what nobody has looked through yet. */
function recordsNaming(db: Database, key: string | undefined): PromiseExtended<Record[]> {
  if (key === undefined) return Dexie.Promise.resolve([]);
  const byName = db.named.where('names').equals(key).primaryKeys();
  return Dexie.Promise.all([getMeta(db, 'named'), byName] as const).then(([known, ids]) => {
    const seq = known?.names.includes(key) ? known.seq : 0;
    const since = db.records
      .where('[kind+seq]')
      .between([Evidence.kind, seq], [Evidence.kind, Infinity], false, true)
      .limit(mostRead + 1)
      .toArray();
    const found = db.records.bulkGet(ids.map((id): [string, string] => [Evidence.kind, id]));
    return Dexie.Promise.all([found, since] as const).then(([named, unread]) => {
      const all = [...named.filter((record) => record !== undefined), ...unread];
      if (unread.length <= mostRead) return all;
      const newest = db.records
        .where('[kind+body.at]')
        .between([Evidence.kind, -Infinity], [Evidence.kind, Infinity])
        .reverse()
        .limit(mostRead)
        .toArray();
      return newest.then((more) => [...all, ...more]);
    });
  });
}
