import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { Id } from '../ids.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { Record } from '../record.ts';
import { Member } from './members.ts';
import { isOf, School, speaksFor } from './schools.ts';
import { Rev } from './text.ts';

/** Names who speaks for a school where its head cannot; `null` takes it back. */
export const appointActing = defineAction({
  name: 'school.appoint',
  capability: 'school.appoint',
  body: z.strictObject({ id: Id, rev: Rev, acting: z.nullable(Id) }),
  reads: ({ id, acting }) => [{ kind: School.kind, id }, ...(acting ? [{ kind: Member.kind, id: acting }] : [])],
  decide({ id, rev, acting }, { get, actor }) {
    const present = get(School, id);
    if (!present?.body) return fail('missing', School.kind);
    // A head hands on their own school; only a coordinator another's.
    if (actor.role !== 'coordinator' && !speaksFor(actor, present)) return fail('not-for-school', id);
    const named = acting ? get(Member, acting)?.body : undefined;
    if (acting && !named) return fail('missing', Member.kind);
    if (named?.left) return fail('left', Member.kind);
    return ok([{ op: 'patch', kind: School, id, rev, body: { acting } }]);
  },
});

type Asking = Pick<Context, 'actor' | 'get'>;

/** The school in whose name the actor speaks. Errors: `missing`, `not-for-school`. */
export function mustSpeakFor(school: string, { actor, get }: Asking): Result<Record<School>> {
  const present = get(School, school);
  if (!present?.body) return fail('missing', School.kind);
  return speaksFor(actor, present) ? ok(present) : fail('not-for-school', school);
}

/** The school that the actor is of. Errors: `missing`, `not-for-school`. */
export function mustBeOf(school: string, { actor, get }: Asking): Result<Record<School>> {
  const present = get(School, school);
  if (!present?.body) return fail('missing', School.kind);
  return isOf(actor, present) ? ok(present) : fail('not-for-school', school);
}
