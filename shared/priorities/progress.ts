import { type School, takesPart } from '../cluster/schools.ts';
import type { Record } from '../record.ts';
import { indicatorsOf } from './agreement.ts';
import { type Direction, type Indicator, isBeyond, isFor } from './indicator.ts';
import type { Reading } from './reading.ts';
import {
  comparable,
  isNumber,
  type NumberPoint,
  type Point,
  partOfPeriod,
  type Spread,
  seriesOf,
  spreadOf,
} from './series.ts';
import { type Baseline, newestFor, type Target, targetFor } from './target.ts';

/** Where a school is, as its newest figure that can be compared says. */
export type Place = 'met-stretch' | 'met-own' | 'on-the-way' | 'no-change' | 'further-away' | 'not-known';

/** Why it is not known where a school is. */
export type Unknown = 'no-figure' | 'no-baseline' | 'only-baseline' | 'series-break';

/** One school on one indicator. */
export interface SchoolProgress {
  school: Record<School> & { body: School };
  /** Every present figure, in the order of the periods. */
  points: Point[];
  /** The figure that holds for the period that the school starts from. */
  baseline?: Point;
  own?: Target;
  stretch?: Target;
  /** The newest figure that is a number and lies behind no break; what `place` speaks of. */
  latest?: NumberPoint;
  place: Place;
  why?: Unknown;
}

/** One indicator of a priority, over all schools. */
export interface IndicatorProgress {
  indicator: Record<Indicator> & { body: Indicator };
  schools: SchoolProgress[];
  spread: Spread[];
}

/** What progress is made of; any list may hold more than is needed. */
export interface Figures {
  schools: readonly Record<School>[];
  indicators: readonly Record<Indicator>[];
  readings: readonly Record<Reading>[];
  baselines: readonly Record<Baseline>[];
  targets: readonly Record<Target>[];
}

/** Every indicator in use of a priority, with where each school is that takes part. */
export function progressOf(figures: Figures, priority: string): IndicatorProgress[] {
  return indicatorsOf(figures.indicators, priority).flatMap((indicator) => progressOn(figures, indicator) ?? []);
}

/** Where each school that takes part and that it is for is on one indicator. `undefined` for one that was erased. */
export function progressOn(figures: Figures, indicator: Record<Indicator>): IndicatorProgress | undefined {
  const { id, body } = indicator;
  if (!body) return undefined;
  const readings = figures.readings.filter((reading) => reading.body?.indicator === id);
  const schools = figures.schools
    .filter((school) => takesPart(school) && isFor(indicator, school.id))
    .flatMap((school) => (school.body ? schoolOn({ ...figures, readings }, { ...indicator, body }, school) : []))
    .sort((a, b) => a.school.body.name.localeCompare(b.school.body.name, 'en-GB'));
  return { indicator: { ...indicator, body }, schools, spread: spreadOf(schools.map(({ points }) => points)) };
}

/** Where one school is on one indicator. */
export function schoolOn(
  figures: Figures,
  indicator: Record<Indicator> & { body: Indicator },
  school: Record<School>,
): SchoolProgress {
  const points = seriesOf(figures.readings, indicator.id, school.id);
  const based = newestFor(figures.baselines, indicator.id, school.id);
  // The baseline is a figure of one period: a correction of that figure moves where the school started from.
  const period = figures.readings.find(({ id }) => id === based?.reading)?.body?.period;
  const baseline = points.find((point) => point.period === period);
  const own = targetFor(figures.targets, indicator.id, school.id, false);
  const stretch = targetFor(figures.targets, indicator.id, school.id, true);
  const set = { ...(baseline && { baseline }), ...(own && { own }), ...(stretch && { stretch }) };
  const body = school.body ?? { name: '', urn: '' };
  return { school: { ...school, body }, points, ...set, ...placeOf(points, set, indicator.body.direction) };
}

type Set = Pick<SchoolProgress, 'baseline' | 'own' | 'stretch'>;

/** Since when a series is as it is now: when its last break was first entered. */
function brokenAt(points: readonly Point[]): number {
  const last = points.findLast(({ breaks }) => breaks);
  if (!last) return 0;
  return Math.min(
    ...[last.reading, ...last.earlier].filter(({ body }) => body.breaks).map(({ body }) => body.at),
    last.reading.body.at,
  );
}

function placeOf(
  points: readonly Point[],
  { baseline, own, stretch }: Set,
  direction: Direction,
): Pick<SchoolProgress, 'latest' | 'place' | 'why'> {
  // A target is for a figure of one part of the year; without one, the baseline says which.
  const part = partOf(own?.period ?? stretch?.period ?? baseline?.period);
  const era = points.at(-1)?.era ?? 0;
  const numbers = points.filter(isNumber).filter((point) => part === undefined || partOfPeriod(point.period) === part);
  const latest = numbers.findLast((point) => point.era === era);
  if (!latest) return { place: 'not-known', why: numbers.length > 0 ? 'series-break' : 'no-figure' };
  const since = brokenAt(points);
  // A target that was set for figures counted in the old way says nothing of those counted in the new.
  const meets = (target: Target | undefined) =>
    target !== undefined && target.at >= since && !isBeyond(direction, target.value, latest.value);
  if (meets(stretch)) return { latest, place: 'met-stretch' };
  if (meets(own)) return { latest, place: 'met-own' };
  if (!isNumber(baseline)) return { latest, place: 'not-known', why: 'no-baseline' };
  if (baseline.period === latest.period) return { latest, place: 'not-known', why: 'only-baseline' };
  if (!comparable(baseline, latest)) {
    return { latest, place: 'not-known', why: baseline.era === latest.era ? 'no-baseline' : 'series-break' };
  }
  if (baseline.value === latest.value) return { latest, place: 'no-change' };
  return { latest, place: isBeyond(direction, latest.value, baseline.value) ? 'on-the-way' : 'further-away' };
}

const partOf = (period: string | undefined) => (period === undefined ? undefined : partOfPeriod(period));

const there = (place: Place) => place === 'met-own' || place === 'met-stretch';

/**
 * One short sentence for a thread's line. With several indicators it counts figures (a school on an indicator), so that
 * a good one hides no bad one.
 */
export function progressSentence(progress: readonly IndicatorProgress[], due: number): string {
  const waiting = due > 0 ? `${due} ${due === 1 ? 'figure' : 'figures'} due` : '';
  const join = (...said: string[]) => said.filter(Boolean).join('; ');
  const all = progress.flatMap(({ schools }) => schools);
  if (progress.length === 0) return join('No indicator yet', waiting);
  if (all.length === 0) return join('No school takes part yet', waiting);
  const known = all.filter(({ place }) => place !== 'not-known');
  if (known.length === 0) return join('Nothing to compare yet', waiting);
  const met = known.filter(({ place }) => there(place)).length;
  const nearer = met + known.filter(({ place }) => place === 'on-the-way').length;
  const further = known.filter(({ place }) => place === 'further-away').length;
  const [one, many] = progress.length === 1 ? ['school', 'schools'] : ['figure', 'figures'];
  const what = all.length === 1 ? one : many;
  const targeted = known.some(({ own, stretch }) => own || stretch);
  return join(
    met === all.length
      ? `${met === 1 ? `The ${one} has` : `All ${met} ${many} have`} met the target`
      : `${nearer} of ${all.length} ${what} ${targeted ? 'nearer their target' : 'better than at the start'}${met > 0 ? `, ${met} there` : ''}`,
    further > 0 ? `${further} further away` : '',
    waiting,
  );
}
