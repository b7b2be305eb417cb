import { Activity } from '../../shared/cycles/activity.ts';
import { Cycle } from '../../shared/cycles/cycle.ts';
import { Decision } from '../../shared/cycles/decision.ts';
import { decisionsFor, type WaitingResponse, waitingFor } from '../../shared/cycles/waiting.ts';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { Response, unansweredOf } from '../../shared/evidence/response.ts';
import { Weighing } from '../../shared/evidence/weighing.ts';
import { Noticing } from '../../shared/priorities/noticing.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { keyOf, type Record, type Ref } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

const kinds = {
  responses: Response,
  decisions: Decision,
  weighings: Weighing,
  activities: Activity,
  cycles: Cycle,
  priorities: Priority,
  readings: Reading,
  noticings: Noticing,
};

/** What waits for the one who looks, and what nobody has answered. */
export interface Waiting {
  mine: WaitingResponse[];
  unanswered: { id: string; body: Response }[];
  decisions: Record<Decision>[];
  /** What a thing is, in a few words: 'a piece of evidence: “…”'. */
  titleOf(ref: Ref): string;
}

const cut = (text: string) => (text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text);

/** What waits for the one who looks, live; `undefined` until it is read. */
export function useWaiting(): Waiting | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [me, lists] = await Promise.all([view.actor(), view.lists(kinds)]);
    if (!me) return undefined;
    const { responses, decisions } = lists;
    const pieces = await view.these([
      ...responses.flatMap(({ body }) => (body?.to.kind === Evidence.kind ? body.to.id : [])),
      ...lists.weighings.flatMap(({ body }) => body?.evidence ?? []),
    ]);
    const { weighings, activities, cycles, priorities, readings, noticings } = lists;
    const things = [...decisions, ...weighings, ...activities, ...cycles, ...priorities, ...readings, ...noticings];
    const byKey = new Map(things.map((one) => [keyOf(one), one]));
    const evidenceWords = (id: string) => {
      const body = pieces.get(id)?.record.body;
      return cut(body?.note || body?.passages[0]?.exact || body?.source?.title || 'a piece of evidence');
    };
    const titleOf = (ref: Ref): string => {
      if (ref.kind === Evidence.kind) return evidenceWords(ref.id);
      const body = byKey.get(keyOf(ref))?.body;
      if (!body) return 'something that is gone';
      if ('relevant' in body) return `a weighing of: ${evidenceWords(body.evidence)}`;
      if ('title' in body && body.title) return cut(body.title);
      if ('question' in body) return cut(body.question);
      return 'text' in body && body.text ? cut(body.text) : 'a figure';
    };
    const byOf = ({ kind, id }: Ref) => {
      if (kind === Evidence.kind) return pieces.get(id)?.record.body?.by;
      const body = byKey.get(keyOf({ kind, id }))?.body;
      return body && 'by' in body ? body.by : undefined;
    };
    return {
      mine: waitingFor(me, responses, byOf),
      unanswered: unansweredOf(responses),
      decisions: decisionsFor(me.member, decisions),
      titleOf,
    };
  });
}
