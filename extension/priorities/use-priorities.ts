import { Priority } from '../../shared/priorities/priority-kind.ts';
import type { Record } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import type { Thread } from '../ui/threads.ts';
import { useLive } from '../ui/use-live.ts';

/** A priority as screens show it. */
export interface SeenPriority extends Thread {
  id: string;
  state: Priority['state'];
}

const order: readonly Priority['state'][] = ['agreed', 'proposed', 'closed', 'dropped'];

/** What a priority that is not agreed is called beside its title; nothing for one that is. */
export const stateWords: { [state in Priority['state']]: string } = {
  agreed: '',
  proposed: 'proposed',
  closed: 'closed',
  dropped: 'dropped',
};

/** A priority as screens show it; in outline until it is agreed. Nothing for one that was erased. */
export const seenPriority = ({ id, body }: Record<Priority>): SeenPriority[] => {
  if (!body) return [];
  const { title, thread, state } = body;
  return [{ id, title, thread, state, proposed: state === 'proposed' || state === 'dropped' }];
};

/** Agreed ones first, then proposed, closed, dropped; each oldest first. */
export const inOrder = (priorities: readonly SeenPriority[]): SeenPriority[] =>
  priorities.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));

/** Whether something new may be tied to it. */
export const isOffered = ({ state }: SeenPriority): boolean => state === 'agreed' || state === 'proposed';

/** The cluster's priorities, whatever their state, agreed ones first; `undefined` until they are read. */
export function usePriorities(): SeenPriority[] | undefined {
  const { view } = useReplica();
  return useLive(async () => inOrder((await view.list(Priority)).flatMap(seenPriority)));
}
