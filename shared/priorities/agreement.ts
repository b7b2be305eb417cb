import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { mustSpeakFor } from '../cluster/acting.ts';
import { School, takesPart } from '../cluster/schools.ts';
import { Day, prose, Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind, type Record } from '../record.ts';
import { Indicator, isFor } from './indicator.ts';
import { Noticing } from './noticing.ts';
import { agreedOf, mostAgreed, Priority, priorityIn } from './priority.ts';
import { presentReading, Reading } from './reading.ts';
import { Baseline } from './target.ts';

/** A school's word on one wording of a priority: it agrees, or objects with a reason. The newest holds. */
export interface Agreement {
  priority: string;
  school: string;
  /** Why it objects, for everyone to see; absent where it agrees. */
  objection?: string;
  /** Of which wording it speaks. */
  wording: number;
  by: string;
  at: number;
}

export const Agreement = defineKind<Agreement>('agreement');

/** What a school has to do before a priority can be agreed. */
export type Lacking = 'nothing-measured' | 'no-baseline' | 'nothing-noticed' | 'not-agreed' | 'objection';

/** What is asked of a priority as such before it can be agreed. */
export type Unready = 'three-agreed' | 'why-together' | 'no-indicator' | 'no-schools';

/** Where a priority stands on its way to being agreed. Empty lists: it can be agreed now. */
export interface Conditions {
  unready: Unready[];
  /** For each school that takes part and lacks something, what. */
  lacking: { school: string; lacks: Lacking[] }[];
}

/** The records that the conditions are about; any may hold more than is needed. */
export interface Scene {
  priorities: readonly Record<Priority>[];
  schools: readonly Record<School>[];
  indicators: readonly Record<Indicator>[];
  baselines: readonly Record<Baseline>[];
  /** Without them, what a baseline was taken from is not asked about. */
  readings?: readonly Record<Reading>[];
  noticings: readonly Record<Noticing>[];
  agreements: readonly Record<Agreement>[];
}

/** A school's word on the wording of a priority that holds, or `undefined` where it has not spoken of that. */
export function wordOf(
  agreements: readonly Record<Agreement>[],
  priority: Pick<Record<Priority>, 'id' | 'body'>,
  school: string,
): Agreement | undefined {
  let newest: Agreement | undefined;
  for (const { body } of agreements) {
    if (body?.priority !== priority.id || body.school !== school) continue;
    if (body.wording === (priority.body?.wording ?? 0) && body.at >= (newest?.at ?? 0)) newest = body;
  }
  return newest;
}

/** The indicators of a priority that are in use. */
export const indicatorsOf = (indicators: readonly Record<Indicator>[], priority: string): Record<Indicator>[] =>
  indicators.filter(({ body }) => body?.priorities.includes(priority) && !body.retired);

/** Those of them that are for a school. */
export const indicatorsFor = (
  indicators: readonly Record<Indicator>[],
  priority: string,
  school: string,
): Record<Indicator>[] => indicatorsOf(indicators, priority).filter((one) => isFor(one, school));

/**
 * The figure that a baseline is: the one that holds for its period, so that a correction moves it. `undefined` where its
 * figure was taken back and nothing stands in its place.
 */
export function baselineReading(
  readings: readonly Record<Reading>[],
  { reading }: Pick<Baseline, 'reading'>,
): Record<Reading> | undefined {
  const taken = readings.find(({ id }) => id === reading)?.body;
  return taken ? presentReading(readings, taken) : undefined;
}

/**
 * What one school has yet to do for a priority, in the order in which one does it. A school for which none of its
 * indicators is lacks that first (`nothing-measured`): a priority is agreed by schools that each start somewhere and
 * mean to come somewhere, so that one without any figure would only watch. It cannot mend that by itself, but whoever
 * writes indicators can: add one that is for it, or say that one there is for it too. What it noticed may be in any of
 * the priority's indicators, those of other schools included.
 */
export function lackingOf(scene: Scene, priority: Record<Priority>, school: string): Lacking[] {
  const all = indicatorsOf(scene.indicators, priority.id);
  const its = new Set(all.map(({ id }) => id));
  const mine = new Set(all.filter((one) => isFor(one, school)).map(({ id }) => id));
  const lacks: Lacking[] = [];
  const { baselines, readings } = scene;
  const starts = baselines.some(
    ({ body }) =>
      body?.school === school &&
      mine.has(body.indicator) &&
      (!readings || baselineReading(readings, body) !== undefined),
  );
  if (mine.size === 0 && its.size > 0) lacks.push('nothing-measured');
  else if (!starts) lacks.push('no-baseline');
  const noticed = scene.noticings.some(
    ({ body }) =>
      body?.school === school &&
      (body.priority === priority.id || (body.indicator !== undefined && its.has(body.indicator))),
  );
  if (!noticed) lacks.push('nothing-noticed');
  const word = wordOf(scene.agreements, priority, school);
  if (!word) lacks.push('not-agreed');
  else if (word.objection !== undefined) lacks.push('objection');
  return lacks;
}

