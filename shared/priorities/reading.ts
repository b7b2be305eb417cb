import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { isOf, School } from '../cluster/schools.ts';
import { line, proseOrNone, Rev, WebAddress } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok, type Result } from '../problem.ts';
import { defineKind, type Record } from '../record.ts';
import { fits, type Indicator, Indicator as IndicatorKind, indicatorFor } from './indicator.ts';
import { isPeriod } from './period-parts.ts';
import { isWithheldGroup, smallNumber } from './small-numbers.ts';

/** How far a figure is settled: the school's own, or as DfE publishes them one after the other. */
export const statuses = ['own', 'provisional', 'revised', 'final'] as const;
export type Status = (typeof statuses)[number];

/** What stands where no number does. None of them is zero. */
export const missings = ['suppressed', 'not-produced', 'series-break'] as const;
export type Missing = (typeof missings)[number];

/** One school's figure for one period. A correction or revision is a reading of its own and names what it replaces. */
export interface Reading {
  indicator: string;
  school: string;
  /** As in period.ts. */
  period: string;
  value: number | Missing;
  /** It cannot be compared with what came before: counted or defined in another way. */
  breaks?: boolean | undefined;
  /** How many pupils it is about, and how many of them are counted. */
  cohort?: number | undefined;
  numerator?: number | undefined;
  status: Status;
  source?: { url: string; title: string } | undefined;
  /** The evidence from which it was taken. */
  evidence?: string | undefined;
  note?: string | undefined;
  /** The reading for the same period whose place it takes. */
  replaces?: string | undefined;
  by: string;
  at: number;
  /** When it was taken back: what it replaced holds again. */
  withdrawn?: number | null;
}

export const Reading = defineKind<Reading>('reading');

const Count = z.number().check(z.int(), z.nonnegative(), z.maximum(1e7));

type Of = Pick<Reading, 'indicator' | 'school' | 'period'>;

/** The reading that holds for a school and period: the newest that was not taken back. */
export function presentReading(readings: readonly Record<Reading>[], of: Of): Record<Reading> | undefined {
  let present: Record<Reading> | undefined;
  for (const reading of readings) {
    const { body } = reading;
    if (!body || body.withdrawn || body.indicator !== of.indicator) continue;
    if (body.school !== of.school || body.period !== of.period) continue;
    if (!present?.body || body.at >= present.body.at) present = reading;
  }
  return present;
}

export const enterReading = defineAction({
  name: 'reading.enter',
  capability: 'reading.enter',
  body: z.strictObject({
    id: Id,
    indicator: Id,
    school: Id,
    period: z.string().check(z.maxLength(40), z.refine(isPeriod)),
    value: z.union([z.number(), z.enum(missings)]),
    breaks: z.optional(z.boolean()),
    cohort: z.optional(Count),
    numerator: z.optional(Count),
    status: z.enum(statuses),
    source: z.optional(z.strictObject({ url: WebAddress, title: line(300) })),
    evidence: z.optional(Id),
    note: z.optional(proseOrNone(1000)),
    replaces: z.optional(Id),
  }),
  reads: ({ indicator, school }) => [
    { kind: IndicatorKind.kind, id: indicator },
    { kind: School.kind, id: school },
    Reading,
  ],
  decide({ id, ...body }, context) {
    const { actor, get, list, now } = context;
    const indicator = indicatorFor(body.indicator, body.school, context);
    if (!indicator.ok) return indicator;
    const school = get(School, body.school);
    if (!school?.body) return fail('missing', School.kind);
    // What is published anyone may copy; a school's own figures are its own to give, or its coordinator's.
    const published = body.status !== 'own' && body.source !== undefined;
    if (!published && actor.role !== 'coordinator' && !isOf(actor, school)) return fail('not-for-school', school.id);
    const right = rightFor(indicator.value.body, body);
    if (!right.ok) return right;
    const present = presentReading(list(Reading), body);
    if (present?.id !== body.replaces) return fail('stale', Reading.kind, present);
    return ok([{ op: 'create', kind: Reading, id, body: { ...body, by: actor.member, at: now } }]);
  },
});

/** Whether a figure can stand. Errors: `not-fitting`, `small-number`. */
function rightFor(
  { unit, pupils = true }: Indicator,
  body: Pick<Reading, 'value' | 'cohort' | 'numerator'>,
): Result<null> {
  const { value, cohort, numerator } = body;
  if (numerator !== undefined && cohort !== undefined && numerator > cohort) return fail('not-fitting', 'numerator');
  if (typeof value !== 'number') {
    // Beside a figure that is withheld, what it was made of would give it away.
    const told = value === 'suppressed' && numerator !== undefined;
    return told || (pupils && isWithheldGroup(cohort)) ? fail('small-number') : ok(null);
  }
  if (!fits(unit, value)) return fail('not-fitting', unit);
  return smallNumber({ unit, pupils, value, cohort, numerator }) === 'withhold' ? fail('small-number') : ok(null);
}

/** Takes a reading back; what it replaced holds again. */
export const withdrawReading = defineAction({
  name: 'reading.withdraw',
  capability: 'reading.enter',
  body: z.strictObject({ id: Id, rev: Rev }),
  reads: ({ id }) => [{ kind: Reading.kind, id }, School],
  decide({ id, rev }, { actor, get, list, now }: Context) {
    const present = get(Reading, id);
    if (!present) return fail('missing', Reading.kind);
    const { body } = present;
    if (!body) return fail('erased', Reading.kind);
    const school = list(School).find((one) => one.id === body.school);
    const may = body.by === actor.member || actor.role === 'coordinator' || (school && isOf(actor, school));
    if (!may) return fail('not-for-school', body.school);
    return ok([{ op: 'patch', kind: Reading, id, rev, body: { withdrawn: now } }]);
  },
});
