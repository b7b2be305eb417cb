import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { Id } from '../ids.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { Record, Ref } from '../record.ts';
import { Member } from './member-kind.ts';
import { roles } from './roles.ts';
import { School } from './schools.ts';
import { line, Rev } from './text.ts';

export { Member } from './member-kind.ts';

export const MemberName = line(80);
export const SchoolIds = z.array(Id).check(z.maxLength(40));

/** Lets a person in. The Worker makes it when an invitation is taken up. */
export const admit = defineAction({
  name: 'member.admit',
  capability: 'member.admit',
  body: z.strictObject({ id: Id, name: MemberName, role: z.enum(roles), schools: SchoolIds }),
  reads: ({ schools }) => schools.map((id) => ({ kind: School.kind, id })),
  decide({ id, ...body }, { get, now }) {
    if (body.schools.some((school) => !get(School, school)?.body)) return fail('missing', School.kind);
    return ok([{ op: 'create', kind: Member, id, body: { ...body, joined: now } }]);
  },
});

/** Whether somebody is in: has not left. */
export const isIn = ({ body }: Record<Member>): boolean => body !== null && !body.left;

/** Whether all of these are members, and in. Errors: `missing`, `left`. */
export function areIn(ids: readonly string[], { get }: Pick<Context, 'get'>): Result<null> {
  for (const id of ids) {
    const record = get(Member, id);
    if (!record?.body) return fail('missing', Member.kind);
    if (record.body.left) return fail('left', Member.kind);
  }
  return ok(null);
}

/** References to members, for what a rule reads. */
export const membersOf = (ids: readonly string[] = []): Ref[] => ids.map((id) => ({ kind: Member.kind, id }));

/** Whether the cluster would be without a coordinator if this member were none. */
export const isLastCoordinator = (members: readonly Record<Member>[], id: string): boolean =>
  members.some((one) => one.id === id && isIn(one) && one.body?.role === 'coordinator') &&
  !members.some((one) => one.id !== id && isIn(one) && one.body?.role === 'coordinator');

/** Changes somebody's role, schools or name: a coordinator anybody's, everyone their own name. */
export const editMember = defineAction({
  name: 'member.edit',
  capability: 'member.edit',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    name: z.optional(MemberName),
    role: z.optional(z.enum(roles)),
    schools: z.optional(SchoolIds),
  }),
  reads: ({ schools = [] }) => [Member, ...schools.map((id) => ({ kind: School.kind, id }))],
  decide({ id, rev, ...body }, { actor, get, list }) {
    const members = list(Member);
    const present = members.find((one) => one.id === id);
    if (!present?.body) return fail('missing', Member.kind);
    if (present.body.left) return fail('left', Member.kind);
    const onlyName = body.role === undefined && body.schools === undefined;
    if (actor.role !== 'coordinator' && (id !== actor.member || !onlyName)) return fail('not-allowed', 'member.edit');
    if (body.schools?.some((school) => !get(School, school)?.body)) return fail('missing', School.kind);
    const stepsDown = body.role !== undefined && body.role !== 'coordinator';
    if (stepsDown && isLastCoordinator(members, id)) return fail('last-coordinator');
    return ok([{ op: 'patch', kind: Member, id, rev, body }]);
  },
});