/** What stands between a priority and its agreement, by every school that takes part. */
export function conditionsOf(scene: Scene, priority: Record<Priority>): Conditions {
  const unready: Unready[] = [];
  const others = agreedOf(scene.priorities).filter(({ id }) => id !== priority.id);
  if (others.length >= mostAgreed) unready.push('three-agreed');
  if (!priority.body?.alone) unready.push('why-together');
  if (indicatorsOf(scene.indicators, priority.id).length === 0) unready.push('no-indicator');
  const schools = scene.schools.filter(takesPart);
  if (schools.length === 0) unready.push('no-schools');
  const lacking = schools
    .map(({ id }) => ({ school: id, lacks: lackingOf(scene, priority, id) }))
    .filter(({ lacks }) => lacks.length > 0);
  return { unready, lacking };
}

const speak = { id: Id, priority: Id, school: Id };
const readsWord = ({ priority, school }: { priority: string; school: string }) => [
  { kind: Priority.kind, id: priority },
  { kind: School.kind, id: school },
];

/** Agrees to a priority as it is worded, in a school's name; also where it was agreed before and this school joined later. */
export const agreePriority = defineAction({
  name: 'priority.agree',
  capability: 'priority.agree',
  body: z.strictObject({ ...speak, wording: z.number().check(z.int(), z.nonnegative()) }),
  reads: (body) => readsWord(body),
  decide({ id, ...word }, context) {
    const { actor, now } = context;
    const speaks = mustSpeakFor(word.school, context);
    if (!speaks.ok) return speaks;
    const priority = priorityIn(word.priority, ['proposed', 'agreed'], context);
    if (!priority.ok) return priority;
    // What was read is what is agreed to.
    if ((priority.value.body.wording ?? 0) !== word.wording) return fail('stale', Priority.kind, priority.value);
    return ok([{ op: 'create', kind: Agreement, id, body: { ...word, by: actor.member, at: now } }]);
  },
});

/** Objects to a priority as it is worded, in a school's name, with a reason that everyone sees. */
export const objectPriority = defineAction({
  name: 'priority.object',
  capability: 'priority.agree',
  body: z.strictObject({ ...speak, wording: z.number().check(z.int(), z.nonnegative()), objection: prose(2000) }),
  reads: (body) => readsWord(body),
  decide({ id, ...word }, context) {
    const { actor, now } = context;
    const speaks = mustSpeakFor(word.school, context);
    if (!speaks.ok) return speaks;
    const priority = priorityIn(word.priority, ['proposed', 'agreed'], context);
    if (!priority.ok) return priority;
    if ((priority.value.body.wording ?? 0) !== word.wording) return fail('stale', Priority.kind, priority.value);
    return ok([{ op: 'create', kind: Agreement, id, body: { ...word, by: actor.member, at: now } }]);
  },
});

/** Makes a proposal an agreed priority, where every condition holds at this moment. */
export const confirmPriority = defineAction({
  name: 'priority.confirm',
  capability: 'priority.confirm',
  body: z.strictObject({ id: Id, rev: Rev }),
  reads: () => [Priority, School, Indicator, Baseline, Reading, Noticing, Agreement],
  decide({ id, rev }, { list, now }) {
    const scene: Scene = {
      priorities: list(Priority),
      schools: list(School),
      indicators: list(Indicator),
      baselines: list(Baseline),
      readings: list(Reading),
      noticings: list(Noticing),
      agreements: list(Agreement),
    };
    const priority = scene.priorities.find((one) => one.id === id);
    if (!priority?.body) return fail('missing', Priority.kind);
    if (priority.body.state !== 'proposed') return fail('not-in-state', priority.body.state);
    const { unready, lacking } = conditionsOf(scene, priority);
    const [first] = unready;
    if (first) return fail(first);
    const [school] = lacking;
    const [lack] = school?.lacks ?? [];
    if (school && lack) return fail(lack, school.school);
    return ok([{ op: 'patch', kind: Priority, id, rev, body: { state: 'agreed', agreed: now } }]);
  },
});

/** Takes over a priority that was agreed before the partnership came here; the schools' confirmations are outstanding. */
export const adoptPriority = defineAction({
  name: 'priority.adopt',
  capability: 'priority.adopt',
  body: z.strictObject({ id: Id, rev: Rev, on: Day, minuted: prose(500) }),
  reads: () => [Priority],
  decide({ id, rev, on, minuted }, { list, now }) {
    const priorities = list(Priority);
    const priority = priorities.find((one) => one.id === id);
    if (!priority?.body) return fail('missing', Priority.kind);
    if (priority.body.state !== 'proposed') return fail('not-in-state', priority.body.state);
    if (agreedOf(priorities).length >= mostAgreed) return fail('three-agreed');
    if (!priority.body.alone) return fail('why-together');
    if (on > new Date(now).toISOString().slice(0, 10)) return fail('not-fitting', 'on');
    const body = { state: 'agreed', agreed: now, adopted: { on, minuted } };
    return ok([{ op: 'patch', kind: Priority, id, rev, body }]);
  },
});
