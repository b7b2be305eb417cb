import * as z from 'zod/mini';
import { defineAction, type Write } from '../action.ts';
import { wordsOf } from '../cluster/redact.ts';
import { School } from '../cluster/schools.ts';
import { Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { questionIn } from './question.ts';
import { declinedDays, Question } from './question-kind.ts';

/** Says that a question was passed to whoever is responsible for safeguarding, and removes its words. */
export const passQuestion = defineAction({
  name: 'question.pass',
  capability: 'question.answer',
  body: z.strictObject({ id: Id, rev: Rev, school: z.optional(Id) }),
  reads: ({ id, school }) => [{ kind: Question.kind, id }, ...(school ? [{ kind: School.kind, id: school }] : [])],
  decide({ id, rev, school }, context) {
    const present = questionIn(id, ['new', 'answered', 'declined'], context);
    if (!present.ok) return present;
    const { actor, get, now } = context;
    if (school && !get(School, school)?.body) return fail('missing', School.kind);
    const passed = { by: actor.member, at: now, school };
    return ok([
      { op: 'patch', kind: Question, id, rev, body: { state: 'passed', passed } },
      { op: 'blank', kind: Question.kind, id, words: wordsOf('question') },
    ]);
  },
});

/** The most questions that one action forgets. */
export const mostForgotten = 100;

/** Whether a question was declined so long ago that it goes. */
export const isForgotten = ({ state, declined }: Question, now: number): boolean =>
  state === 'declined' && declined !== undefined && now - declined.at >= declinedDays * 24 * 60 * 60 * 1000;

/** Erases questions that were declined long enough ago. The Worker does it. */
export const forgetQuestions = defineAction({
  name: 'question.forget',
  capability: 'question.forget',
  body: z.strictObject({ ids: z.array(Id).check(z.minLength(1), z.maxLength(mostForgotten)) }),
  reads: ({ ids }) => ids.map((id) => ({ kind: Question.kind, id })),
  decide({ ids }, { get, now }) {
    const writes: Write[] = [];
    for (const id of new Set(ids)) {
      const present = get(Question, id);
      if (!present) return fail('missing', Question.kind);
      if (present.body && !isForgotten(present.body, now)) return fail('not-fitting', id);
      if (present.body) writes.push({ op: 'erase', kind: Question.kind, id });
    }
    return ok(writes);
  },
});
