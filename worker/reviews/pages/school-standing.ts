import { isBeyond } from '../../../shared/priorities/indicator.ts';
import { comparePeriods } from '../../../shared/priorities/period.ts';
import type { Place } from '../../../shared/priorities/progress.ts';
import type { DrawnIndicator, DrawnSchool } from '../../../shared/priorities/progress-geometry.ts';
import type { Missing } from '../../../shared/priorities/reading.ts';
import { isNumber, partOfPeriod, spreadOf } from '../../../shared/priorities/series.ts';
import type { PublicIndicator } from '../../../shared/reviews/public-review.ts';

type Figures = PublicIndicator['schools'][number];
type Point = DrawnSchool['points'][number];

/** A school on an indicator, as its published figures tell. */
export interface SchoolStanding extends DrawnSchool {
  urn: string;
  place: Place;
  contribution?: string;
}

const missingOf = (value: Figures['points'][number]['value']): number | Missing =>
  value === 'withheld' ? 'suppressed' : value;

/** Where a school stands. Of two figures with a break between them nothing is said. */
export function standingOn({ direction }: Pick<PublicIndicator, 'direction'>, figures: Figures): SchoolStanding {
  let era = 0;
  const points: Point[] = figures.points
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map(({ period, value, breaks = false }) => {
      if (breaks || value === 'series-break') era++;
      return { period, value: missingOf(value), breaks: breaks || value === 'series-break', era };
    });
  const baseline = points.find(({ period }) => period === figures.baseline);
  const own = figures.own && { ...figures.own, stretch: false };
  const stretch = figures.stretch && { ...figures.stretch, stretch: true };
  const wanted = own?.period ?? stretch?.period ?? baseline?.period;
  const latest = points
    .filter(isNumber)
    .findLast(
      (point) => point.era === era && (wanted === undefined || partOfPeriod(point.period) === partOfPeriod(wanted)),
    );
  const { contribution } = figures.stretch ?? {};
  return {
    urn: figures.urn,
    points,
    ...(baseline && { baseline }),
    ...(latest && { latest }),
    ...(own && { own }),
    ...(stretch && { stretch }),
    ...(contribution && { contribution }),
    place: placeOf({ baseline, latest, own: own?.value, stretch: stretch?.value }, direction),
  };
}

interface Compared {
  baseline: Point | undefined;
  latest: (Point & { value: number }) | undefined;
  own: number | undefined;
  stretch: number | undefined;
}

function placeOf(
  { baseline, latest, own, stretch }: Compared,
  direction: PublicIndicator['direction'],
): SchoolStanding['place'] {
  // Without a start in the same series a target may be one of the old way of counting.
  if (!latest || !isNumber(baseline) || baseline.era !== latest.era) return 'not-known';
  const meets = (target: number | undefined) => target !== undefined && !isBeyond(direction, target, latest.value);
  if (meets(stretch)) return 'met-stretch';
  if (meets(own)) return 'met-own';
  if (baseline.period === latest.period || partOfPeriod(baseline.period) !== partOfPeriod(latest.period)) {
    return 'not-known';
  }
  if (baseline.value === latest.value) return 'no-change';
  return isBeyond(direction, latest.value, baseline.value) ? 'on-the-way' : 'further-away';
}

/** All schools of an indicator, as pictures need them. */
export interface IndicatorStanding extends DrawnIndicator {
  schools: SchoolStanding[];
}

/** Once for each indicator: a page is made several times until it is small enough. */
const known = new WeakMap<PublicIndicator, IndicatorStanding>();

export function standingsOf(indicator: PublicIndicator): IndicatorStanding {
  const found = known.get(indicator) ?? makeStandings(indicator);
  known.set(indicator, found);
  return found;
}

function makeStandings(indicator: PublicIndicator): IndicatorStanding {
  const schools = indicator.schools.map((one) => standingOn(indicator, one));
  return {
    indicator: { body: { unit: indicator.unit } },
    schools,
    spread: spreadOf(schools.map(({ points }) => points)),
  };
}

/** How many schools stand where, in one sentence. */
export function tallyOf(schools: readonly SchoolStanding[]): string {
  const many = (...places: Place[]) => schools.filter(({ place }) => places.includes(place)).length;
  const all = schools.length;
  const said = [
    [many('met-stretch', 'met-own'), 'met the target'],
    [many('on-the-way'), 'nearer than at the start'],
    [many('no-change'), 'as at the start'],
    [many('further-away'), 'further away than at the start'],
    [many('not-known'), 'not known yet'],
  ] as const;
  const parts = said.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return `Of ${all} ${all === 1 ? 'school' : 'schools'}: ${parts.join(', ')}.`;
}
