import type { Action } from '../../shared/action.ts';
import { useReplica } from './replica.ts';
import { type Task, useTask } from './use-task.ts';

/** One thing to do. */
export interface Deed {
  action: Action;
  body: unknown;
}

/** Pairs an action with its body, for `useAct`. */
export const deed = <Body>(action: Action<string, Body>, body: Body): Deed => ({ action: action as Action, body });

/**
 * Does things that belong together, whole or not at all. What this device can see would be refused is refused here,
 * before anything is written.
 */
export function useAct(): Task<readonly Deed[], { group: string }> {
  const { outbox, view } = useReplica();
  return useTask(async (deeds: readonly Deed[]) => {
    const [first] = deeds;
    const refusal = first && (await view.refusal(first.action, first.body));
    return refusal ? { ok: false, problem: refusal } : outbox.actTogether(deeds);
  });
}
