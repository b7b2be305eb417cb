import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { mustBeOf } from '../cluster/acting.ts';
import { School } from '../cluster/schools.ts';
import { prose, Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind } from '../record.ts';
import { Indicator } from './indicator.ts';
import { Priority } from './priority.ts';

/** What a school noticed when it looked at the figures of all: of one indicator, for one priority, or at large. */
export interface Noticing {
  school: string;
  text: string;
  indicator?: string | undefined;
  priority?: string | undefined;
  by: string;
  at: number;
  edited?: number;
}

export const Noticing = defineKind<Noticing>('noticing');

export const recordNoticing = defineAction({
  name: 'noticing.record',
  capability: 'noticing.record',
  body: z.strictObject({
    id: Id,
    school: Id,
    text: prose(4000),
    indicator: z.optional(Id),
    priority: z.optional(Id),
  }),
  reads: ({ school, indicator, priority }) => [
    { kind: School.kind, id: school },
    ...(indicator ? [{ kind: Indicator.kind, id: indicator }] : []),
    ...(priority ? [{ kind: Priority.kind, id: priority }] : []),
  ],
  decide({ id, ...body }, context) {
    const { actor, get, now } = context;
    const of = mustBeOf(body.school, context);
    if (!of.ok) return of;
    if (body.indicator && !get(Indicator, body.indicator)?.body) return fail('missing', Indicator.kind);
    if (body.priority && !get(Priority, body.priority)?.body) return fail('missing', Priority.kind);
    return ok([{ op: 'create', kind: Noticing, id, body: { ...body, by: actor.member, at: now } }]);
  },
});

export const editNoticing = defineAction({
  name: 'noticing.edit',
  capability: 'noticing.record',
  body: z.strictObject({ id: Id, rev: Rev, text: prose(4000) }),
  reads: ({ id }) => [{ kind: Noticing.kind, id }],
  decide({ id, rev, text }, { actor, get, now }) {
    const present = get(Noticing, id);
    if (!present) return fail('missing', Noticing.kind);
    if (!present.body) return fail('erased', Noticing.kind);
    if (present.body.by !== actor.member) return fail('not-yours');
    return ok([{ op: 'patch', kind: Noticing, id, rev, body: { text, edited: now } }]);
  },
});
