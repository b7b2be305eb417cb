import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Rev } from '../cluster/text.ts';
import { Evidence } from '../evidence/evidence.ts';
import { isThere } from '../evidence/response.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind, type Record, type Ref } from '../record.ts';

/** In what evidence can be gathered. */
export const gatheredBy = ['cycle', 'activity'] as const;

/** A piece of evidence belongs to a cycle, at one of its stages, or to an activity. */
export interface Gathering {
  in: Ref;
  evidence: string;
  stage?: string | undefined;
  by: string;
  at: number;
  /** When it was let go again. */
  ended?: number | null;
}

export const Gathering = defineKind<Gathering>('gathering');

/** What is gathered in a cycle or an activity at present. */
export const gatheredIn = (
  gatherings: readonly Record<Gathering>[],
  of: Ref,
): (Record<Gathering> & { body: Gathering })[] =>
  gatherings
    .flatMap((one) => (one.body ? [{ ...one, body: one.body }] : []))
    .filter(({ body }) => body.in.kind === of.kind && body.in.id === of.id && !body.ended);

/** Lets a piece of evidence belong to a cycle or an activity, once. */
export const gatherEvidence = defineAction({
  name: 'evidence.gather',
  capability: 'evidence.gather',
  body: z.strictObject({
    id: Id,
    in: z.strictObject({ kind: z.enum(gatheredBy), id: Id }),
    evidence: Id,
    stage: z.optional(z.enum(['plan', 'act', 'observe', 'reflect'])),
  }),
  reads: ({ in: within, evidence }) => [within, { kind: Evidence.kind, id: evidence }, Gathering],
  decide({ id, ...body }, context) {
    const there = isThere(body.in, context);
    if (!there.ok) return there;
    const evidence = isThere({ kind: Evidence.kind, id: body.evidence }, context);
    if (!evidence.ok) return evidence;
    const { actor, list, now } = context;
    if (gatheredIn(list(Gathering), body.in).some((one) => one.body.evidence === body.evidence)) {
      return fail('exists', Gathering.kind);
    }
    return ok([{ op: 'create', kind: Gathering, id, body: { ...body, by: actor.member, at: now } }]);
  },
});

export const letGoEvidence = defineAction({
  name: 'evidence.let-go',
  capability: 'evidence.gather',
  body: z.strictObject({ id: Id, rev: Rev }),
  reads: ({ id }) => [{ kind: Gathering.kind, id }],
  decide({ id, rev }, { get, now }) {
    if (!get(Gathering, id)?.body) return fail('missing', Gathering.kind);
    return ok([{ op: 'patch', kind: Gathering, id, rev, body: { ended: now } }]);
  },
});
