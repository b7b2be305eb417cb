import * as z from 'zod/mini';
import { type Context, defineAction, type Write } from '../action.ts';
import { Id } from '../ids.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { Record } from '../record.ts';
import { isLastCoordinator, Member } from './members.ts';
import { School } from './schools.ts';

/**
 * Takes somebody out: themselves, or by a coordinator. What they gave stays under their name, nobody speaks through
 * them any more, and the Worker revokes everything that lets them in. They can be invited again.
 */
export const leaveCluster = defineAction({
  name: 'member.leave',
  capability: 'member.leave',
  body: z.strictObject({ id: Id }),
  reads: () => [Member, School],
  decide({ id }, context) {
    const present = mayGo(id, context);
    if (!present.ok) return present;
    if (present.value.body.left) return fail('left', Member.kind);
    return ok(leaving(present.value, context));
  },
});

/** The member who goes. Errors: `missing`, `not-allowed`, `last-coordinator`. */
export function mayGo(id: string, { actor, list }: Pick<Context, 'actor' | 'list'>): Result<Present> {
  const members = list(Member);
  const present = members.find((one) => one.id === id);
  if (!present?.body) return fail('missing', Member.kind);
  if (actor.role !== 'coordinator' && id !== actor.member) return fail('not-allowed', 'member.leave');
  return isLastCoordinator(members, id) ? fail('last-coordinator') : ok({ ...present, body: present.body });
}

type Present = Record<Member> & { body: Member };

/** What is written where a member leaves: no school has them act for its head any more. */
export const leaving = ({ id, rev }: Present, { list, now }: Pick<Context, 'list' | 'now'>): Write[] => [
  { op: 'patch', kind: Member, id, rev, body: { left: now } },
  ...list(School)
    .filter(({ body }) => body?.acting === id)
    .map((school): Write => ({ op: 'patch', kind: School, id: school.id, rev: school.rev, body: { acting: null } })),
];
