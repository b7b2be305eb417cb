import { carriedEdition } from '../../shared/reviews/edition.ts';
import { Edition } from '../../shared/reviews/edition-kind.ts';
import { Publicity } from '../../shared/reviews/public-kind.ts';
import { PublicQuestion, PublicReview } from '../../shared/reviews/public-review.ts';
import { Question } from '../../shared/reviews/question-kind.ts';
import { publicQuestionOf } from '../../shared/reviews/standing.ts';
import { snapshotOf } from '../log/records.ts';
import { bodyIn, type Carrier, isOurs, mustBeDone, onlyOf } from './carrier.ts';
import { standingNow } from './standing-carry.ts';

/**
 * Carries an edition as it now stands to where the public reads it, and notes that it is there. The same again changes
 * nothing, and an older state never takes the place of a newer one. A withdrawn edition keeps its place without words.
 */
export async function carryEdition(carrier: Carrier, id: string): Promise<void> {
  const edition = bodyIn(carrier.sql, Edition, id);
  if (!edition) return;
  const { slug, path, n, at, stamp, withdrawn, frozen } = edition;
  const db = carrier.public;
  // Parsed strictly: what has no place in a published review stays where it is.
  const body = withdrawn ? '' : JSON.stringify(PublicReview.parse(frozen));
  const [, found] = await db.batch<{ stamp: number }>([
    db
      .prepare(
        `INSERT INTO editions (id, slug, period, edition, published, withdrawn, reason, stamp, body)
         SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ${isOurs}
         ON CONFLICT (id) DO UPDATE
         SET withdrawn = excluded.withdrawn, reason = excluded.reason, stamp = excluded.stamp, body = excluded.body
         WHERE excluded.stamp > editions.stamp AND excluded.slug = editions.slug`,
      )
      .bind(
        ...[id, slug, path, n, at, withdrawn?.at ?? null, withdrawn?.reason ?? null, stamp, body],
        ...[slug, carrier.object],
      ),
    db.prepare('SELECT stamp FROM editions WHERE id = ? AND slug = ?').bind(id, slug),
  ]);
  const there = found?.results[0]?.stamp ?? 0;
  if (there < stamp) throw new Error('The edition did not arrive');
  await carrier.arrived(slug);
  if ((edition.carried ?? 0) >= stamp) return;
  mustBeDone(carriedEdition, await carrier.act(carriedEdition, { edition: id, stamp, at: Date.now() }));
}

/** How a duty names a question: its id, and the one under which it is public, which an erased record no longer tells. */
export const questionDuty = (question: string, published: string): string => `${question}/${published}`;

/** Carries a question with its answer to where the public reads it, or takes it away from there. */
export async function carryQuestion({ sql, public: db, object, arrived }: Carrier, about: string): Promise<void> {
  const [id = '', published = ''] = about.split('/');
  const record = snapshotOf(sql).get({ kind: Question.kind, id });
  if (!record) return;
  const question = Question.read(record);
  const shown =
    question?.answer?.public === published ? publicQuestionOf(question, standingNow(sql).priorities) : undefined;
  const slug = onlyOf(sql, Publicity)?.slug;
  if (slug === undefined) return;
  if (!shown) {
    // Under whatever address it stands: another may have been asked for since.
    const { results } = await db
      .prepare(
        `UPDATE questions SET withdrawn = ?, stamp = ?, about = NULL, body = ''
         WHERE id = ? AND stamp < ? AND slug IN (SELECT slug FROM partnerships WHERE object = ?) RETURNING slug`,
      )
      .bind(Date.now(), record.rev, published, record.rev, object)
      .all<{ slug: string }>();
    for (const one of new Set([slug, ...results.map((row) => row.slug)])) await arrived(one);
    return;
  }
  const body = JSON.stringify(PublicQuestion.parse(shown));
  const [, found] = await db.batch<{ stamp: number }>([
    db
      .prepare(
        `INSERT INTO questions (id, slug, about, answered, stamp, body)
         SELECT ?, ?, ?, ?, ?, ? WHERE ${isOurs}
         ON CONFLICT (id) DO UPDATE
         SET about = excluded.about, stamp = excluded.stamp, body = excluded.body, withdrawn = NULL
         WHERE excluded.stamp > questions.stamp AND excluded.slug = questions.slug`,
      )
      .bind(published, slug, shown.about?.key ?? null, shown.answeredOn, record.rev, body, slug, object),
    db.prepare('SELECT stamp FROM questions WHERE id = ? AND slug = ?').bind(published, slug),
  ]);
  if ((found?.results[0]?.stamp ?? 0) < record.rev) throw new Error('The answer did not arrive');
  await arrived(slug);
}
