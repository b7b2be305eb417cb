import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { mustSpeakFor } from '../cluster/acting.ts';
import { prose } from '../cluster/text.ts';
import { Evidence } from '../evidence/evidence.ts';
import { holdsUpn } from '../evidence/upn-shape.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { openReview } from './review.ts';
import { Review, SignOff } from './review-kind.ts';
import { contentKinds, contentListsOf } from './scene.ts';
import { wordingOf } from './wording.ts';

/** Signs a draft as it is worded, in a school's name, or says what the school does not share. The newest holds. */
export const signReview = defineAction({
  name: 'review.sign',
  capability: 'review.sign',
  body: z
    .strictObject({
      id: Id,
      review: Id,
      school: Id,
      how: z.enum(['signed', 'reservation']),
      text: z.optional(prose(1200)),
      wording: z.number().check(z.int(), z.positive()),
    })
    .check(z.refine(({ how, text }) => (how === 'reservation') === (text !== undefined), { path: ['text'] })),
  reads: ({ review }) => [
    { kind: Review.kind, id: review },
    ...Object.values(contentKinds),
    // Those that the draft cites.
    { kind: Evidence.kind, some: true },
  ],
  decide({ id, ...body }, context) {
    if (holdsUpn(body.text ?? '')) return fail('pupil-number');
    const speaks = mustSpeakFor(body.school, context);
    if (!speaks.ok) return speaks;
    const open = openReview(body.review, context);
    if (!open.ok) return open;
    const { actor, now } = context;
    // What was read is what is signed.
    const wording = wordingOf({ ...contentListsOf(body.review, context), review: open.value });
    if (wording !== body.wording) return fail('stale', Review.kind, open.value);
    return ok([{ op: 'create', kind: SignOff, id, body: { ...body, by: actor.member, at: now } }]);
  },
});
