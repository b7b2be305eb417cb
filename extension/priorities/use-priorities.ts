import { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import type { Thread } from '../ui/threads.ts';
import { useLive } from '../ui/use-live.ts';

/** A priority as screens show it. */
export interface SeenPriority extends Thread {
  id: string;
}

const seen = ({ id, body }: Record<Priority>): SeenPriority[] =>
  body ? [{ id, title: body.title, thread: body.thread, proposed: body.state === 'proposed' }] : [];

/** The cluster's priorities, proposed ones too, oldest first; `undefined` until they are read. */
export function usePriorities(): SeenPriority[] | undefined {
  const { view } = useReplica();
  return useLive(async () => (await view.list(Priority)).flatMap(seen));
}
