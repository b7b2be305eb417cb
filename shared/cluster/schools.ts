import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind, type Record } from '../record.ts';
import type { Actor } from './roles.ts';
import { line, prose, Rev } from './text.ts';

export interface School {
  name: string;
  urn: string;
  /** The URNs that it had before: an academy conversion gives a new one (GIAS). */
  before?: string[];
  /** The member who speaks for the school where its head cannot. */
  acting?: string | null;
  /** Why it takes no part at present, for everyone to see; `null` where it does again. */
  away?: Away | null;
}

/** A school that takes no part: for a while, or for good. Nothing waits for it. */
export interface Away {
  how: 'absent' | 'left';
  reason: string;
  at: number;
}

export const School = defineKind<School>('school');

/** A school's unique reference number: six digits that begin with 1 (GIAS). */
export const Urn = z.string().check(z.regex(/^1\d{5}$/));

const Before = z.array(Urn).check(z.maxLength(10));

/** Whether a school takes part at present. */
export const takesPart = ({ body }: Record<School>): boolean => body !== null && !body.away;

/**
 * Whether somebody speaks for a school: agrees, objects and affirms in its name. That is its head, a coordinator who
 * acts for it as well, or whoever was named to act.
 */
export const speaksFor = (actor: Actor, { id, body }: Record<School>): boolean =>
  body !== null &&
  (body.acting === actor.member ||
    ((actor.role === 'head' || actor.role === 'coordinator') && actor.schools.includes(id)));

/** Whether somebody is of a school, or acts for it: may say what it noticed. */
export const isOf = (actor: Actor, { id, body }: Record<School>): boolean =>
  body !== null && (body.acting === actor.member || actor.schools.includes(id));

const urnsOf = ({ urn, before = [] }: Pick<School, 'urn' | 'before'>): string[] => [urn, ...before];

/** The school that has or had one of these URNs. */
const withUrn = (schools: readonly Record<School>[], urns: readonly string[]): Record<School> | undefined =>
  schools.find(({ body }) => body && urnsOf(body).some((urn) => urns.includes(urn)));

export const addSchool = defineAction({
  name: 'school.add',
  capability: 'school.add',
  body: z.strictObject({ id: Id, name: line(160), urn: Urn, before: z.optional(Before) }),
  reads: () => [School],
  decide({ id, ...body }, { list }) {
    if (withUrn(list(School), urnsOf(body))) return fail('exists', body.urn);
    return ok([{ op: 'create', kind: School, id, body }]);
  },
});

export const editSchool = defineAction({
  name: 'school.edit',
  capability: 'school.edit',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    name: z.optional(line(160)),
    urn: z.optional(Urn),
    before: z.optional(Before),
  }),
  reads: () => [School],
  decide({ id, rev, ...body }, { list }) {
    const schools = list(School);
    const present = schools.find((school) => school.id === id)?.body;
    if (!present) return fail('missing', School.kind);
    const urns = urnsOf({ ...present, ...body });
    const others = schools.filter((school) => school.id !== id);
    if (withUrn(others, urns)) return fail('exists', body.urn ?? present.urn);
    return ok([{ op: 'patch', kind: School, id, rev, body }]);
  },
});

/** Marks a school absent or left, with the reason, so that nobody waits for it; or back again, without one. */
export const markSchool = defineAction({
  name: 'school.mark',
  capability: 'school.mark',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    away: z.nullable(z.strictObject({ how: z.enum(['absent', 'left']), reason: prose(500) })),
  }),
  reads: ({ id }) => [{ kind: School.kind, id }],
  decide({ id, rev, away }, { get, now }) {
    if (!get(School, id)?.body) return fail('missing', School.kind);
    return ok([{ op: 'patch', kind: School, id, rev, body: { away: away && { ...away, at: now } } }]);
  },
});
