import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { line, proseOrNone, Rev, WebAddress } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok, type Result } from '../problem.ts';
import { defineKind, type Record } from '../record.ts';
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
    pupils: z.optional(z.boolean()),
    due: z.optional(Dues),
  }),
  reads: ({ priorities }) => priorities.map((id) => ({ kind: Priority.kind, id })),
  decide({ id, ...body }, context) {
    const known = prioritiesKnown(body.priorities, context);
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
    due: z.optional(Dues),
    retired: z.optional(z.boolean()),
  }),
  reads: ({ id, priorities }) => [
    { kind: Indicator.kind, id },
    ...(priorities ?? []).map((priority) => ({ kind: Priority.kind, id: priority })),
  ],
  decide({ id, rev, retired, ...body }, context) {
    const present = indicatorIn(id, context);
    if (!present.ok) return present;
    const known = prioritiesKnown(body.priorities ?? [], context);
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

function prioritiesKnown(ids: readonly string[], { get }: Pick<Context, 'get'>): Result<null> {
  return ids.every((id) => get(Priority, id)?.body) ? ok(null) : fail('missing', Priority.kind);
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
