import {
  at,
  bandOf,
  columnsOf,
  type Draw,
  frameOf,
  type Picture,
  type Spot,
} from '../../../shared/priorities/progress-geometry.ts';
import { figureText, numberText } from '../../../shared/priorities/progress-words.ts';
import { isNumber, partOfPeriod, runsOf } from '../../../shared/priorities/series.ts';
import { dots } from './drawing.ts';
import type { IndicatorStanding } from './school-standing.ts';

/** So many schools have a line each; more are told by how far they lie apart, and by the one in the middle. */
export const linesMost = 6;

/** All schools on one indicator: nothing but numbers and words. */
export interface ClusterPicture
  extends Pick<Picture, 'width' | 'height' | 'plot' | 'columns' | 'rows' | 'band' | 'whiskers' | 'median'> {
  /** Of the part of a year that schools are told by; `faint` and `small` are of the others. */
  lines: {
    d: string;
    faint: string;
    dots: string;
    small: string;
    dash: string | undefined;
    letter: string;
    letterAt: Spot;
  }[];
  targets: Spot[];
  breaks: number[];
  /** The middle school's first and newest figure, where schools have no lines. */
  ends: (Spot & { label: string })[];
}

const size = { width: 340, height: 176 };
const plot = { left: 40, right: 322, top: 14, bottom: 148 };
const letterHeight = 14;
const dashes = [undefined, '8 3', '2 3', '8 3 2 3', '14 3', '4 6'];

/** The letter of a school in a picture and beside it. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** The picture of all schools together. `undefined` where there is nothing to draw. */
export function clusterPictureOf(all: IndicatorStanding, draw: Draw): ClusterPicture | undefined {
  const alone = all.schools.length <= linesMost;
  const frame = frameOf(alone ? all : { spread: all.spread, schools: all.schools.map(({ points }) => ({ points })) });
  if (!frame) return undefined;
  const x = draw.scale(frame.days, [plot.left + 10, plot.right - 16]);
  const y = draw.scale(frame.values, [plot.bottom - 4, plot.top + 4]);
  const spot = ({ period, value }: { period: string; value: number }): Spot => ({ x: x(at(period)), y: y(value) });
  const { unit } = all.indicator.body;
  const targets = alone ? all.schools.flatMap(({ own }) => own ?? []) : [];
  const wide = alone ? { band: [], whiskers: [], median: [] } : bandOf(all.spread, spot, draw);
  const middle = middleOf(all);
  const ends = alone ? [] : [...new Set([middle[0], middle.at(-1)])].filter((one) => one !== undefined);
  return {
    ...size,
    plot,
    columns: columnsOf([...all.schools.flatMap(({ points }) => points), ...targets], (period) => x(at(period))),
    rows: y
      .ticks(3)
      .map((value) => ({ y: y(value), label: unit === 'percent' ? `${numberText(value)}%` : numberText(value) })),
    ...wide,
    lines: alone ? linesOf(all, spot, draw) : [],
    targets: targets.map(spot),
    breaks: [
      ...new Set(all.schools.flatMap(({ points }) => points.flatMap((one) => (one.breaks ? x(at(one.period)) : [])))),
    ],
    ends: ends.map(({ period, median }) => ({
      ...spot({ period, value: median }),
      label: figureText(oneDecimal(median), unit === 'percent' ? 'percent' : 'count'),
    })),
  };
}

/** A figure in the middle of two is no more exact than they are. */
export const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** The part of a year that most schools' targets are for; without any, that of the newest figures. */
function mainPart({ schools, spread }: IndicatorStanding): string {
  const wanted = schools.flatMap(({ own, stretch }) => (own ?? stretch)?.period ?? []).map(partOfPeriod);
  const many = (part: string) => wanted.filter((one) => one === part).length;
  const known = new Set(spread.map(({ period }) => partOfPeriod(period)));
  const [first] = [...new Set(wanted)].filter((part) => known.has(part)).sort((a, b) => many(b) - many(a));
  return first ?? partOfPeriod(spread.at(-1)?.period ?? '');
}

/** How far the schools lay apart, in the part of a year that they are told by. */
export function middleOf(all: IndicatorStanding): IndicatorStanding['spread'] {
  const part = mainPart(all);
  return all.spread.filter(({ schools, period }) => schools > 1 && partOfPeriod(period) === part);
}

function linesOf(
  all: IndicatorStanding,
  spot: (of: { period: string; value: number }) => Spot,
  draw: Draw,
): ClusterPicture['lines'] {
  const part = mainPart(all);
  const isMain = ({ period }: { period: string }) => partOfPeriod(period) === part;
  const lines = all.schools.flatMap(({ points }, index) => {
    const numbers = points.filter(isNumber);
    const last = numbers.findLast(isMain) ?? numbers.at(-1);
    if (!last) return [];
    const end = spot(last);
    const runs = runsOf(points).filter((run) => run.length > 1);
    const drawn = (mine: typeof runs) => mine.map((run) => draw.line(run.map(spot))).join('');
    return {
      d: drawn(runs.filter(([one]) => one && isMain(one))),
      faint: drawn(runs.filter(([one]) => one && !isMain(one))),
      dots: dots(numbers.filter(isMain).map(spot)),
      small: dots(numbers.filter((one) => !isMain(one)).map(spot)),
      dash: dashes[index],
      letter: letterOf(index),
      letterAt: { x: end.x + 12, y: end.y },
    };
  });
  // Letters of one column keep apart; from the top down, and back up where the last would fall out.
  const sorted = lines.map(({ letterAt }) => letterAt).sort((a, b) => a.y - b.y);
  for (const [i, one] of sorted.entries()) {
    const above = sorted[i - 1];
    if (above && above.x === one.x) one.y = Math.max(one.y, above.y + letterHeight);
  }
  for (const [i, one] of [...sorted.entries()].reverse()) {
    const below = sorted[i + 1];
    one.y = Math.min(one.y, below && below.x === one.x ? below.y - letterHeight : plot.bottom);
  }
  return lines;
}
