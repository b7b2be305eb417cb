import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { prose, Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok, type Result } from '../problem.ts';
import { defineKind, type Record, type Ref } from '../record.ts';

/** What can be responded to. */
export const respondedTo = [
  'evidence',
  'reading',
  'priority',
  'activity',
  'cycle',
  'decision',
  'weighing',
  'noticing',
] as const;

/** `support`, `challenge` and `question` say something to a thing; an `answer` says something to one of those. */
export const responseHows = ['support', 'challenge', 'question', 'answer'] as const;
export type ResponseHow = (typeof responseHows)[number];

/** What somebody said to something. Challenges and questions ask for an answer. */
export interface Response {
  to: Ref;
  how: ResponseHow;
  text: string;
  /** Which response an answer is to. */
  answers?: string | undefined;
  /** Members and schools that it is meant for. */
  members: string[];
  schools: string[];
  by: string;
  at: number;
  edited?: number;
}

export const Response = defineKind<Response>('response');

/** Challenges and questions to which nobody has answered, oldest first. */
export function unansweredOf(responses: readonly Record<Response>[]): (Record<Response> & { body: Response })[] {
  const answered = new Set(responses.flatMap(({ body }) => (body?.how === 'answer' && body.answers) || []));
  return responses
    .flatMap((one) => (one.body ? [{ ...one, body: one.body }] : []))
    .filter(({ id, body }) => (body.how === 'challenge' || body.how === 'question') && !answered.has(id))
    .sort((a, b) => a.body.at - b.body.at);
}

const About = z.strictObject({ kind: z.enum(respondedTo), id: Id });
const Ids = z.array(Id).check(z.maxLength(40));

/** Responds to something, or answers a response. */
export const giveResponse = defineAction({
  name: 'response.give',
  capability: 'response.give',
  body: z
    .strictObject({
      id: Id,
      to: About,
      how: z.enum(responseHows),
      text: prose(4000),
      answers: z.optional(Id),
      members: Ids,
      schools: Ids,
    })
    .check(z.refine(({ how, answers }) => (how === 'answer') === (answers !== undefined), { path: ['answers'] })),
  reads: ({ to, answers }) => [to, ...(answers ? [{ kind: Response.kind, id: answers }] : [])],
  decide({ id, ...body }, context) {
    const there = isThere(body.to, context);
    if (!there.ok) return there;
    if (body.answers) {
      const asked = context.get(Response, body.answers);
      if (!asked?.body) return fail('missing', Response.kind);
      if (asked.body.to.id !== body.to.id || asked.body.how === 'answer') return fail('not-fitting', 'answers');
    }
    return ok([{ op: 'create', kind: Response, id, body: { ...body, by: context.actor.member, at: context.now } }]);
  },
});

export const editResponse = defineAction({
  name: 'response.edit',
  capability: 'response.give',
  body: z.strictObject({ id: Id, rev: Rev, text: prose(4000) }),
  reads: ({ id }) => [{ kind: Response.kind, id }],
  decide({ id, rev, text }, { actor, get, now }) {
    const present = get(Response, id);
    if (!present) return fail('missing', Response.kind);
    if (!present.body) return fail('erased', Response.kind);
    if (present.body.by !== actor.member) return fail('not-yours');
    return ok([{ op: 'patch', kind: Response, id, rev, body: { text, edited: now } }]);
  },
});

/** Whether something is in the log, of whatever kind. Errors: `missing`, `erased`. */
export function isThere({ kind, id }: Ref, { get }: Pick<Context, 'get'>): Result<null> {
  const present = get(defineKind<object>(kind), id);
  if (!present) return fail('missing', kind);
  return present.body ? ok(null) : fail('erased', kind);
}
