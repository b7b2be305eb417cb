import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Rev } from '../cluster/text.ts';
import { Evidence, isWithdrawn } from '../evidence/evidence.ts';
import { accessOf } from '../evidence/source-access.ts';
import { holdsUpn } from '../evidence/upn-shape.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { openReview } from './review.ts';
import { accountParts, Citation, Review } from './review-kind.ts';

/** The most pieces that one priority cites. */
export const mostCited = 6;

/** Whether a piece may be shown to the public, as its source is known. What was seen ourselves has none. */
export const isPublicSource = ({ source, link }: Pick<Evidence, 'source' | 'link'>): boolean =>
  (!source || accessOf(source) === 'open') && (!link || accessOf({ url: link.url, title: link.text }) === 'open');

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whether words stand in the passages of a piece, whatever the gaps between them. */
export const isQuoted = (exact: string, { passages }: Pick<Evidence, 'passages'>): boolean =>
  folded(exact) !== '' && passages.some((passage) => folded(passage.exact).includes(folded(exact)));

/** Whether anything of a piece would be published: its note alone is the cluster's own. */
export const isTold = ({ passages, table, seen, source, link }: Evidence): boolean =>
  passages.length > 0 || [table, seen, source, link].some((one) => one !== undefined);

/** Leans a part of a draft on a piece of evidence. */
export const addCitation = defineAction({
  name: 'citation.add',
  capability: 'review.write',
  body: z.strictObject({
    id: Id,
    review: Id,
    priority: Id,
    part: z.enum(accountParts),
    evidence: Id,
    exact: z.optional(z.string().check(z.minLength(1), z.maxLength(5000))),
  }),
  reads: ({ review, evidence }) => [{ kind: Review.kind, id: review }, { kind: Evidence.kind, id: evidence }, Citation],
  decide({ id, ...body }, context) {
    if (holdsUpn(body.exact ?? '')) return fail('pupil-number');
    const open = openReview(body.review, context);
    if (!open.ok) return open;
    if (!open.value.body.priorities.includes(body.priority)) return fail('not-fitting', 'priority');
    const evidence = context.get(Evidence, body.evidence);
    if (!evidence) return fail('missing', Evidence.kind);
    if (!evidence.body) return fail('erased', Evidence.kind);
    if (isWithdrawn(evidence.body)) return fail('not-in-state', 'withdrawn');
    if (!isPublicSource(evidence.body)) return fail('restricted-source');
    if (!isTold(evidence.body)) return fail('not-fitting', 'evidence');
    if (body.exact !== undefined && !isQuoted(body.exact, evidence.body)) return fail('not-fitting', 'exact');
    const its = context
      .list(Citation)
      .filter((one) => one.body?.review === body.review && one.body.priority === body.priority && !one.body.dropped);
    const there = its.find((one) => one.body?.evidence === body.evidence && one.body.part === body.part);
    if (there) return fail('exists', Citation.kind, there);
    if (its.length >= mostCited) return fail('too-many-cited');
    return ok([{ op: 'create', kind: Citation, id, body: { ...body, by: context.actor.member, at: context.now } }]);
  },
});

/** Lets a citation go. The piece stays in the log. */
export const dropCitation = defineAction({
  name: 'citation.drop',
  capability: 'review.write',
  body: z.strictObject({ id: Id, rev: Rev }),
  reads: ({ id }) => [{ kind: Citation.kind, id }, Review],
  decide({ id, rev }, context) {
    const present = context.get(Citation, id);
    if (!present) return fail('missing', Citation.kind);
    if (!present.body) return fail('erased', Citation.kind);
    if (present.body.dropped) return fail('not-in-state', 'dropped');
    const open = openReview(present.body.review, context);
    if (!open.ok) return open;
    return ok([{ op: 'patch', kind: Citation, id, rev, body: { dropped: context.now } }]);
  },
});
