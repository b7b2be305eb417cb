import { Cluster } from '../../shared/cluster/cluster-kind.ts';
import { School } from '../../shared/cluster/schools.ts';
import type { Kind, Record } from '../../shared/record.ts';
import { Edition } from '../../shared/reviews/edition-kind.ts';
import { Contact, Publicity } from '../../shared/reviews/public-kind.ts';
import { PublicStanding } from '../../shared/reviews/public-review.ts';
import { Question } from '../../shared/reviews/question-kind.ts';
import { standingOf } from '../../shared/reviews/standing.ts';
import { takesQuestions } from '../../shared/reviews/takes-questions.ts';
import { headOf } from '../log/changes.ts';
import { snapshotOf } from '../log/records.ts';
import { type Carrier, onlyOf } from './carrier.ts';

/** Every record of a kind, erased ones too. */
const allOf =
  (sql: SqlStorage) =>
  <Body>(kind: Kind<Body>): Record<Body>[] =>
    [...snapshotOf(sql).list(kind.kind)].map((record) => ({ ...record, body: kind.read(record) }));

const askingLists = (all: ReturnType<typeof allOf>) => ({
  ...{ schools: all(School), contacts: all(Contact), publicities: all(Publicity), editions: all(Edition) },
});

/** What the public page says of the partnership, from the records as they stand. */
export function standingNow(sql: SqlStorage): PublicStanding {
  const all = allOf(sql);
  return standingOf({ ...askingLists(all), clusters: all(Cluster), questions: all(Question) });
}

/** Whether anyone may ask now. */
export const isOpen = (sql: SqlStorage): boolean => takesQuestions(askingLists(allOf(sql)));

/** Whether something was ever published: before that, nothing about the partnership is. */
const hasPublished = (sql: SqlStorage): boolean => !snapshotOf(sql).list(Edition.kind)[Symbol.iterator]().next().done;

/**
 * Carries what the public page says of the partnership besides its reviews. Its stamp is the cluster's own order. Before
 * the first edition it is empty: the address is the cluster's, and there is no page.
 */
export async function carryStanding({ sql, public: db, object, arrived }: Carrier): Promise<void> {
  const publicity = onlyOf(sql, Publicity);
  if (publicity?.state !== 'ours') return;
  const { slug } = publicity;
  const stamp = headOf(sql);
  const body = hasPublished(sql) ? JSON.stringify(PublicStanding.parse(standingNow(sql))) : '';
  const [, found] = await db.batch<{ stamp: number }>([
    db
      .prepare('UPDATE partnerships SET stamp = ?1, body = ?2 WHERE slug = ?3 AND object = ?4 AND stamp < ?1')
      .bind(stamp, body, slug, object),
    db.prepare('SELECT stamp FROM partnerships WHERE slug = ? AND object = ?').bind(slug, object),
  ]);
  if ((found?.results[0]?.stamp ?? -1) < stamp) throw new Error('What the partnership says did not arrive');
  await arrived(slug);
}
