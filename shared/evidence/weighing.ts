import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { line, prose, proseOrNone, Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind, type Record } from '../record.ts';
import { Evidence, isWithdrawn, type Stance, stances } from './evidence.ts';

/**
 * How far a claim can be trusted, by what kind of source it comes from, how many say so, how recent it is and whose
 * interest it serves. In order, the least first.
 */
export const strengths = ['hint', 'fair', 'strong'] as const;
export type Strength = (typeof strengths)[number];

/** What one person made of one piece of evidence, as it was worded then. A person's newest holds; none is overwritten. */
export interface Weighing {
  evidence: string;
  /** Of which wording of the evidence it speaks. */
  wording: number;
  /** Whether it bears on what we do; if not, why it is set aside. */
  relevant: boolean;
  reason?: string | undefined;
  strength?: Strength | undefined;
  stance?: Stance | undefined;
  /** So what for us? */
  soWhat?: string | undefined;
  /** Tags that it adds: only its author changes the evidence itself. */
  tags?: string[] | undefined;
  by: string;
  at: number;
  /** When its author took it back: what they had said before holds again. The words stay. */
  back?: number;
}

export const Weighing = defineKind<Weighing>('weighing');

/** Each person's newest weighing of a piece as it is worded now. */
export function weighingsOf(
  weighings: readonly Record<Weighing>[],
  { id, body }: { id: string; body: Pick<Evidence, 'wording'> | null },
): Weighing[] {
  const newest = new Map<string, Weighing>();
  for (const { body: one } of weighings) {
    if (one?.evidence !== id || one.wording !== (body?.wording ?? 0) || one.back) continue;
    if (one.at >= (newest.get(one.by)?.at ?? 0)) newest.set(one.by, one);
  }
  return [...newest.values()];
}

/** Weighings by the piece that they speak of, so that each piece need not look through all. */
export function weighingsByPiece(weighings: readonly Record<Weighing>[]): Map<string, Record<Weighing>[]> {
  const of = new Map<string, Record<Weighing>[]>();
  for (const one of weighings) {
    const { evidence = '' } = one.body ?? {};
    const before = of.get(evidence);
    if (before) before.push(one);
    else of.set(evidence, [one]);
  }
  return of;
}

/** Whether a piece waits for a look: nobody has weighed it as it is worded now. */
export const waitsForLook = (weighings: readonly Record<Weighing>[], evidence: Record<Evidence>): boolean =>
  evidence.body !== null && !isWithdrawn(evidence.body) && weighingsOf(weighings, evidence).length === 0;

/** In what people differ about a piece. Differences are shown and talked about, never averaged. */
export function differencesOf(weighings: readonly Weighing[]): ('relevant' | 'strength' | 'stance')[] {
  const differ = (of: (one: Weighing) => unknown) =>
    new Set(weighings.map(of).filter((value) => value !== undefined)).size > 1;
  const found: ('relevant' | 'strength' | 'stance')[] = [];
  if (differ(({ relevant }) => relevant)) found.push('relevant');
  if (differ(({ strength }) => strength)) found.push('strength');
  if (differ(({ stance }) => stance)) found.push('stance');
  return found;
}

const said = z
  .strictObject({
    id: Id,
    evidence: Id,
    wording: z.number().check(z.int(), z.nonnegative()),
    relevant: z.boolean(),
    reason: z.optional(prose(1000)),
    strength: z.optional(z.enum(strengths)),
    stance: z.optional(z.enum(stances)),
    soWhat: z.optional(proseOrNone(4000)),
    tags: z.optional(z.array(line(60)).check(z.maxLength(20))),
  })
  .check(z.refine(({ relevant, reason }) => relevant || reason !== undefined, { path: ['reason'] }));

/** Weighs a piece of evidence. What was read is what is weighed: another wording since is `stale`. */
export const weighEvidence = defineAction({
  name: 'evidence.weigh',
  capability: 'evidence.weigh',
  body: said,
  reads: ({ evidence }) => [{ kind: Evidence.kind, id: evidence }],
  decide({ id, ...body }, { actor, get, now }) {
    const present = get(Evidence, body.evidence);
    if (!present) return fail('missing', Evidence.kind);
    if (!present.body) return fail('erased', Evidence.kind);
    if ((present.body.wording ?? 0) !== body.wording) return fail('stale', Evidence.kind, present);
    return ok([{ op: 'create', kind: Weighing, id, body: { ...body, by: actor.member, at: now } }]);
  },
});

/** Takes back what one said of a piece. Nothing is overwritten: it is kept as something that was taken back. */
export const takeBackWeighing = defineAction({
  name: 'weighing.take-back',
  capability: 'evidence.weigh',
  body: z.strictObject({ id: Id, rev: Rev }),
  reads: ({ id }) => [{ kind: Weighing.kind, id }],
  decide({ id, rev }, { actor, get, now }) {
    const present = get(Weighing, id);
    if (!present) return fail('missing', Weighing.kind);
    if (!present.body) return fail('erased', Weighing.kind);
    if (present.body.by !== actor.member) return fail('not-yours');
    if (present.body.back) return fail('not-in-state', 'back');
    return ok([{ op: 'patch', kind: Weighing, id, rev, body: { back: now } }]);
  },
});
