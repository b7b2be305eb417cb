import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { nextWaiting, type Queue, queueOf, sitting } from '../../shared/evidence/queue.ts';
import { Weighing } from '../../shared/evidence/weighing.ts';
import type { Record } from '../../shared/record.ts';
import { usePeople } from '../cluster/use-people.ts';
import { usePriorities } from '../priorities/use-priorities.ts';
import type { LogRow } from '../replica/log-rows.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { piecesOf } from './review-pieces.ts';
import { useLogIndex } from './use-log-index.ts';

const noRows: readonly LogRow[] = [];
const none: readonly Record<Weighing>[] = [];

/** Which pieces are asked for. */
export interface ReviewAsked {
  queue: Queue;
  /** '' is all. */
  priority: string;
}

/**
 * One sitting at the review queue: its pieces in an order that stands, which of them still wait, and the one that is
 * looked at. A piece that a colleague weighs meanwhile stays where it is until it is left.
 */
export function useReview({ queue, priority }: ReviewAsked, first: string | undefined) {
  const { view } = useReplica();
  const log = useLogIndex(false);
  const people = usePeople();
  const priorities = usePriorities();
  const weighings = useLive(() => view.list(Weighing));
  const [current, setCurrent] = useState(first);
  const begun = useRef<{ of: string; ids: readonly string[] }>(undefined);
  const me = people?.me;
  const waiting = useMemo(() => {
    if (!log?.whole || !me || !priorities || !weighings) return undefined;
    const order = priorities.map(({ id }) => id);
    return queueOf(piecesOf(log), weighings, { queue, me: me.member, order, ...(priority && { priority }) });
  }, [log, me?.member, priorities, weighings, queue, priority]);
  const of = `${queue}/${priority}`;
  if (waiting) {
    const before = begun.current?.of === of ? begun.current.ids : [];
    begun.current = { of, ids: sitting(before, waiting) };
  }
  const all = begun.current?.ids ?? [];
  const still = useMemo(() => new Set(waiting), [waiting]);
  // What was weighed a moment ago still waits until that is read.
  const weighed = useRef<string>(undefined);
  if (weighed.current && !still.has(weighed.current)) weighed.current = undefined;
  // A newer one while nothing is looked at; what is looked at stays.
  const begin = current === undefined ? waiting?.find((id) => id !== weighed.current) : undefined;
  useEffect(() => {
    if (begin) setCurrent(begin);
  }, [begin]);
  return {
    isKnown: waiting !== undefined,
    /** The log's rows, for the tags in use. */
    rows: log?.rows ?? noRows,
    people,
    priorities,
    weighings: weighings ?? none,
    all,
    waiting: still,
    current: current ?? begin,
    show: setCurrent,
    /** Goes to the next piece that waits, if there is one. */
    next() {
      const to = nextWaiting(all, still, current);
      if (to) setCurrent(to);
    },
    /** Leaves the piece that was weighed: for the next one, or for none. */
    leave() {
      weighed.current = current;
      setCurrent(nextWaiting(all, still, current));
    },
    /** Goes back to the piece before, weighed or not. */
    previous() {
      const at = current === undefined ? all.length : all.indexOf(current);
      if (at > 0) setCurrent(all[at - 1]);
    },
  };
}
