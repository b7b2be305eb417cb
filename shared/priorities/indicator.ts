import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { School } from '../cluster/schools.ts';
import { line, proseOrNone, Rev, WebAddress } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok, type Result } from '../problem.ts';
import { defineKind, type Record, type Ref } from '../record.ts';
import { Priority } from './priority.ts';

export const units = ['percent', 'points', 'count', 'days', 'ratio'] as const;
export type Unit = (typeof units)[number];

/** Which way is better. */
export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

/** The part of a year that a figure is about. */
export const parts = ['year', 'autumn', 'spring', 'summer', 'autumn-spring', 'financial-year'] as const;
export type Part = (typeof parts)[number];

/** In which month (1 to 12) the figure for which part of the year comes out. */
export interface Due {
  month: number;
  part: Part;
}

/** Something that is measured in every school. Without a priority it is a candidate, to be looked at first. */
export interface Indicator {
  name: string;
  unit: Unit;
  direction: Direction;
  /** Whom it is about: which pupils, which staff. */
  about: string;
  source?: { url: string; title: string } | null;
  priorities: string[];
  /** The schools that it is for, where that is not every school that takes part: key stage 2 is measured in no secondary. */
  schools?: string[] | null;
  /** Whether its counts are of pupils, so that small ones are withheld. Absent is yes. */
  pupils?: boolean;
  due?: Due[];
  by: string;
  at: number;
  retired?: number | null;
}

export const Indicator = defineKind<Indicator>('indicator');

const Sourced = z.nullable(z.strictObject({ url: WebAddress, title: line(300) }));
const Priorities = z.array(Id).check(z.maxLength(10));
const Schools = z.nullable(z.array(Id).check(z.minLength(1), z.maxLength(200)));
const Dues = z
  .array(z.strictObject({ month: z.number().check(z.int(), z.minimum(1), z.maximum(12)), part: z.enum(parts) }))
  .check(z.maxLength(6));

export const addIndicator = defineAction({
  name: 'indicator.add',
  capability: 'indicator.write',
  body: z.strictObject({
    id: Id,
    name: line(160),
    unit: z.enum(units),
    direction: z.enum(directions),
    about: proseOrNone(300),
    source: z.optional(Sourced),
    priorities: Priorities,
    schools: z.optional(Schools),
    pupils: z.optional(z.boolean()),
    due: z.optional(Dues),
  }),
  reads: ({ priorities, schools }) => namedIn(priorities, schools),
  decide({ id, ...body }, context) {
    const known = allKnown(body, context);
    if (!known.ok) return known;
    return ok([{ op: 'create', kind: Indicator, id, body: { ...body, by: context.actor.member, at: context.now } }]);
  },
});

/** Changes what is said of an indicator. Its unit and direction stay: its figures would mean something else. */
export const editIndicator = defineAction({
  name: 'indicator.edit',
  capability: 'indicator.write',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    name: z.optional(line(160)),
    about: z.optional(proseOrNone(300)),
    source: z.optional(Sourced),
    priorities: z.optional(Priorities),
    schools: z.optional(Schools),
    due: z.optional(Dues),
    retired: z.optional(z.boolean()),
  }),
  reads: ({ id, priorities, schools }) => [{ kind: Indicator.kind, id }, ...namedIn(priorities, schools)],
  decide({ id, rev, retired, ...body }, context) {
    const present = indicatorIn(id, context);
    if (!present.ok) return present;
    const known = allKnown(body, context);
    if (!known.ok) return known;
    const set = retired === undefined ? {} : { retired: retired ? context.now : null };
    return ok([{ op: 'patch', kind: Indicator, id, rev, body: { ...body, ...set } }]);
  },
});

/** An indicator. Errors: `missing`, `erased`. */
export function indicatorIn(
  id: string,
  { get }: Pick<Context, 'get'>,
): Result<Record<Indicator> & { body: Indicator }> {
  const record = get(Indicator, id);
  if (!record) return fail('missing', Indicator.kind);
  return record.body ? ok({ ...record, body: record.body }) : fail('erased', Indicator.kind);
}

/** The same for a figure or a target of a school. Errors: those, `not-measured`. */
export function indicatorFor(
  id: string,
  school: string,
  context: Pick<Context, 'get'>,
): Result<Record<Indicator> & { body: Indicator }> {
  const present = indicatorIn(id, context);
  return present.ok && !isFor(present.value, school) ? fail('not-measured', school) : present;
}

/** Whether an indicator is for a school; one that says nothing of it is for all. */
export const isFor = ({ body }: Pick<Record<Indicator>, 'body'>, school: string): boolean =>
  body !== null && (!body.schools || body.schools.includes(school));

interface Named {
  priorities?: readonly string[] | undefined;
  schools?: readonly string[] | null | undefined;
}

const namedIn = (priorities: Named['priorities'], schools: Named['schools']): Ref[] => [
  ...(priorities ?? []).map((id) => ({ kind: Priority.kind, id })),
  ...(schools ?? []).map((id) => ({ kind: School.kind, id })),
];

function allKnown({ priorities, schools }: Named, { get }: Pick<Context, 'get'>): Result<null> {
  if (!(priorities ?? []).every((id) => get(Priority, id)?.body)) return fail('missing', Priority.kind);
  return (schools ?? []).every((id) => get(School, id)?.body) ? ok(null) : fail('missing', School.kind);
}

/** Whether a number can be a figure in this unit. */
export function fits(unit: Unit, value: number): boolean {
  if (!Number.isFinite(value) || Math.abs(value) > 1e9) return false;
  if (unit === 'points') return true;
  if (unit === 'percent') return value >= 0 && value <= 100;
  return value >= 0 && (unit !== 'count' || Number.isInteger(value));
}

/** Whether a figure lies beyond another in the direction that is better. */
export const isBeyond = (direction: Direction, value: number, other: number): boolean =>
  direction === 'up' ? value > other : value < other;
