import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { mustBeOf } from '../cluster/acting.ts';
import { areIn, membersOf } from '../cluster/members.ts';
import { School } from '../cluster/schools.ts';
import { Day, line, prose, proseOrNone, Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { Priority, type Strand, strands } from '../priorities/priority.ts';
import { fail, ok } from '../problem.ts';
import { defineKind } from '../record.ts';
import { Cycle } from './cycle.ts';

/** One thing done in a strand: a peer review visit, a joint lesson, a course, a purchase. */
export interface Activity {
  strand: Strand;
  title: string;
  /** ISO days. */
  on?: string | null;
  until?: string | null;
  /** The school that receives the others, or none. */
  host?: string | null;
  /** Schools that come or take part. */
  visitors: string[];
  members: string[];
  /** What is looked at, or learned. */
  focus: string;
  priorities: string[];
  /** The cycle of action research that it is part of, or none. */
  cycle?: string | null;
  /** What we saw, and what we will do. */
  saw?: string;
  willDo?: string;
  /** What the host says to that. */
  reply?: { text: string; by: string; at: number };
  by: string;
  at: number;
  /** It did not take place. */
  calledOff?: number | null;
}

export const Activity = defineKind<Activity>('activity');

const Ids = z.array(Id).check(z.maxLength(60));
const details = {
  on: z.optional(z.nullable(Day)),
  until: z.optional(z.nullable(Day)),
  host: z.optional(z.nullable(Id)),
  cycle: z.optional(z.nullable(Id)),
};

const cycleIn = (cycle: string | null | undefined) => (cycle ? [{ kind: Cycle.kind, id: cycle }] : []);

export const planActivity = defineAction({
  name: 'activity.plan',
  capability: 'activity.plan',
  body: z.strictObject({
    id: Id,
    strand: z.enum(strands),
    title: line(200),
    ...details,
    visitors: Ids,
    members: Ids,
    focus: proseOrNone(2000),
    priorities: z.array(Id).check(z.maxLength(10)),
  }),
  reads: ({ cycle, members }) => [School, Priority, ...membersOf(members), ...cycleIn(cycle)],
  decide({ id, ...body }, { actor, get, list, now }) {
    const people = areIn(body.members, { get });
    if (!people.ok) return people;
    const schools = new Set(list(School).map((school) => school.id));
    if ([...body.visitors, ...(body.host ? [body.host] : [])].some((one) => !schools.has(one))) {
      return fail('missing', School.kind);
    }
    const priorities = new Set(list(Priority).map((priority) => priority.id));
    if (body.priorities.some((one) => !priorities.has(one))) return fail('missing', Priority.kind);
    if (body.cycle && !get(Cycle, body.cycle)?.body) return fail('missing', Cycle.kind);
    return ok([{ op: 'create', kind: Activity, id, body: { ...body, by: actor.member, at: now } }]);
  },
});

/** Changes the plan, or says what was seen and what will be done. Everyone who may plan may write it up. */
export const editActivity = defineAction({
  name: 'activity.edit',
  capability: 'activity.plan',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    title: z.optional(line(200)),
    ...details,
    visitors: z.optional(Ids),
    members: z.optional(Ids),
    focus: z.optional(proseOrNone(2000)),
    saw: z.optional(proseOrNone(8000)),
    willDo: z.optional(proseOrNone(4000)),
    calledOff: z.optional(z.boolean()),
  }),
  reads: ({ id, cycle, members }) => [{ kind: Activity.kind, id }, School, ...membersOf(members), ...cycleIn(cycle)],
  decide({ id, rev, calledOff, ...body }, { get, list, now }) {
    const present = get(Activity, id);
    if (!present) return fail('missing', Activity.kind);
    if (!present.body) return fail('erased', Activity.kind);
    // Whoever is named already stays named, also when they have left since.
    const named = new Set(present.body.members);
    const people = areIn(body.members?.filter((one) => !named.has(one)) ?? [], { get });
    if (!people.ok) return people;
    const schools = new Set(list(School).map((school) => school.id));
    if ([...(body.visitors ?? []), ...(body.host ? [body.host] : [])].some((one) => !schools.has(one))) {
      return fail('missing', School.kind);
    }
    if (body.cycle && !get(Cycle, body.cycle)?.body) return fail('missing', Cycle.kind);
    const set = calledOff === undefined ? {} : { calledOff: calledOff ? now : null };
    return ok([{ op: 'patch', kind: Activity, id, rev, body: { ...body, ...set } }]);
  },
});

/** The host's own words on what the visitors saw. */
export const replyToActivity = defineAction({
  name: 'activity.reply',
  capability: 'activity.plan',
  body: z.strictObject({ id: Id, rev: Rev, host: Id, text: prose(4000) }),
  reads: ({ id, host }) => [
    { kind: Activity.kind, id },
    { kind: School.kind, id: host },
  ],
  decide({ id, rev, host, text }, context) {
    const present = context.get(Activity, id);
    if (!present) return fail('missing', Activity.kind);
    if (!present.body) return fail('erased', Activity.kind);
    if (present.body.host !== host) return fail('not-fitting', 'host');
    const of = mustBeOf(host, context);
    if (!of.ok) return of;
    const reply = { text, by: context.actor.member, at: context.now };
    return ok([{ op: 'patch', kind: Activity, id, rev, body: { reply } }]);
  },
});
