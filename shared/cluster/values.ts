import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind } from '../record.ts';
import { line, Rev } from './text.ts';

/** How we work together: a value, and what it looks like in what people do. */
export interface Value {
  title: string;
  /** Behaviours that we adopt. */
  adopt: string[];
  /** Behaviours that we do not tolerate. */
  refuse: string[];
  by: string;
  at: number;
  /** When it was set aside; `null` where it was taken up again. */
  retired?: number | null;
}

export const Value = defineKind<Value>('value');

/** The most that one list of a value says. */
export const mostBehaviours = 12;

const behaviours = z.array(line(300)).check(z.maxLength(mostBehaviours));

export const addValue = defineAction({
  name: 'value.add',
  capability: 'value.write',
  body: z.strictObject({ id: Id, title: line(120), adopt: behaviours, refuse: behaviours }),
  decide: ({ id, ...body }, { actor, now }) =>
    ok([{ op: 'create', kind: Value, id, body: { ...body, by: actor.member, at: now } }]),
});

export const editValue = defineAction({
  name: 'value.edit',
  capability: 'value.write',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    title: z.optional(line(120)),
    adopt: z.optional(behaviours),
    refuse: z.optional(behaviours),
    retired: z.optional(z.boolean()),
  }),
  reads: ({ id }) => [{ kind: Value.kind, id }],
  decide({ id, rev, retired, ...body }, { get, now }) {
    if (!get(Value, id)) return fail('missing', Value.kind);
    const set = retired === undefined ? {} : { retired: retired ? now : null };
    return ok([{ op: 'patch', kind: Value, id, rev, body: { ...body, ...set } }]);
  },
});
