import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { mustBeOf } from '../cluster/acting.ts';
import { School } from '../cluster/schools.ts';
import { Day, prose, proseOrNone, Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind, type Kind } from '../record.ts';

/** What one school tries in a cycle, and what it then did. */
export interface Trial {
  cycle: string;
  school: string;
  what: string;
  /** What the school did; until then it has not acted. */
  did?: string;
  /** ISO day. */
  on?: string | null;
  by: string;
  at: number;
}

export const Trial = defineKind<Trial>('trial');

/** The cycle as far as a trial asks of it: cycle.ts stands on this module. */
const CycleKind: Kind<{ closed?: object }> = defineKind('cycle');

const Try = { cycle: Id, school: Id };
type Of = { cycle: string; school: string };

function mayTry({ cycle, school }: Of, context: Context) {
  const record = context.get(CycleKind, cycle);
  if (!record?.body) return fail('missing', CycleKind.kind);
  if (record.body.closed) return fail('not-in-state', 'closed');
  if (context.actor.role === 'coordinator' && context.get(School, school)?.body) return ok(null);
  const of = mustBeOf(school, context);
  return of.ok ? ok(null) : of;
}

/** Says what a school will try in a cycle. */
export const planTrial = defineAction({
  name: 'trial.plan',
  capability: 'cycle.run',
  body: z.strictObject({ id: Id, ...Try, what: prose(2000) }),
  reads: ({ cycle, school }) => [
    { kind: CycleKind.kind, id: cycle },
    { kind: School.kind, id: school },
  ],
  decide({ id, ...body }, context) {
    const may = mayTry(body, context);
    if (!may.ok) return may;
    return ok([{ op: 'create', kind: Trial, id, body: { ...body, by: context.actor.member, at: context.now } }]);
  },
});

/** Says what a school did, or words anew what it will try. */
export const recordTrial = defineAction({
  name: 'trial.record',
  capability: 'cycle.run',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    ...Try,
    what: z.optional(prose(2000)),
    did: z.optional(proseOrNone(4000)),
    on: z.optional(z.nullable(Day)),
  }),
  reads: ({ id, cycle, school }) => [
    { kind: Trial.kind, id },
    { kind: CycleKind.kind, id: cycle },
    { kind: School.kind, id: school },
  ],
  decide({ id, rev, cycle, school, ...body }, context) {
    const present = context.get(Trial, id);
    if (!present) return fail('missing', Trial.kind);
    if (!present.body) return fail('erased', Trial.kind);
    if (present.body.cycle !== cycle || present.body.school !== school) return fail('not-fitting', 'trial');
    const may = mayTry({ cycle, school }, context);
    if (!may.ok) return may;
    return ok([{ op: 'patch', kind: Trial, id, rev, body }]);
  },
});
