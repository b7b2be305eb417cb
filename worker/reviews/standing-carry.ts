import { Cluster } from '../../shared/cluster/cluster-kind.ts';
import { School } from '../../shared/cluster/schools.ts';
import type { Kind, Record } from '../../shared/record.ts';
import { Edition } from '../../shared/reviews/edition-kind.ts';
import { Contact, Publicity } from '../../shared/reviews/public-kind.ts';
import { PublicStanding } from '../../shared/reviews/public-review.ts';
import { Question } from '../../shared/reviews/question-kind.ts';
import { standingOf } from '../../shared/reviews/standing.ts';
import { headOf } from '../log/changes.ts';
import { snapshotOf } from '../log/records.ts';
import { type Carrier, onlyOf } from './carrier.ts';

/** What the public page says of the partnership, from the records as they stand. */
export function standingNow(sql: SqlStorage): PublicStanding {
  const snapshot = snapshotOf(sql);
  const all = <Body>(kind: Kind<Body>): Record<Body>[] =>
    [...snapshot.list(kind.kind)].map((record) => ({ ...record, body: kind.read(record) }));
  return standingOf({
    ...{ clusters: all(Cluster), schools: all(School), contacts: all(Contact), publicities: all(Publicity) },
    ...{ editions: all(Edition), questions: all(Question) },
  });
}

/** Carries what the public page says of the partnership besides its reviews. Its stamp is the cluster's own order. */
export async function carryStanding({ sql, public: db, object, arrived }: Carrier): Promise<void> {
  const publicity = onlyOf(sql, Publicity);
  if (publicity?.state !== 'ours') return;
  const { slug } = publicity;
  const stamp = headOf(sql);
  const body = JSON.stringify(PublicStanding.parse(standingNow(sql)));
  const [, found] = await db.batch<{ stamp: number }>([
    db
      .prepare('UPDATE partnerships SET stamp = ?1, body = ?2 WHERE slug = ?3 AND object = ?4 AND stamp < ?1')
      .bind(stamp, body, slug, object),
    db.prepare('SELECT stamp FROM partnerships WHERE slug = ? AND object = ?').bind(slug, object),
  ]);
  if ((found?.results[0]?.stamp ?? -1) < stamp) throw new Error('What the partnership says did not arrive');
  await arrived(slug);
}
