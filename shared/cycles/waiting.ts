import { type Response, unansweredOf } from '../evidence/response.ts';
import { keyOf, type Record, type Ref } from '../record.ts';
import { type Decision, replacedBy } from './decision.ts';

/** Something said that waits for one person: it names them or their school, or challenges what they put there. */
export interface WaitingResponse {
  id: string;
  body: Response;
  why: 'named' | 'school' | 'yours';
}

/** Who waits. */
export interface Waiter {
  member: string;
  schools: readonly string[];
}

/**
 * What waits for one person, oldest first. What names them waits until somebody has answered it or they have said
 * something there since; a challenge or question to what is theirs, until it is answered. `byOf` says whose a thing is.
 */
export function waitingFor(
  me: Waiter,
  responses: readonly Record<Response>[],
  byOf: (ref: Ref) => string | undefined,
): WaitingResponse[] {
  const answered = new Set(responses.flatMap(({ body }) => (body?.how === 'answer' && body.answers) || []));
  const asking = new Set(unansweredOf(responses).map(({ id }) => id));
  const lastSaid = new Map<string, number>();
  for (const { body } of responses) {
    if (body?.by !== me.member) continue;
    lastSaid.set(keyOf(body.to), Math.max(body.at, lastSaid.get(keyOf(body.to)) ?? 0));
  }
  const found: WaitingResponse[] = [];
  for (const { id, body } of responses) {
    if (!body || body.by === me.member || answered.has(id)) continue;
    const open = (lastSaid.get(keyOf(body.to)) ?? 0) < body.at;
    if (open && body.members.includes(me.member)) found.push({ id, body, why: 'named' });
    else if (open && body.schools.some((school) => me.schools.includes(school)))
      found.push({ id, body, why: 'school' });
    else if (asking.has(id) && byOf(body.to) === me.member) found.push({ id, body, why: 'yours' });
  }
  return found.sort((a, b) => a.body.at - b.body.at);
}

/** What a person was to do by a decision and has not done, what is due first. */
export function decisionsFor(member: string, decisions: readonly Record<Decision>[]): Record<Decision>[] {
  const replaced = replacedBy(decisions);
  return decisions
    .filter(({ id, body }) => body?.owner === member && !body.done && !replaced.has(id))
    .sort((a, b) => (a.body?.due ?? '9').localeCompare(b.body?.due ?? '9'));
}
