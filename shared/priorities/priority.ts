import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { line } from '../cluster/cluster.ts';
import { Id } from '../ids.ts';
import { ok } from '../problem.ts';
import { defineKind } from '../record.ts';

export interface Priority {
  title: string;
  /** Evidence can be tied to a priority as soon as it is proposed. */
  state: 'proposed';
  /** Which thread it is: its colour and mark, the same on every screen, from 0. */
  thread: number;
  by: string;
  at: number;
}

export const Priority = defineKind<Priority>('priority');

export const proposePriority = defineAction({
  name: 'priority.propose',
  capability: 'priority.propose',
  body: z.strictObject({ id: Id, title: line(160) }),
  reads: () => [Priority],
  decide({ id, title }, { actor, list, now }) {
    const taken = new Set(list(Priority).map((priority) => priority.body?.thread));
    let thread = 0;
    while (taken.has(thread)) thread++;
    const body: Priority = { title, state: 'proposed', thread, by: actor.member, at: now };
    return ok([{ op: 'create', kind: Priority, id, body }]);
  },
});
