import { figureText } from '../priorities/figure-words.ts';
import { periodLabel } from '../priorities/period.ts';
import { smallNumber } from '../priorities/small-numbers.ts';
import { type Change, changeAt, type Earlier, type Safe } from './change.ts';
import { earlierFigures } from './earlier-figures.ts';
import { valueAt, withValue } from './pointer.ts';
import type { PublicReview } from './public-review.ts';
import { type Secondary, secondaryOf } from './secondary.ts';
import type { Draft } from './summarise.ts';
import type { Cell } from './summarise-figures.ts';
import { totalled } from './totals.ts';
import { withoutPoints } from './without-points.ts';

/**
 * Withholds figures of few pupils, and those from which they could be worked out; then says what all schools together
 * come to, where every figure of that is told.
 */
export function safeFigures(draft: Draft, earlier: readonly Earlier[]): Safe {
  const changes: Change[] = [];
  const gone: string[] = [];
  const before = earlierFigures(earlier);
  let { review } = draft;
  for (const series of seriesIn(draft.cells)) {
    const withheld = new Set(series.filter(isWithheld).map(({ period }) => period));
    const { withheld: more, unsaid, told } = addUp(series) ? secondaryFor(series, before, draft.readings) : nothing;
    for (const cell of series) {
      const { at, period, value, unit } = cell;
      const where = whereOf(review, cell);
      const text = typeof value === 'number' ? { before: figureText(value, unit) } : {};
      const goes = withheld.has(period) || more.has(period);
      if (unsaid.has(period)) {
        gone.push(at);
        const why = `${where}: left out, since beside an earlier edition it would give a figure away`;
        changes.push(changeAt(at, { what: 'withheld-with-it', where: why, ...text }));
      } else if (goes && typeof value === 'number') {
        review = withValue(review, at, 'withheld');
        const why = cell.restricted ? `${where} (its source is not public)` : where;
        changes.push(changeAt(at, { what: more.has(period) ? 'withheld-with-it' : 'withheld', where: why, ...text }));
      } else if (!goes && leavesFew(cell)) changes.push(changeAt(at, { what: 'look', where, ...text }));
      if (told.has(period))
        changes.push(changeAt(at, { what: 'look', where: `${where}: an earlier edition gives this figure away` }));
    }
  }
  changes.push(...withoutGroup(review, draft.cells));
  const whole = withTotals(draft.review, review, changes);
  return { changes, ...withoutPoints(whole, draft.uses, gone) };
}

const nothing: Secondary = { withheld: new Set(), unsaid: new Set(), told: new Set() };

/** Whether figures add up over time, so that one can be worked out from others. */
const addUp = ([cell]: readonly Cell[]) => cell?.unit === 'count' || cell?.unit === 'days';

/** Whether a count is one of those that are withheld as it is. */
const isFew = (value: Cell['value']) => value === 'suppressed' || (typeof value === 'number' && value > 0 && value < 6);

function secondaryFor(
  series: readonly Cell[],
  before: ReturnType<typeof earlierFigures>,
  readings: Draft['readings'],
): Secondary {
  const once = [...new Map(series.map((cell) => [cell.period, cell])).values()];
  const [one] = once;
  const told = before(one?.indicator ?? '', one?.urns ?? []);
  const cells = once.map((cell) => {
    const { period, value, unit } = cell;
    const withheld = isWithheld(cell);
    const few = withheld && !cell.restricted && unit === 'count' && isFew(value);
    return {
      ...{ period, withheld, few, earlier: told.numbers.get(period), said: told.withheld.has(period) },
      value: typeof value === 'number' ? value : undefined,
    };
  });
  // What was taken back, or withheld before, is known to the public all the same.
  const here = new Set(once.map(({ period }) => period));
  const gone = [...told.numbers]
    .filter(([period]) => !here.has(period))
    .map(([period, earlier]) => ({ period, withheld: false, few: false, earlier }));
  // What was only withheld with another is no secret; of what nobody remembers it may be one.
  const hidden = [...told.withheld]
    .filter(([period, reading]) => !here.has(period) && isFew(readings.get(reading) ?? 'suppressed'))
    .map(([period]) => ({ period, withheld: true, few: one?.unit === 'count', said: true }));
  return secondaryOf([...cells, ...gone, ...hidden]);
}

/** The figures of each school on each indicator, wherever in the review they stand. */
function seriesIn(cells: readonly Cell[]): Cell[][] {
  const found = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${cell.indicator} ${cell.school}`;
    found.set(key, [...(found.get(key) ?? []), cell]);
  }
  return [...found.values()];
}

/** Whether a figure is of so few pupils that it is withheld, or was never public where it was taken from. */
export const isWithheld = (cell: Cell): boolean =>
  cell.restricted ||
  cell.value === 'suppressed' ||
  (typeof cell.value === 'number' && smallNumber({ ...cell, value: cell.value }) === 'withhold');

/** Whether so few pupils are not counted in a share that they might be told. */
function leavesFew({ pupils, unit, value, cohort, numerator }: Cell): boolean {
  if (!pupils || unit !== 'percent' || typeof value !== 'number' || cohort === undefined) return false;
  const left = cohort - (numerator ?? Math.round((value * cohort) / 100));
  return left > 0 && left < 6;
}

/** Percentages of pupils that do not say of how many, told as they are: one question for each indicator. */
function withoutGroup(review: PublicReview, cells: readonly Cell[]): Change[] {
  const open = cells.filter(
    ({ at, pupils, unit, cohort }) =>
      pupils && unit === 'percent' && cohort === undefined && typeof valueAt(review, at) === 'number',
  );
  return [...Map.groupBy(open, ({ indicator }) => indicator).values()].flatMap((its) => {
    const at = its[0]?.at.split('/').slice(0, 5).join('/') ?? '';
    const { name = '' } = (valueAt(review, at) ?? {}) as { name?: string };
    const where = `${name}: how many pupils is this of? Below six they might be recognised`;
    const before = [...new Set(its.map((cell) => whereOf(review, cell).slice(name.length + 2)))].join('; ');
    return [changeAt(at, { what: 'look', where, before })];
  });
}

/** Which figure it is, in words. */
function whereOf({ what, schools }: PublicReview, { at, urns, period }: Cell): string {
  const [, , p = '', , i = ''] = at.split('/');
  const indicator = what[Number(p)]?.indicators[Number(i)];
  const school = schools.find(({ urn }) => urns.includes(urn));
  return `${indicator?.name}: ${school?.name}, ${periodLabel(period)}`;
}

/** The review with its totals, and which of them are withheld since a figure in them is. */
function withTotals(draft: PublicReview, given: PublicReview, changes: Change[]): PublicReview {
  const what = given.what.map((priority, i) => ({
    ...priority,
    indicators: priority.indicators.map((indicator, j) => {
      const drafted = draft.what[i]?.indicators[j];
      const totals = totalled(indicator);
      const whole = drafted ? totalled(drafted) : [];
      for (const [k, { period, value }] of totals.entries()) {
        const before = whole.find((one) => one.period === period)?.value;
        if (value !== 'withheld' || typeof before !== 'number') continue;
        const where = `${indicator.name}: all schools together, ${periodLabel(period)}`;
        const at = `/what/${i}/indicators/${j}/totals/${k}/value`;
        changes.push(changeAt(at, { what: 'withheld-with-it', where, before: figureText(before, indicator.unit) }));
      }
      return totals.length > 0 ? { ...indicator, totals } : indicator;
    }),
  }));
  return { ...given, what };
}
