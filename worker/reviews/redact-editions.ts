import { keyOf, type Ref } from '../../shared/record.ts';
import { isToldOf, redactEdition } from '../../shared/reviews/edition.ts';
import { Edition } from '../../shared/reviews/edition-kind.ts';
import { Review } from '../../shared/reviews/review-kind.ts';
import { snapshotOf } from '../log/records.ts';
import { type Carrier, mustBeDone } from './carrier.ts';

/** What is erased or blanked reaches every edition that has words of it. */
export const redactDuty = 'editions.redact';

/** The most that one action takes out of one edition. */
const mostRefs = 200;

/** The records of which some edition has words, as keys: its own review too, which says why it was withdrawn. */
export function usedInEditions(sql: SqlStorage): Set<string> {
  const rows = sql.exec<{ key: string }>(
    `SELECT json_extract(use.value, '$.ref.kind') || '/' || json_extract(use.value, '$.ref.id') AS key
     FROM records, json_each(records.body, '$.uses') AS use WHERE records.kind = ?1 AND records.body IS NOT NULL
     UNION SELECT ?2 || '/' || json_extract(body, '$.review') FROM records WHERE kind = ?1 AND body IS NOT NULL`,
    Edition.kind,
    Review.kind,
  );
  return new Set(rows.toArray().map(({ key }) => key));
}

/**
 * Takes everything that waits to be taken out of the editions at once: a member who is forgotten may have been quoted
 * in many places. Said again, it finds nothing more to do.
 */
export async function redactEditions({ sql, act }: Carrier): Promise<void> {
  const gone = new Set(
    sql
      .exec<{ about: string }>('SELECT about FROM agenda WHERE what = ?', redactDuty)
      .toArray()
      .map(({ about }) => about),
  );
  const editions = [...snapshotOf(sql).list(Edition.kind)].map((record) => ({
    id: record.id,
    body: Edition.read(record),
  }));
  for (const { id, body } of editions) {
    if (!body) continue;
    const refs = refsIn(body, differingFrom(body, editions), gone);
    for (let i = 0; i < refs.length; i += mostRefs) {
      mustBeDone(redactEdition, await act(redactEdition, { edition: id, refs: refs.slice(i, i + mostRefs) }));
    }
  }
}

/** Of what an edition tells how it differs from it: the editions of its review before it. */
const differingFrom = ({ review, n, frozen }: Edition, editions: readonly { body: Edition | null }[]): Edition[] =>
  frozen.changed ? editions.flatMap(({ body }) => (body?.review === review && body.n < n ? [body] : [])) : [];

function refsIn(edition: Edition, earlier: readonly Edition[], keys: ReadonlySet<string>): Ref[] {
  const found = new Map<string, Ref>();
  const own = { kind: Review.kind, id: edition.review };
  const before = earlier.flatMap(({ uses }) => uses.map(({ ref }) => ref)).filter(isToldOf);
  for (const ref of [own, ...edition.uses.map((use) => use.ref), ...before])
    if (keys.has(keyOf(ref))) found.set(keyOf(ref), ref);
  return [...found.values()];
}
