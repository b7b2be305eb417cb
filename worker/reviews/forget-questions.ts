import { forgetQuestions as forgetting, mostForgotten } from '../../shared/reviews/question-gone.ts';
import { declinedDays, Question } from '../../shared/reviews/question-kind.ts';
import { type Carrier, mustBeDone } from './carrier.ts';

const day = 24 * 60 * 60 * 1000;

/** When a question that was declined then is erased. */
export const erasedFrom = (declined: number): number => declined + declinedDays * day + 1;

/** Questions that were declined, and are not waiting to be taken away from the public page first. */
const declined = `FROM records WHERE kind = '${Question.kind}' AND json_extract(body, '$.state') = 'declined'
  AND NOT EXISTS (SELECT 1 FROM agenda WHERE what = 'question.carry' AND about GLOB records.id || '/*')`;

/** Erases what was declined long enough ago. Answers with when the next falls due. */
export async function forgetQuestions({ sql, act }: Carrier, now: number): Promise<number | undefined> {
  for (;;) {
    const ids = sql
      .exec<{ id: string }>(
        `SELECT id ${declined} AND json_extract(body, '$.declined.at') < ? ORDER BY seq LIMIT ?`,
        ...[now - declinedDays * day, mostForgotten],
      )
      .toArray()
      .map(({ id }) => id);
    if (ids.length === 0) break;
    mustBeDone(forgetting, await act(forgetting, { ids }));
  }
  const { at } = sql
    .exec<{ at: number | null }>(
      `SELECT MIN(json_extract(body, '$.declined.at')) AS at FROM records
       WHERE kind = ? AND json_extract(body, '$.state') = 'declined'`,
      Question.kind,
    )
    .one();
  // One that waits to be taken away from the public page is looked at again in a while.
  return at === null ? undefined : Math.max(erasedFrom(at), now + 60 * 60 * 1000);
}
