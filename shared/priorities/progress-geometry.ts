import type { Unit } from './indicator.ts';
import { isPeriod, periodRange } from './period.ts';
import { figureText, numberText, shortPeriod } from './progress-words.ts';
import { isNumber, type Point, partOfPeriod, runsOf, type Spread } from './series.ts';
import type { Target } from './target.ts';

// What pictures need of progress: a published review has no more.
type DrawnPoint = Pick<Point, 'period' | 'value' | 'breaks' | 'era'>;
type DrawnTarget = Pick<Target, 'period' | 'value' | 'stretch'>;

/** One school's figures, as far as they are drawn. */
export interface DrawnSchool {
  points: readonly DrawnPoint[];
  baseline?: DrawnPoint;
  latest?: DrawnPoint & { value: number };
  own?: DrawnTarget;
  stretch?: DrawnTarget;
}

/** All schools' figures of one indicator, as far as they are drawn. */
export interface DrawnIndicator {
  indicator: { body: { unit: Unit } };
  schools: readonly DrawnSchool[];
  spread: readonly Spread[];
}

/** Where something stands, in the units of the picture's view box. */
export interface Spot {
  x: number;
  y: number;
}

/** A scale as well-kept libraries make them (d3-scale); whoever draws brings it, since this part stands alone. */
export interface Scale {
  (value: number): number;
  ticks(count: number): number[];
}

/** What draws: scales and paths, as d3-scale and d3-shape give them. */
export interface Draw {
  scale(domain: readonly [number, number], range: readonly [number, number]): Scale;
  /** The `d` of a path through some spots. */
  line(spots: readonly Spot[]): string;
  /** The `d` of an area between two lines above one another. */
  area(spots: readonly { x: number; low: number; high: number }[]): string;
}

/** The picture of one school: nothing but numbers and words, for any kind of markup. */
export interface Picture {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  columns: { x: number; label: string }[];
  rows: { y: number; label: string }[];
  /** How far the cluster's schools lie apart: areas, one upright line a period, and the median's lines. */
  band: string[];
  whiskers: { x: number; low: number; high: number }[];
  median: string[];
  lines: string[];
  dots: (Spot & { latest: boolean })[];
  /** Where no number stands: `c` withheld, `z` not produced, as DfE writes them. */
  missing: (Spot & { letter: 'c' | 'z' })[];
  breaks: number[];
  baseline?: Spot & { label: string; labelAt: Spot };
  latest?: Spot & { label: string; labelAt: Spot };
  targets: (Spot & { stretch: boolean; label: string; labelY: number })[];
}

const size = { width: 340, height: 200 };
const margin = { left: 44, right: 92, top: 22, bottom: 28 };
/** Labels of one column stand no nearer to each other than this. */
const lineHeight = 16;
const labelWidth = 62;
/** As wide as a letter is at most in the faces that systems have, on average. */
const letterWidth = 7.6;

/** The moment at which a period stands: its end. */
export const at = (period: string): number => (isPeriod(period) ? Date.parse(periodRange(period).end) : Number.NaN);

/** What all pictures of an indicator have in common, so that they can be compared: first and last day, least and most. */
export function frameOf({
  schools,
  spread,
}: Pick<DrawnIndicator, 'schools' | 'spread'>): { days: [number, number]; values: [number, number] } | undefined {
  const points = schools.flatMap((school) => school.points);
  const targets = schools.flatMap(({ own, stretch }) => [own, stretch].filter((target) => target !== undefined));
  const days = [...points, ...targets].map(({ period }) => at(period)).filter(Number.isFinite);
  const values = [
    ...points.filter(isNumber).map(({ value }) => value),
    ...targets.map(({ value }) => value),
    ...spread.flatMap(({ lowest, highest }) => [lowest, highest]),
  ];
  if (days.length === 0 || values.length === 0) return undefined;
  const wide = (least: number, most: number, room: number): [number, number] =>
    least === most ? [least - room, most + room] : [least, most];
  const half = 183 * 86_400_000;
  const [least, most] = wide(Math.min(...values), Math.max(...values), 1);
  const room = (most - least) * 0.08;
  return { days: wide(Math.min(...days), Math.max(...days), half), values: [least - room, most + room] };
}

/** The picture of one school beside the cluster's spread. `undefined` where there is nothing to draw. */
export function pictureOf(all: DrawnIndicator, school: DrawnSchool, draw: Draw): Picture | undefined {
  const frame = frameOf(all);
  if (!frame) return undefined;
  const plot = {
    left: margin.left,
    right: size.width - margin.right,
    top: margin.top,
    bottom: size.height - margin.bottom,
  };
  const x = draw.scale(frame.days, [plot.left + 8, plot.right - 8]);
  const y = draw.scale(frame.values, [plot.bottom - 4, plot.top + 4]);
  const spot = ({ period, value }: { period: string; value: number }): Spot => ({ x: x(at(period)), y: y(value) });
  const { unit } = all.indicator.body;
  const numbers = school.points.filter(isNumber);
  return {
    ...size,
    plot,
    columns: columnsOf(
      [...school.points, ...all.spread, ...[school.own, school.stretch].filter((one) => one !== undefined)],
      (period) => x(at(period)),
    ),
    rows: y
      .ticks(3)
      .map((value) => ({ y: y(value), label: unit === 'percent' ? `${numberText(value)}%` : numberText(value) })),
    ...bandOf(all.spread, spot, draw),
    lines: runsOf(school.points)
      .filter((run) => run.length > 1)
      .map((run) => draw.line(run.map(spot))),
    dots: numbers.map((point) => ({ ...spot(point), latest: point.period === school.latest?.period })),
    missing: school.points.flatMap((point) => missingAt(point, x, plot.bottom)),
    breaks: school.points.flatMap((point) => breakAt(point, x)),
    ...labelled(school, unit, spot, plot),
    targets: targetsOf([school.own, school.stretch], unit, spot, plot),
  };
}

