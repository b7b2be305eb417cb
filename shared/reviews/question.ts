import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { School } from '../cluster/schools.ts';
import { line, prose, proseOrNone, Rev, WebAddress } from '../cluster/text.ts';
import { holdsUpn } from '../evidence/upn-shape.ts';
import { Id } from '../ids.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { Record } from '../record.ts';
import { namelessIn, peopleKinds } from './consent.ts';
import { Edition } from './edition-kind.ts';
import { Contact, Publicity } from './public-kind.ts';
import { askedAs, askers, declineReasons, Question } from './question-kind.ts';
import { takesQuestions } from './takes-questions.ts';

/** How long a question may be. */
export const questionLength = { least: 10, most: 1000 } as const;

const Words = z.string().check(z.trim(), z.minLength(questionLength.least), z.maxLength(questionLength.most));

/** Takes a question in from the public. The Worker does it, for whoever asked. */
export const askQuestion = defineAction({
  name: 'question.ask',
  capability: 'question.ask',
  body: z.strictObject({
    id: Id,
    about: z.optional(z.string().check(z.maxLength(8), z.regex(/^p\d{1,4}$/))),
    text: Words,
    who: z.enum(askers),
    how: z.enum(askedAs),
    from: z.optional(z.strictObject({ name: line(160), url: WebAddress })),
  }),
  reads: () => [Publicity, Edition, School, Contact],
  decide({ id, ...body }, { list, now }) {
    if (holdsUpn(body)) return fail('pupil-number');
    const lists = { publicities: list(Publicity), editions: list(Edition) };
    if (!takesQuestions({ ...lists, schools: list(School), contacts: list(Contact) })) return fail('questions-closed');
    const asked: Question = { ...body, state: 'new', at: now };
    return ok([{ op: 'create', kind: Question, id, body: asked }]);
  },
});

const said = { text: prose(4000), changed: z.optional(prose(1500)) };

interface PublicWords {
  asked: string;
  text: string;
  changed?: string | undefined;
}

/** What is published of an answer: staff who did not agree to be named are not named in it. */
function publicWords({ asked, text, changed }: PublicWords, context: Context): PublicWords {
  const nameless = namelessIn(context);
  return {
    asked: nameless(asked, 2000),
    text: nameless(text, 4000),
    changed: changed ? nameless(changed, 1500) : undefined,
  };
}

/** Publishes a question with an answer. `public` is the id under which it stands there: never that of the question. */
export const answerQuestion = defineAction({
  name: 'question.answer',
  capability: 'question.answer',
  body: z.strictObject({ id: Id, rev: Rev, public: Id, asked: z.optional(prose(2000)), ...said }),
  reads: () => [Question, ...peopleKinds],
  decide({ id, rev, asked, ...body }, context) {
    if (holdsUpn({ asked, ...body })) return fail('pupil-number');
    const present = questionIn(id, ['new'], context);
    if (!present.ok) return present;
    const { actor, list, now } = context;
    if (body.public === id || list(Question).some((one) => one.body?.answer?.public === body.public)) {
      return fail('id-reused', 'public');
    }
    const words = publicWords({ ...body, asked: asked ?? present.value.body.text }, context);
    const answer = { ...words, public: body.public, by: actor.member, at: now };
    return ok([{ op: 'patch', kind: Question, id, rev, body: { state: 'answered', answer } }]);
  },
});

/** Words a published answer, or the question above it, otherwise. */
export const amendAnswer = defineAction({
  name: 'question.amend',
  capability: 'question.answer',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    asked: z.optional(prose(2000)),
    text: z.optional(prose(4000)),
    changed: z.optional(proseOrNone(1500)),
  }),
  reads: ({ id }) => [{ kind: Question.kind, id }, ...peopleKinds],
  decide({ id, rev, ...body }, context) {
    if (holdsUpn(body)) return fail('pupil-number');
    const present = questionIn(id, ['answered'], context);
    if (!present.ok) return present;
    const before = present.value.body.answer;
    if (!before) return fail('not-in-state', 'answer');
    const { asked = before.asked, text = before.text, changed = before.changed } = body;
    const answer = { ...before, ...publicWords({ asked, text, changed }, context), edited: context.now };
    return ok([{ op: 'patch', kind: Question, id, rev, body: { answer } }]);
  },
});

/** Declines a question, with a reason that the asker reads. One that was answered leaves the public page. */
export const declineQuestion = defineAction({
  name: 'question.decline',
  capability: 'question.answer',
  body: z.strictObject({ id: Id, rev: Rev, reason: z.enum(declineReasons) }),
  reads: ({ id }) => [{ kind: Question.kind, id }],
  decide({ id, rev, reason }, context) {
    const present = questionIn(id, ['new', 'answered'], context);
    if (!present.ok) return present;
    const declined = { reason, by: context.actor.member, at: context.now };
    return ok([{ op: 'patch', kind: Question, id, rev, body: { state: 'declined', declined } }]);
  },
});

/** A question that is in one of these states. Errors: `missing`, `erased`, `not-in-state`. */
export function questionIn(
  id: string,
  states: readonly Question['state'][],
  { get }: Pick<Context, 'get'>,
): Result<Record<Question> & { body: Question }> {
  const record = get(Question, id);
  if (!record) return fail('missing', Question.kind);
  const { body } = record;
  if (!body) return fail('erased', Question.kind);
  return states.includes(body.state) ? ok({ ...record, body }) : fail('not-in-state', body.state);
}
