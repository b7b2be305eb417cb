import { newId } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import { askQuestion } from '../../shared/reviews/question.ts';
import { type AskedAs, type Asker, Question } from '../../shared/reviews/question-kind.ts';
import { publicQuestionOf } from '../../shared/reviews/standing.ts';
import { hashSecret } from '../access/credentials.ts';
import type { House } from '../access/entrance.ts';
import { bodyIn } from './carrier.ts';
import { addFollower, askedSince, followed, isAsked } from './followers.ts';
import type { Followed } from './pages/follow-page.tsx';
import { isOpen } from './standing-carry.ts';
import { followCode, issueTicket, openTicket } from './tickets.ts';

/** As many questions as a cluster takes in a day: more than people ask, and as many as people can look through. */
const mostADay = 100;
/** As many as one household asks in a day: nobody keeps all the others from asking. */
export const mostOfOne = 5;
export const day = 24 * 60 * 60 * 1000;

/** What somebody asks, as they wrote it. */
export interface AskedWords {
  about?: string;
  text: string;
  who: Asker;
  how: AskedAs;
  /** Another partnership, and where it publishes. */
  from?: { name: string; url: string };
}

/** Whether questions are taken now. Errors: `questions-closed`, `too-many` with `day`. */
function mayAsk({ sql, now }: House): Result<object> {
  if (!isOpen(sql)) return fail('questions-closed');
  return askedSince(sql, now - day) < mostADay ? ok({}) : fail('too-many', 'day');
}

/** The first step of asking: a ticket for the second. Errors: `questions-closed`, `too-many`. */
export async function beginAsking(house: House): Promise<Result<{ ticket: string }>> {
  const may = mayAsk(house);
  if (!may.ok) return may;
  return ok({ ticket: await issueTicket(house.sql, newId(house.now), house.now) });
}

/**
 * The second step: the question is in the log, and its asker has the code of a link to follow it by. The same ticket
 * again is the same question; `hasShare` takes one of what its asker may ask in a day. Errors: `form-expired`, `too-many`, and what the action says.
 */
export async function ask(
  house: House,
  ticket: string,
  asked: AskedWords,
  hasShare: () => boolean,
): Promise<Result<{ code: string }>> {
  const { sql, now } = house;
  const opened = await openTicket(sql, ticket, now);
  if (!opened.ok) return opened;
  const id = opened.value;
  const code = await followCode(sql, id);
  const secret = await hashSecret(code);
  const action = await house.prepare(askQuestion.name, { id, ...asked });
  return house.together(() => {
    if (isAsked(sql, id)) return ok({ code });
    const may = mayAsk(house);
    if (!may.ok) return may;
    if (!hasShare()) return fail('too-many', 'day');
    const answer = house.append(action);
    if (answer && !answer.ok) return answer;
    addFollower(sql, secret, id, now);
    return ok({ code });
  });
}

/** How the question of a private link stands, and nothing else that is not published. Error: `code-unknown`. */
export async function follow(sql: SqlStorage, code: string): Promise<Result<Followed>> {
  const id = followed(sql, await hashSecret(code));
  if (id === undefined) return fail('code-unknown');
  const question = bodyIn(sql, Question, id);
  if (!question) return ok({ state: 'deleted' });
  const { state, declined, at } = question;
  const shown = publicQuestionOf(question);
  if (state === 'answered' && shown) return ok({ state, ...shown });
  if (state === 'declined' && declined) return ok({ state, reason: declined.reason });
  return ok(state === 'passed' ? { state } : { state: 'waiting', askedOn: new Date(at).toISOString().slice(0, 10) });
}