/** The label under each period, fewer where they would run into each other; the last always stands. */
export function columnsOf(all: readonly { period: string }[], x: (period: string) => number): Picture['columns'] {
  const periods = [...new Set(all.map(({ period }) => period))].filter(isPeriod);
  const columns: Picture['columns'] = [];
  for (const period of periods.sort((a, b) => x(b) - x(a))) {
    const column = { x: x(period), label: shortPeriod(period) };
    const room = Math.max(labelWidth, column.label.length * letterWidth);
    if (columns.every((other) => Math.abs(other.x - column.x) >= room)) columns.push(column);
  }
  return columns.reverse();
}

/** How far the schools lie apart, and the middle one's line. */
export function bandOf(
  spread: readonly Spread[],
  spot: (of: { period: string; value: number }) => Spot,
  draw: Draw,
): Pick<Picture, 'band' | 'whiskers' | 'median'> {
  // One school is no spread, and would be told by it.
  const wide = spread.filter(({ schools }) => schools > 1);
  const found: Pick<Picture, 'band' | 'whiskers' | 'median'> = { band: [], whiskers: [], median: [] };
  for (const part of new Set(wide.map(({ period }) => partOfPeriod(period)))) {
    const mine = wide.filter(({ period }) => partOfPeriod(period) === part);
    const ends = mine.map(({ period, lowest, highest }) => {
      const low = spot({ period, value: lowest });
      return { x: low.x, low: low.y, high: spot({ period, value: highest }).y };
    });
    found.whiskers.push(...ends);
    if (mine.length < 2) continue;
    found.band.push(draw.area(ends));
    found.median.push(draw.line(mine.map(({ period, median }) => spot({ period, value: median }))));
  }
  return found;
}

function missingAt({ value, period }: DrawnPoint, x: Scale, bottom: number): Picture['missing'] {
  if (typeof value === 'number' || value === 'series-break') return [];
  return [{ x: x(at(period)), y: bottom - 6, letter: value === 'suppressed' ? 'c' : 'z' }];
}

/** A break stands before the first figure that is counted anew. */
const breakAt = ({ breaks, value, period }: DrawnPoint, x: Scale): number[] =>
  breaks ? [x(at(period)) - (typeof value === 'number' ? 8 : 0)] : [];

function labelled(
  { baseline, latest }: DrawnSchool,
  unit: Unit,
  spot: (of: { period: string; value: number }) => Spot,
  plot: Picture['plot'],
): Pick<Picture, 'baseline' | 'latest'> {
  // The start's words begin where it stands, the newest figure's stand around it.
  const inside = ({ x, y }: Spot, above: boolean): Spot => ({
    x,
    y: above ? Math.max(y - 9, plot.top - 6) : Math.min(y + 19, plot.bottom - 2),
  });
  const found: Pick<Picture, 'baseline' | 'latest'> = {};
  const start = isNumber(baseline) ? spot(baseline) : undefined;
  const now = latest && latest.period !== baseline?.period ? spot(latest) : undefined;
  // The upper one is labelled above itself and the lower one below, so that they keep apart.
  const startAbove = start !== undefined && now !== undefined && start.y < now.y;
  if (start && isNumber(baseline)) {
    const label = `Start ${figureText(baseline.value, unit)}`;
    found.baseline = { ...start, label, labelAt: inside(start, startAbove) };
  }
  if (now && latest)
    found.latest = { ...now, label: figureText(latest.value, unit), labelAt: inside(now, !startAbove) };
  return found;
}

function targetsOf(
  targets: readonly (DrawnTarget | undefined)[],
  unit: Unit,
  spot: (of: { period: string; value: number }) => Spot,
  plot: Picture['plot'],
): Picture['targets'] {
  const marks = targets
    .filter((target) => target !== undefined)
    .map((target) => ({
      ...spot(target),
      stretch: target.stretch,
      label: `${target.stretch ? 'Stretch' : 'Own'} ${unit === 'percent' ? figureText(target.value, unit) : numberText(target.value)}`,
      labelY: spot(target).y,
    }))
    .sort((a, b) => a.y - b.y);
  const [upper, lower] = marks;
  if (upper && lower && lower.labelY - upper.labelY < lineHeight) {
    const middle = (upper.labelY + lower.labelY) / 2;
    upper.labelY = middle - lineHeight / 2;
    lower.labelY = middle + lineHeight / 2;
  }
  for (const mark of marks) mark.labelY = Math.min(Math.max(mark.labelY, plot.top), plot.bottom);
  return marks;
}
