import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind } from '../record.ts';
import { type Role, roles } from './roles.ts';
import { School } from './schools.ts';
import { line } from './text.ts';

export interface Member {
  name: string;
  role: Role;
  /** The schools that this member acts for; several for the executive head of a federation. */
  schools: string[];
  joined: number;
}

export const Member = defineKind<Member>('member');

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
