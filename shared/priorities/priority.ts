import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { Day, line, prose, proseOrNone, Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { Record } from '../record.ts';
import { Priority } from './priority-kind.ts';

export {
  agreedOf,
  mostAgreed,
  type Plan,
  Priority,
  type Strand,
  strands,
} from './priority-kind.ts';

const planOf = z.strictObject({ plan: proseOrNone(2000), who: proseOrNone(300) });
const details = {
  description: z.optional(proseOrNone(4000)),
  alone: z.optional(proseOrNone(2000)),
  plans: z.optional(
    z.strictObject({
      review: z.optional(planOf),
      research: z.optional(planOf),
      learning: z.optional(planOf),
      investment: z.optional(planOf),
    }),
  ),
  starts: z.optional(z.nullable(Day)),
  review: z.optional(z.nullable(Day)),
};

export const proposePriority = defineAction({
  name: 'priority.propose',
  capability: 'priority.propose',
  body: z.strictObject({ id: Id, title: line(160), ...details }),
  reads: () => [Priority],
  decide({ id, ...words }, { actor, list, now }) {
    const taken = new Set(list(Priority).map((priority) => priority.body?.thread));
    let thread = 0;
    while (taken.has(thread)) thread++;
    const body: Priority = { ...present(words), state: 'proposed', thread, by: actor.member, at: now };
    return ok([{ op: 'create', kind: Priority, id, body }]);
  },
});

/** Without what is undefined: a field that nobody gave is not there. */
const present = <T extends object>(body: T): T =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as T;

/**
 * Changes a priority. What schools agree to (title, description, why together) can be worded anew only while it is
 * proposed, and asks for their agreement again; plans and dates at any time until it is closed.
 */
export const editPriority = defineAction({
  name: 'priority.edit',
  capability: 'priority.edit',
  body: z.strictObject({ id: Id, rev: Rev, title: z.optional(line(160)), ...details }),
  reads: ({ id }) => [{ kind: Priority.kind, id }],
  decide({ id, rev, ...change }, context) {
    const now = priorityIn(id, ['proposed', 'agreed'], context);
    if (!now.ok) return now;
    const { body } = now.value;
    const anew = (['title', 'description', 'alone'] as const).some(
      (field) => change[field] !== undefined && change[field] !== (body[field] ?? ''),
    );
    if (anew && body.state === 'agreed') return fail('agreed-already', id);
    const wording = anew ? { wording: (body.wording ?? 0) + 1 } : {};
    const plans = change.plans && { plans: { ...body.plans, ...present(change.plans) } };
    return ok([{ op: 'patch', kind: Priority, id, rev, body: { ...present(change), ...plans, ...wording } }]);
  },
});

/** Takes a proposal back; its evidence stays. */
export const dropPriority = defineAction({
  name: 'priority.drop',
  capability: 'priority.drop',
  body: z.strictObject({ id: Id, rev: Rev, reason: prose(1000) }),
  reads: ({ id }) => [{ kind: Priority.kind, id }],
  decide({ id, rev, reason }, context) {
    const now = priorityIn(id, ['proposed'], context);
    if (!now.ok) return now;
    const { actor, now: at } = context;
    if (actor.role !== 'coordinator' && now.value.body.by !== actor.member) return fail('not-yours');
    return ok([{ op: 'patch', kind: Priority, id, rev, body: { state: 'dropped', dropped: { at, reason } } }]);
  },
});

/** Proposes again what was dropped. */
export const reviveProposal = defineAction({
  name: 'priority.revive',
  capability: 'priority.propose',
  body: z.strictObject({ id: Id, rev: Rev }),
  reads: ({ id }) => [{ kind: Priority.kind, id }],
  decide({ id, rev }, context) {
    const now = priorityIn(id, ['dropped'], context);
    if (!now.ok) return now;
    return ok([{ op: 'patch', kind: Priority, id, rev, body: { state: 'proposed', dropped: null } }]);
  },
});

/** Closes an agreed priority, with what was learned and what will be kept. */
export const closePriority = defineAction({
  name: 'priority.close',
  capability: 'priority.close',
  body: z.strictObject({ id: Id, rev: Rev, learned: prose(4000), kept: prose(4000) }),
  reads: ({ id }) => [{ kind: Priority.kind, id }],
  decide({ id, rev, ...said }, context) {
    const now = priorityIn(id, ['agreed'], context);
    if (!now.ok) return now;
    const closed = { ...said, at: context.now };
    return ok([{ op: 'patch', kind: Priority, id, rev, body: { state: 'closed', closed } }]);
  },
});

/** A priority that is in one of these states. Errors: `missing`, `erased`, `not-in-state`. */
export function priorityIn(
  id: string,
  states: readonly Priority['state'][],
  { get }: Pick<Context, 'get'>,
): Result<Record<Priority> & { body: Priority }> {
  const record = get(Priority, id);
  if (!record) return fail('missing', Priority.kind);
  const { body } = record;
  if (!body) return fail('erased', Priority.kind);
  return states.includes(body.state) ? ok({ ...record, body }) : fail('not-in-state', body.state);
}
