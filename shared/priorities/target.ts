import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { mustBeOf, mustSpeakFor } from '../cluster/acting.ts';
import { School } from '../cluster/schools.ts';
import { prose } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind, type Record } from '../record.ts';
import { fits, Indicator, indicatorFor, isBeyond } from './indicator.ts';
import { isPeriod } from './period-parts.ts';
import { Reading } from './reading.ts';

/** Where a school starts from on an indicator: one of its readings. The newest holds; earlier ones are kept. */
export interface Baseline {
  indicator: string;
  school: string;
  reading: string;
  by: string;
  at: number;
}

export const Baseline = defineKind<Baseline>('baseline');

/** Where a school means to be: by itself, or, further, with what the partnership contributes. The newest holds. */
export interface Target {
  indicator: string;
  school: string;
  stretch: boolean;
  value: number;
  /** By the figure for this period. */
  period: string;
  /** What the partnership contributes to a stretch target. */
  contribution?: string;
  by: string;
  at: number;
}

export const Target = defineKind<Target>('target');

/** The one that holds for a school on an indicator: the newest. */
export function newestFor<Body extends { indicator: string; school: string; at: number }>(
  records: readonly Record<Body>[],
  indicator: string,
  school: string,
): Body | undefined {
  let newest: Body | undefined;
  for (const { body } of records) {
    if (body?.indicator === indicator && body.school === school && body.at >= (newest?.at ?? 0)) newest = body;
  }
  return newest;
}

/** The target of one sort that holds for a school on an indicator. */
export const targetFor = (
  targets: readonly Record<Target>[],
  indicator: string,
  school: string,
  stretch: boolean,
): Target | undefined =>
  newestFor(
    targets.filter(({ body }) => body?.stretch === stretch),
    indicator,
    school,
  );

export const setBaseline = defineAction({
  name: 'baseline.set',
  capability: 'target.set',
  body: z.strictObject({ id: Id, indicator: Id, school: Id, reading: Id }),
  reads: ({ indicator, school, reading }) => [
    { kind: Indicator.kind, id: indicator },
    { kind: School.kind, id: school },
    { kind: Reading.kind, id: reading },
  ],
  decide({ id, ...body }, context) {
    const { actor, get, now } = context;
    const indicator = indicatorFor(body.indicator, body.school, context);
    if (!indicator.ok) return indicator;
    if (actor.role !== 'coordinator') {
      const of = mustBeOf(body.school, context);
      if (!of.ok) return of;
    }
    const reading = get(Reading, body.reading)?.body;
    if (!reading || reading.withdrawn) return fail('missing', Reading.kind);
    if (reading.indicator !== body.indicator || reading.school !== body.school) return fail('not-fitting', 'reading');
    return ok([{ op: 'create', kind: Baseline, id, body: { ...body, by: actor.member, at: now } }]);
  },
});

const Where = {
  id: Id,
  indicator: Id,
  school: Id,
  value: z.number(),
  period: z.string().check(z.maxLength(40), z.refine(isPeriod)),
};

const readsFor = ({ indicator, school }: { indicator: string; school: string }) => [
  { kind: Indicator.kind, id: indicator },
  { kind: School.kind, id: school },
  Target,
];

/** Sets a school's own target. A stretch target that stands must still lie beyond it. */
export const setTarget = defineAction({
  name: 'target.set',
  capability: 'target.set',
  body: z.strictObject(Where),
  reads: (body) => readsFor(body),
  decide({ id, ...body }, context) {
    const { actor, list, now } = context;
    const indicator = indicatorFor(body.indicator, body.school, context);
    if (!indicator.ok) return indicator;
    const speaks = mustSpeakFor(body.school, context);
    if (!speaks.ok) return speaks;
    const { unit, direction } = indicator.value.body;
    if (!fits(unit, body.value)) return fail('not-fitting', unit);
    const stretch = targetFor(list(Target), body.indicator, body.school, true);
    if (stretch && !isBeyond(direction, stretch.value, body.value)) return fail('not-beyond');
    return ok([{ op: 'create', kind: Target, id, body: { ...body, stretch: false, by: actor.member, at: now } }]);
  },
});

/** Sets a school's stretch target: beyond its own, and with what the partnership contributes to it. */
export const setStretch = defineAction({
  name: 'stretch.set',
  capability: 'target.set',
  body: z.strictObject({ ...Where, contribution: prose(1000) }),
  reads: (body) => readsFor(body),
  decide({ id, ...body }, context) {
    const { actor, list, now } = context;
    const indicator = indicatorFor(body.indicator, body.school, context);
    if (!indicator.ok) return indicator;
    const speaks = mustSpeakFor(body.school, context);
    if (!speaks.ok) return speaks;
    const { unit, direction } = indicator.value.body;
    if (!fits(unit, body.value)) return fail('not-fitting', unit);
    const own = targetFor(list(Target), body.indicator, body.school, false);
    if (!own) return fail('no-target');
    if (!isBeyond(direction, body.value, own.value)) return fail('not-beyond');
    return ok([{ op: 'create', kind: Target, id, body: { ...body, stretch: true, by: actor.member, at: now } }]);
  },
});
