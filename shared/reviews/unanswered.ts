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
  /** Pieces that challenge it and were neither answered nor decided about. */
  evidence: Known<Evidence>[];
  /** Challenges that people made to it, or to a piece that bears on it, which nobody answered. */
  responses: Known<Response>[];
}

/**
 * What challenges a priority and was not answered by a moment, oldest first: the writers of a review see it, and its
 * number, as of publishing, is told. A piece that challenges is answered by a response that is more than one more
 * challenge or a question, or by a decision about it; a challenge that somebody made, by an answer to it.
 */
export function unansweredFor(said: Said, priority: string, by = Infinity): Unanswered {
  const evidence = saidBy(said.evidence, by);
  const responses = saidBy(said.responses, by);
  const decisions = saidBy(said.decisions, by);
  const its = evidence.filter(({ body }) => body.priorities.includes(priority) && !isWithdrawn(body));
  const ids = new Set([priority, ...its.map(({ id }) => id)]);
  const dealtWith = new Set([
    ...responses.flatMap(({ body: { how, to } }) => (how === 'challenge' || how === 'question' ? [] : [to.id])),
    ...decisions.flatMap(({ body }) => body.about?.id ?? []),
  ]);
  return {
    evidence: its
      .filter(({ id, body }) => body.stance === 'challenges' && !dealtWith.has(id))
      .sort((a, b) => a.body.at - b.body.at),
    responses: unansweredOf(responses).filter(({ body }) => body.how === 'challenge' && ids.has(body.to.id)),
  };
}

const saidBy = <Body extends { at: number }>(records: readonly Record<Body>[], by: number): Known<Body>[] =>
  known(records).filter(({ body }) => body.at <= by);
