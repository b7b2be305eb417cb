import { Evidence, isWithdrawn } from '../../shared/evidence/evidence.ts';
import { namesSchool } from '../../shared/evidence/page-bearing.ts';
import { keyOf, type Record } from '../../shared/record.ts';
import type { Database } from './database.ts';
import type { AheadNow } from './entries.ts';

/** An entry that names a school. */
export type Named = Record & { body: Evidence };

/** A name is looked for in so many of the newest; a page about the school is found however old it is. */
const mostRead = 1000;

/** What in the log names a school, by its numbers or by its name: newest first, withdrawn ones left out. */
export async function evidenceNaming(
  db: Database,
  ahead: AheadNow,
  school: { name: string; urns: readonly string[] },
): Promise<Named[]> {
  const [byNumber, newest, { changes }] = await Promise.all([
    db.records
      .where('[kind+body.source.urn]')
      .anyOf(school.urns.map((urn) => [Evidence.kind, urn]))
      .toArray(),
    db.records
      .where('[kind+body.at]')
      .between([Evidence.kind, -Infinity], [Evidence.kind, Infinity])
      .reverse()
      .limit(mostRead)
      .toArray(),
    ahead(),
  ]);
  const all = new Map([...byNumber, ...newest].map((record) => [keyOf(record), record]));
  for (const [key, record] of changes) if (record.kind === Evidence.kind) all.set(key, record);
  return [...all.values()]
    .flatMap((record) => {
      const body = Evidence.read(record);
      return body && !isWithdrawn(body) && namesSchool(body, school) ? [{ ...record, body }] : [];
    })
    .sort((a, b) => b.body.at - a.body.at);
}
