import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { areIn, membersOf } from '../cluster/members.ts';
import { Day, line, prose, proseOrNone, Rev } from '../cluster/text.ts';
import { Evidence, isWithdrawn } from '../evidence/evidence.ts';
import { Id } from '../ids.ts';
import { Indicator } from '../priorities/indicator.ts';
import { Priority, priorityIn } from '../priorities/priority.ts';
import { fail, ok, type Result } from '../problem.ts';
import { defineKind, type Record } from '../record.ts';
import { Gathering, gatheredIn } from './gathering.ts';
import { Trial } from './trial.ts';

/** Where a cycle of action research stands; it may go back a step, and is closed with a decision. */
export const stages = ['plan', 'act', 'observe', 'reflect'] as const;
export type Stage = (typeof stages)[number];

/** What a cycle ends in. */
export const verdicts = ['adopt', 'adapt', 'abandon'] as const;
export type Verdict = (typeof verdicts)[number];

/** A group takes a question under a priority through plan, act, observe and reflect. */
export interface Cycle {
  question: string;
  priority: string;
  stage: Stage;
  members: string[];
  indicators: string[];
  /** ISO days. */
  starts?: string | null;
  ends?: string | null;
  /** What the group makes of it so far. */
  reflection?: string;
  closed?: { verdict: Verdict; reflection: string; tell: string; by: string; at: number };
  by: string;
  at: number;
}

export const Cycle = defineKind<Cycle>('cycle');

const details = {
  members: z.optional(z.array(Id).check(z.maxLength(60))),
  indicators: z.optional(z.array(Id).check(z.maxLength(20))),
  starts: z.optional(z.nullable(Day)),
  ends: z.optional(z.nullable(Day)),
};

export const beginCycle = defineAction({
  name: 'cycle.begin',
  capability: 'cycle.run',
  body: z.strictObject({ id: Id, question: line(300), priority: Id, ...details }),
  reads: ({ priority, indicators, members }) => [
    { kind: Priority.kind, id: priority },
    ...refsTo(indicators),
    ...membersOf(members),
  ],
  decide({ id, members = [], indicators = [], ...body }, context) {
    const priority = priorityIn(body.priority, ['proposed', 'agreed'], context);
    if (!priority.ok) return priority;
    const known = indicatorsKnown(indicators, context);
    if (!known.ok) return known;
    const people = areIn(members, context);
    if (!people.ok) return people;
    const { actor, now } = context;
    const cycle: Cycle = { ...body, members, indicators, stage: 'plan', by: actor.member, at: now };
    return ok([{ op: 'create', kind: Cycle, id, body: cycle }]);
  },
});

/** Changes a cycle that is open: its words, who is in it, what it watches, and at which stage it is. */
export const editCycle = defineAction({
  name: 'cycle.edit',
  capability: 'cycle.run',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    question: z.optional(line(300)),
    ...details,
    stage: z.optional(z.enum(stages)),
    reflection: z.optional(proseOrNone(8000)),
  }),
  reads: ({ id, indicators, members }) => [{ kind: Cycle.kind, id }, ...refsTo(indicators), ...membersOf(members)],
  decide({ id, rev, ...body }, context) {
    const open = openCycle(id, context);
    if (!open.ok) return open;
    const known = indicatorsKnown(body.indicators, context);
    if (!known.ok) return known;
    // Whoever is in it already stays in it, also when they have left since.
    const named = new Set(open.value.body.members);
    const people = areIn(body.members?.filter((one) => !named.has(one)) ?? [], context);
    if (!people.ok) return people;
    return ok([{ op: 'patch', kind: Cycle, id, rev, body }]);
  },
});

/**
 * Closes a cycle with a decision and what to tell the others. It is only adopted where there is evidence for it that was
 * not withdrawn, and at least one school that did what was to be tried. Errors: `no-evidence`, `nobody-acted`, `not-in-state`.
 */
export const closeCycle = defineAction({
  name: 'cycle.close',
  capability: 'cycle.run',
  body: z.strictObject({ id: Id, rev: Rev, verdict: z.enum(verdicts), reflection: prose(8000), tell: prose(4000) }),
  reads: ({ id }) => [{ kind: Cycle.kind, id }, Gathering, Trial, { kind: Evidence.kind, some: true }],
  decide({ id, rev, ...said }, context) {
    const open = openCycle(id, context);
    if (!open.ok) return open;
    const { actor, get, list, now } = context;
    if (said.verdict === 'adopt') {
      const stands = gatheredIn(list(Gathering), { kind: Cycle.kind, id }).some(({ body }) => {
        const piece = get(Evidence, body.evidence)?.body;
        return piece && !isWithdrawn(piece);
      });
      if (!stands) return fail('no-evidence');
      if (!list(Trial).some(({ body }) => body?.cycle === id && body.did)) return fail('nobody-acted');
    }
    const closed = { ...said, by: actor.member, at: now };
    return ok([{ op: 'patch', kind: Cycle, id, rev, body: { stage: 'reflect', closed } }]);
  },
});

/** A cycle that is not closed. Errors: `missing`, `erased`, `not-in-state`. */
export function openCycle(id: string, { get }: Pick<Context, 'get'>): Result<Record<Cycle> & { body: Cycle }> {
  const record = get(Cycle, id);
  if (!record) return fail('missing', Cycle.kind);
  if (!record.body) return fail('erased', Cycle.kind);
  return record.body.closed ? fail('not-in-state', 'closed') : ok({ ...record, body: record.body });
}

const refsTo = (indicators: readonly string[] = []) => indicators.map((id) => ({ kind: Indicator.kind, id }));

const indicatorsKnown = (ids: readonly string[] = [], { get }: Pick<Context, 'get'>): Result<null> =>
  ids.every((id) => get(Indicator, id)?.body) ? ok(null) : fail('missing', Indicator.kind);
