import * as z from 'zod/mini';
import { type Context, defineAction, type Write } from '../action.ts';
import { Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { dayAt } from '../priorities/due.ts';
import { periodRange } from '../priorities/period.ts';
import { Priority } from '../priorities/priority-kind.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { Record } from '../record.ts';
import { isReviewPeriod } from './period-path.ts';
import { Citation, Review, Section, SignOff } from './review-kind.ts';

/** Begins the review of a period: of priorities that are agreed, or were until they were closed within it or later. */
export const beginReview = defineAction({
  name: 'review.begin',
  capability: 'review.write',
  body: z.strictObject({
    id: Id,
    period: z.string().check(z.maxLength(40), z.refine(isReviewPeriod)),
    priorities: z.array(Id).check(z.minLength(1), z.maxLength(6)),
  }),
  reads: () => [Review, Priority],
  decide({ id, period, priorities }, { actor, list, now }) {
    const there = list(Review).find(({ body }) => body?.period === period);
    if (there) return fail('exists', Review.kind, there);
    const all = list(Priority);
    const threads = new Map<string, number>();
    for (const one of priorities) {
      const priority = all.find((record) => record.id === one)?.body;
      if (!priority) return fail('missing', Priority.kind);
      if (!wasAgreedIn(priority, period)) return fail('not-in-state', priority.state);
      threads.set(one, priority.thread);
    }
    if (threads.size < priorities.length) return fail('not-fitting', 'priorities');
    const ordered = [...threads].sort(([, a], [, b]) => a - b).map(([one]) => one);
    const body: Review = {
      period,
      state: 'draft',
      asAt: now,
      priorities: ordered,
      editions: 0,
      by: actor.member,
      at: now,
    };
    return ok([{ op: 'create', kind: Review, id, body }]);
  },
});

/** Whether a priority can be in the review of a period. */
export const wasAgreedIn = ({ state, closed }: Priority, period: string): boolean =>
  state === 'agreed' || (state === 'closed' && closed !== undefined && dayAt(closed.at) >= periodRange(period).start);

const At = { id: Id, rev: Rev };

/** Takes the figures in anew, as they stand at this moment. */
export const refreshReview = defineAction({
  name: 'review.refresh',
  capability: 'review.write',
  body: z.strictObject(At),
  reads: ({ id }) => [{ kind: Review.kind, id }],
  decide({ id, rev }, context) {
    const present = reviewIn(id, ['draft', 'correcting'], context);
    if (!present.ok) return present;
    return ok([{ op: 'patch', kind: Review, id, rev, body: { asAt: context.now } }]);
  },
});

/** Throws a draft away of which nothing was ever published, with everything that was written for it. */
export const discardReview = defineAction({
  name: 'review.discard',
  capability: 'review.write',
  body: z.strictObject(At),
  reads: ({ id }) => [{ kind: Review.kind, id }, Section, Citation, SignOff],
  decide({ id, rev }, context) {
    const present = reviewIn(id, ['draft'], context);
    if (!present.ok) return present;
    if (present.value.rev !== rev) return fail('stale', Review.kind, present.value);
    const its = <Body extends { review: string }>(records: readonly Record<Body>[]): Write[] =>
      records.filter(({ body }) => body?.review === id).map((one) => ({ op: 'erase', kind: one.kind, id: one.id }));
    const { list } = context;
    return ok([
      { op: 'erase', kind: Review.kind, id },
      ...its(list(Section)),
      ...its(list(Citation)),
      ...its(list(SignOff)),
    ]);
  },
});

/**
 * Opens a review again, so that a new edition of it can be written, with a change note of its own. What is published
 * stands meanwhile.
 */
export const correctReview = defineAction({
  name: 'review.correct',
  capability: 'review.write',
  body: z.strictObject(At),
  reads: ({ id }) => [{ kind: Review.kind, id }, Section],
  decide({ id, rev }, context) {
    const present = reviewIn(id, ['published', 'withdrawn'], context);
    if (!present.ok) return present;
    const { actor, list, now } = context;
    // What was put right the last time is not what is put right now.
    const earlier = list(Section).flatMap((one): Write[] => {
      if (one.body?.review !== id || one.body.part !== 'correction' || one.body.text === '') return [];
      const body = { text: '', edited: { by: actor.member, at: now } };
      return [{ op: 'patch', kind: Section, id: one.id, rev: one.rev, body }];
    });
    return ok([{ op: 'patch', kind: Review, id, rev, body: { state: 'correcting' } }, ...earlier]);
  },
});

/** Gives a correction up: what was published, or the note in its place, goes on standing. */
export const ceaseReview = defineAction({
  name: 'review.cease',
  capability: 'review.write',
  body: z.strictObject(At),
  reads: ({ id }) => [{ kind: Review.kind, id }],
  decide({ id, rev }, context) {
    const present = reviewIn(id, ['correcting'], context);
    if (!present.ok) return present;
    const state: Review['state'] = present.value.body.withdrawn ? 'withdrawn' : 'published';
    return ok([{ op: 'patch', kind: Review, id, rev, body: { state } }]);
  },
});

/** A review that is in one of these states. Errors: `missing`, `erased`, `not-in-state`. */
export function reviewIn(
  id: string,
  states: readonly Review['state'][],
  { get }: Pick<Context, 'get'>,
): Result<Record<Review> & { body: Review }> {
  const record = get(Review, id);
  if (!record) return fail('missing', Review.kind);
  const { body } = record;
  if (!body) return fail('erased', Review.kind);
  return states.includes(body.state) ? ok({ ...record, body }) : fail('not-in-state', body.state);
}

/** A review that is being written. Errors: `missing`, `erased`, `not-in-state`. */
export const openReview = (id: string, context: Pick<Context, 'get'>): ReturnType<typeof reviewIn> =>
  reviewIn(id, ['draft', 'correcting'], context);
