import type { Action } from '../../shared/action.ts';
import { attemptTogether, type Deed } from './attempt.ts';
import { useReplica } from './replica.ts';
import { type Task, useTask } from './use-task.ts';

/** Pairs an action with its body, for `useAct`. */
export const deed = <Body>(action: Action<string, Body>, body: Body): Deed => ({ action: action as Action, body });

/**
 * Does things that belong together, whole or not at all. What this device can see would be refused is refused here,
 * before anything is written.
 */
export function useAct(): Task<readonly Deed[], { group: string }> {
  const replica = useReplica();
  return useTask((deeds: readonly Deed[]) => attemptTogether(replica, deeds));
}
