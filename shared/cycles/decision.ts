import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { areIn, membersOf } from '../cluster/members.ts';
import { Day, line, prose, proseOrNone, Rev } from '../cluster/text.ts';
import { isThere, respondedTo } from '../evidence/response.ts';
import { Id } from '../ids.ts';
import { Priority } from '../priorities/priority.ts';
import { fail, ok } from '../problem.ts';
import { defineKind, type Record, type Ref } from '../record.ts';

/** A meeting of the partnership: what has happened since the last one is what the next one talks about. */
export interface Meeting {
  /** ISO day. */
  on: string;
  title: string;
  present: string[];
  notes: string;
  by: string;
  at: number;
}

export const Meeting = defineKind<Meeting>('meeting');

/**
 * Something that was decided: what, why, by whom it is done and by when. It is never overwritten: one that is about
 * another decision takes its place, and both stay.
 */
export interface Decision {
  text: string;
  why: string;
  about?: Ref | undefined;
  priority?: string | undefined;
  meeting?: string | undefined;
  owner?: string | undefined;
  /** ISO day. */
  due?: string | undefined;
  by: string;
  at: number;
  /** When it was done, and what came of it. */
  done?: { at: number; by: string; outcome: string };
}

export const Decision = defineKind<Decision>('decision');

/** The decisions in whose place a later one stands, each with that one's id. */
export const replacedBy = (decisions: readonly Record<Decision>[]): Map<string, string> =>
  new Map(
    decisions.flatMap(({ id, body }): [string, string][] =>
      body?.about?.kind === Decision.kind ? [[body.about.id, id]] : [],
    ),
  );

export const holdMeeting = defineAction({
  name: 'meeting.hold',
  capability: 'meeting.hold',
  body: z.strictObject({
    id: Id,
    on: Day,
    title: line(200),
    present: z.array(Id).check(z.maxLength(100)),
    notes: proseOrNone(20_000),
  }),
  decide: ({ id, ...body }, { actor, now }) =>
    ok([{ op: 'create', kind: Meeting, id, body: { ...body, by: actor.member, at: now } }]),
});

/** Corrects when a meeting was, who was there and what was said. What was decided there stays as it is. */
export const editMeeting = defineAction({
  name: 'meeting.edit',
  capability: 'meeting.hold',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    on: z.optional(Day),
    title: z.optional(line(200)),
    present: z.optional(z.array(Id).check(z.maxLength(100))),
    notes: z.optional(proseOrNone(20_000)),
  }),
  reads: ({ id }) => [{ kind: Meeting.kind, id }],
  decide({ id, rev, ...body }, { get }) {
    if (!get(Meeting, id)?.body) return fail('missing', Meeting.kind);
    return ok([{ op: 'patch', kind: Meeting, id, rev, body }]);
  },
});

export const recordDecision = defineAction({
  name: 'decision.record',
  capability: 'decision.record',
  body: z.strictObject({
    id: Id,
    text: prose(2000),
    why: proseOrNone(2000),
    about: z.optional(z.strictObject({ kind: z.enum(respondedTo), id: Id })),
    priority: z.optional(Id),
    meeting: z.optional(Id),
    owner: z.optional(Id),
    due: z.optional(Day),
  }),
  reads: ({ about, priority, meeting, owner }) => [
    ...(about ? [about] : []),
    ...(priority ? [{ kind: Priority.kind, id: priority }] : []),
    ...(meeting ? [{ kind: Meeting.kind, id: meeting }] : []),
    ...membersOf(owner ? [owner] : []),
  ],
  decide({ id, ...body }, context) {
    const about = [
      ...(body.about ? [body.about] : []),
      ...(body.priority ? [{ kind: Priority.kind, id: body.priority }] : []),
      ...(body.meeting ? [{ kind: Meeting.kind, id: body.meeting }] : []),
    ];
    for (const ref of about) {
      const there = isThere(ref, context);
      if (!there.ok) return there;
    }
    const owner = areIn(body.owner ? [body.owner] : [], context);
    if (!owner.ok) return owner;
    return ok([{ op: 'create', kind: Decision, id, body: { ...body, by: context.actor.member, at: context.now } }]);
  },
});

/** Says that what was decided is done, and what came of it. */
export const finishDecision = defineAction({
  name: 'decision.finish',
  capability: 'decision.record',
  body: z.strictObject({ id: Id, rev: Rev, outcome: proseOrNone(2000) }),
  reads: ({ id }) => [{ kind: Decision.kind, id }],
  decide({ id, rev, outcome }, { actor, get, now }) {
    const present = get(Decision, id);
    if (!present) return fail('missing', Decision.kind);
    if (!present.body) return fail('erased', Decision.kind);
    if (present.body.done) return fail('not-in-state', 'done');
    return ok([{ op: 'patch', kind: Decision, id, rev, body: { done: { at: now, by: actor.member, outcome } } }]);
  },
});
