import type { Decision } from '../../shared/cycles/decision.ts';
import { decisionsFor, type WaitingResponse, waitingFor } from '../../shared/cycles/waiting.ts';
import { type Response, unansweredOf } from '../../shared/evidence/response.ts';
import type { Record } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { readTitles, type Titles } from './titles.ts';

/** What waits for the one who looks, and what nobody has answered. */
export interface Waiting extends Pick<Titles, 'titleOf' | 'hrefOf'> {
  mine: WaitingResponse[];
  unanswered: { id: string; body: Response }[];
  decisions: Record<Decision>[];
}

/** What waits for the one who looks, live; `undefined` until it is read. */
export function useWaiting(): Waiting | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [me, { responses, decisions, titleOf, hrefOf, byOf }] = await Promise.all([view.actor(), readTitles(view)]);
    if (!me) return undefined;
    return {
      mine: waitingFor(me, responses, byOf),
      unanswered: unansweredOf(responses),
      decisions: decisionsFor(me.member, decisions),
      ...{ titleOf, hrefOf },
    };
  });
}
