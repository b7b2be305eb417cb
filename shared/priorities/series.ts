import type { Record } from '../record.ts';
import { comparePeriods } from './period.ts';
import { type Missing, presentReading, type Reading } from './reading.ts';

/** A school's figure for one period as it holds now, with what stood before. */
export interface Point {
  period: string;
  value: number | Missing;
  /** It cannot be compared with what came before. */
  breaks: boolean;
  reading: Record<Reading> & { body: Reading };
  /** Every other reading for the period, newest first: what it replaced and what was taken back. */
  earlier: (Record<Reading> & { body: Reading })[];
  /** How many breaks the series has up to here, itself included: only what has the same number can be compared. */
  era: number;
}

/** A point that is a number. */
export type NumberPoint = Point & { value: number };

export const isNumber = <P extends Pick<Point, 'value'>>(point: P | undefined): point is P & { value: number } =>
  typeof point?.value === 'number';

const hasBody = (reading: Record<Reading>): reading is Record<Reading> & { body: Reading } => reading.body !== null;

/** Which part of a year a period is, so that autumns are compared with autumns and years with years. */
export const partOfPeriod = (period: string): string => {
  const [kind = '', , term = ''] = period.split(':');
  if (kind === 'term') return term;
  return kind === 'afy' ? 'fy' : kind;
};

/** Whether a figure can be compared with another: of the same part of a year, with no break of the series between. */
export const comparable = (a: Point, b: Point): boolean =>
  a.era === b.era && partOfPeriod(a.period) === partOfPeriod(b.period);

/** What holds for one school on one indicator, in the order of the periods. */
export function seriesOf(readings: readonly Record<Reading>[], indicator: string, school: string): Point[] {
  const byPeriod = new Map<string, (Record<Reading> & { body: Reading })[]>();
  for (const reading of readings) {
    if (!hasBody(reading) || reading.body.indicator !== indicator || reading.body.school !== school) continue;
    const { period } = reading.body;
    byPeriod.set(period, [...(byPeriod.get(period) ?? []), reading]);
  }
  const points: Point[] = [];
  let era = 0;
  for (const period of [...byPeriod.keys()].sort(comparePeriods)) {
    const all = byPeriod.get(period) ?? [];
    const reading = presentReading(all, { indicator, school, period });
    if (!reading || !hasBody(reading)) continue;
    const breaks = reading.body.breaks === true || reading.body.value === 'series-break';
    if (breaks) era++;
    const earlier = all.filter(({ id }) => id !== reading.id).sort((a, b) => b.body.at - a.body.at || b.seq - a.seq);
    points.push({ period, value: reading.body.value, breaks, reading, earlier, era });
  }
  return points;
}

/**
 * The unbroken lines of a series: numbers that follow one another, of one part of a year, with neither a break nor a
 * figure that is missing between them.
 */
export function runsOf<P extends Pick<Point, 'period' | 'value' | 'era'>>(
  points: readonly P[],
): (P & { value: number })[][] {
  const runs: (P & { value: number })[][] = [];
  const open = new Map<string, (P & { value: number })[]>();
  for (const point of points) {
    const part = partOfPeriod(point.period);
    if (!isNumber(point)) {
      open.delete(part);
      continue;
    }
    const run = open.get(part);
    const last = run?.at(-1);
    if (run && last?.era === point.era) {
      run.push(point);
      continue;
    }
    const begun = [point];
    runs.push(begun);
    open.set(part, begun);
  }
  return runs;
}

/** The schools that have a number for a period: how far they lie apart. */
export interface Spread {
  period: string;
  lowest: number;
  median: number;
  highest: number;
  schools: number;
}

/** How far the schools lie apart, for each period in which any has a number, in order. */
export function spreadOf(series: readonly (readonly Pick<Point, 'period' | 'value'>[])[]): Spread[] {
  const values = new Map<string, number[]>();
  for (const point of series.flat()) {
    if (isNumber(point)) values.set(point.period, [...(values.get(point.period) ?? []), point.value]);
  }
  return [...values.entries()]
    .sort(([a], [b]) => comparePeriods(a, b))
    .map(([period, numbers]) => {
      const sorted = numbers.sort((a, b) => a - b);
      const at = (place: number) => sorted[place] ?? 0;
      const half = (sorted.length - 1) / 2;
      return {
        period,
        lowest: at(0),
        median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2,
        highest: at(sorted.length - 1),
        schools: sorted.length,
      };
    });
}
