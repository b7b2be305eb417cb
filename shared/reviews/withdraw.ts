import * as z from 'zod/mini';
import { defineAction, type Write } from '../action.ts';
import { prose, Rev } from '../cluster/text.ts';
import { holdsUpn } from '../evidence/upn-shape.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { namelessIn, peopleKinds } from './consent.ts';
import { Edition } from './edition-kind.ts';
import { reviewIn } from './review.ts';
import { Review } from './review-kind.ts';

/** Takes a published review off the public page, every edition of it. A note stays in its place, with the reason, in which only staff are named who agreed to it. */
export const withdrawReview = defineAction({
  name: 'review.withdraw',
  capability: 'review.publish',
  body: z.strictObject({ id: Id, rev: Rev, reason: prose(1000) }),
  reads: ({ id }) => [{ kind: Review.kind, id }, Edition, ...peopleKinds],
  decide({ id, rev, reason: said }, context) {
    if (holdsUpn(said)) return fail('pupil-number');
    const present = reviewIn(id, ['published', 'correcting'], context);
    if (!present.ok) return present;
    const { actor, list, now: at } = context;
    const reason = namelessIn(context)(said, 1000);
    // A correction of what is withdrawn already can only be given up.
    if (present.value.body.withdrawn) return fail('not-in-state', 'withdrawn');
    const editions = list(Edition).flatMap((edition): Write[] => {
      if (edition.body?.review !== id || edition.body.withdrawn) return [];
      const body = { withdrawn: { at, reason }, stamp: edition.body.stamp + 1 };
      return [{ op: 'patch', kind: Edition, id: edition.id, rev: edition.rev, body }];
    });
    const withdrawn = { at, by: actor.member, reason };
    return ok([{ op: 'patch', kind: Review, id, rev, body: { state: 'withdrawn', withdrawn } }, ...editions]);
  },
});
