import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { Edition } from './edition-kind.ts';
import { pathOfPeriod } from './period-path.ts';
import { prepare } from './prepare.ts';
import { openReview } from './review.ts';
import { Review } from './review-kind.ts';
import { sceneKinds, sceneOf } from './scene.ts';

/**
 * Publishes a draft: freezes what it says as an edition, which the Worker carries out. It goes only as every school that
 * takes part signed it, and with every change confirmed that makes it safe.
 */
export const publishReview = defineAction({
  name: 'review.publish',
  capability: 'review.publish',
  body: z.strictObject({
    /** Of the new edition. */
    id: Id,
    review: Id,
    rev: Rev,
    wording: z.number().check(z.int(), z.positive()),
    confirmed: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(2000)),
  }),
  reads: ({ review }) => [{ kind: Review.kind, id: review }, ...Object.values(sceneKinds)],
  decide({ id, review, rev, wording, confirmed }, context) {
    const { actor, now } = context;
    const open = openReview(review, context);
    if (!open.ok) return open;
    if (open.value.rev !== rev) return fail('stale', Review.kind, open.value);
    const scene = { ...sceneOf(context), review: open.value };
    const prepared = prepare(scene, now);
    const [hindrance] = prepared.hindrances;
    if (hindrance) return fail(hindrance.code, hindrance.detail);
    if (prepared.wording !== wording) return fail('stale', Review.kind, open.value);
    const keys = new Set(prepared.changes.map(({ key }) => key));
    const said = new Set(confirmed);
    if (keys.size !== said.size || [...keys].some((key) => !said.has(key))) return fail('not-confirmed');
    const { period, editions } = open.value.body;
    const edition: Edition = {
      review,
      slug: scene.publicities[0]?.body?.slug ?? '',
      path: pathOfPeriod(period) ?? '',
      n: editions + 1,
      frozen: prepared.review,
      uses: prepared.uses,
      stamp: 1,
      by: actor.member,
      at: now,
    };
    const after = { state: 'published', editions: edition.n, withdrawn: null };
    return ok([
      { op: 'create', kind: Edition, id, body: edition },
      { op: 'patch', kind: Review, id: review, rev, body: after },
    ]);
  },
});
