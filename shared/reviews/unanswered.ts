import type { Decision } from '../cycles/decision.ts';
import { type Evidence, isWithdrawn } from '../evidence/evidence.ts';
import { type Response, unansweredOf } from '../evidence/response.ts';
import type { Record } from '../record.ts';
import { type Known, known } from './known.ts';

interface Said {
  evidence: readonly Record<Evidence>[];
  responses: readonly Record<Response>[];
  decisions: readonly Record<Decision>[];
}

/** What challenges a priority in the log and was never answered. */
export interface Unanswered {
  /** Pieces that challenge it, to which nobody responded and about which nothing was decided. */
  evidence: Known<Evidence>[];
  /** Challenges that people made to it, or to a piece that bears on it, which nobody answered. */
  responses: Known<Response>[];
}

/** What challenges a priority and was not answered, oldest first: the writers of a review see it, and its number is told. */
export function unansweredFor({ evidence, responses, decisions }: Said, priority: string, asAt = Infinity): Unanswered {
  const its = known(evidence).filter(
    ({ body }) => body.priorities.includes(priority) && !isWithdrawn(body) && body.at <= asAt,
  );
  const ids = new Set([priority, ...its.map(({ id }) => id)]);
  const open = unansweredOf(responses).filter(
    ({ body }) => body.how === 'challenge' && ids.has(body.to.id) && body.at <= asAt,
  );
  const dealtWith = new Set([
    ...responses.flatMap(({ body }) => (body && body.how !== 'challenge' ? [body.to.id] : [])),
    ...decisions.flatMap(({ body }) => body?.about?.id ?? []),
  ]);
  return {
    evidence: its
      .filter(({ id, body }) => body.stance === 'challenges' && !dealtWith.has(id))
      .sort((a, b) => a.body.at - b.body.at),
    responses: open,
  };
}
