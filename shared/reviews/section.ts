import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { prose, proseOrNone, Rev } from '../cluster/text.ts';
import { holdsUpn } from '../evidence/upn-shape.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { openReview } from './review.ts';
import { accountParts, Review, Section, type SectionPart, sectionParts } from './review-kind.ts';

/** The most characters of a part. */
export const longestSection = 1200;

const isAccount = (part: SectionPart) => (accountParts as readonly SectionPart[]).includes(part);

/** Writes a part of a draft that nobody has written yet. */
export const addSection = defineAction({
  name: 'section.add',
  capability: 'review.write',
  body: z
    .strictObject({
      id: Id,
      review: Id,
      priority: z.nullable(Id),
      part: z.enum(sectionParts),
      text: prose(longestSection),
    })
    .check(z.refine(({ priority, part }) => isAccount(part) === (priority !== null), { path: ['part'] })),
  reads: ({ review }) => [{ kind: Review.kind, id: review }, Section],
  decide({ id, ...body }, context) {
    if (holdsUpn(body)) return fail('pupil-number');
    const open = openReview(body.review, context);
    if (!open.ok) return open;
    if (body.priority && !open.value.body.priorities.includes(body.priority)) return fail('not-fitting', 'priority');
    // A first edition puts nothing right.
    if (body.part === 'correction' && open.value.body.editions === 0) return fail('not-fitting', 'part');
    const there = context.list(Section).find((one) => isSame(one.body, body));
    if (there) return fail('exists', Section.kind, there);
    return ok([{ op: 'create', kind: Section, id, body: { ...body, by: context.actor.member, at: context.now } }]);
  },
});

type Place = Pick<Section, 'review' | 'priority' | 'part'>;

const isSame = (one: Place | null, { review, priority, part }: Place) =>
  one?.review === review && one.priority === priority && one.part === part;

/** Words a part anew; without words it waits to be written. */
export const editSection = defineAction({
  name: 'section.edit',
  capability: 'review.write',
  body: z.strictObject({ id: Id, rev: Rev, text: proseOrNone(longestSection) }),
  reads: ({ id }) => [{ kind: Section.kind, id }, Review],
  decide({ id, rev, text }, context) {
    if (holdsUpn(text)) return fail('pupil-number');
    const { actor, get, now } = context;
    const present = get(Section, id);
    if (!present) return fail('missing', Section.kind);
    if (!present.body) return fail('erased', Section.kind);
    const open = openReview(present.body.review, context);
    if (!open.ok) return open;
    return ok([{ op: 'patch', kind: Section, id, rev, body: { text, edited: { by: actor.member, at: now } } }]);
  },
});
