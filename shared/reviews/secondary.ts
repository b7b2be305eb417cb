import { periodRange } from '../priorities/period.ts';
import { partsOf, terms } from '../priorities/period-parts.ts';
import { givenAway, type Hidden, type Shown, type Span } from './differencing.ts';

/** One figure of a series, as it would be told, and as it was told before. */
export interface SeriesCell {
  period: string;
  /** What it is, where that is a number. */
  value?: number | undefined;
  /** It is of few pupils, or not public where it was taken from. */
  withheld: boolean;
  /** Everyone can tell that it is from 1 to 5. */
  few: boolean;
  /** The number that an earlier edition told of it, the newest. */
  earlier?: number | undefined;
  /** An earlier edition said already that it is withheld. */
  said?: boolean | undefined;
}

/** What has to be withheld of a series besides, and what can be worked out all the same. */
export interface Secondary {
  /** Periods whose figure is withheld so that another is not given away. */
  withheld: Set<string>;
  /**
   * Periods of which nothing is said at all: that a figure is small, beside what was told before, would give another
   * away.
   */
  unsaid: Set<string>;
  /** Periods whose figure earlier editions give away, whatever is withheld now. */
  told: Set<string>;
}

/** The months of a period; days are none. */
export function spanOf(period: string): Span | undefined {
  const kind = partsOf(period)?.kind;
  if (kind === undefined || kind === 'day') return undefined;
  const { start, end } = periodRange(period);
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return { from: month(start), to: month(end) + 1 };
}

type Placed = SeriesCell & Span;

/**
 * Finds what else of a school's counts has to be withheld, so that no figure that is withheld can be worked out from
 * those that are told, now or in earlier editions. Short periods go before long ones, and nothing goes in vain.
 */
export function secondaryOf(series: readonly SeriesCell[]): Secondary {
  const cells = series.flatMap((cell): Placed[] => {
    const span = spanOf(cell.period);
    return span ? [{ ...cell, ...span }] : [];
  });
  const told = new Set(cells.filter(wasTold).map(({ period }) => period));
  const secret = cells.filter((cell) => cell.withheld && !told.has(cell.period));
  const [withheld, unsaid] = [new Set<string>(), new Set<string>()];
  const unknown = unknownIn(cells);
  if (unknown.length + secret.length === 0) return { withheld, unsaid, told };
  const open = (): number[] => {
    const hidden = [
      ...secret.map(({ from, to, few, period }): Hidden => ({ from, to, few: few && !unsaid.has(period) })),
      ...unknown,
    ];
    return givenAway(shownOf(cells, withheld), hidden).flatMap((away, i) => (away ? [i] : []));
  };
  withholdUntil(open, withheld, (left) =>
    cells.filter((cell) => mayGo(cell) && !withheld.has(cell.period) && touches(cell, left, [...secret, ...unknown])),
  );
  withholdUntil(open, unsaid, () => secret.filter(({ few, said, period }) => few && !said && !unsaid.has(period)));
  const still = open();
  for (const i of still) if (secret[i]) told.add(secret[i].period);
  // What turned out not to be needed is told after all; where something is given away all the same, nothing more is.
  for (const gone of still.length > 0 ? [] : [unsaid, withheld])
    for (const period of [...gone].reverse()) {
      gone.delete(period);
      if (open().length > 0) gone.add(period);
    }
  return { withheld, unsaid, told };
}

/** Terms and years that nobody gave a figure of: it may be worked out from others, and be small. */
function unknownIn(cells: readonly Placed[]): Hidden[] {
  const given = new Set(cells.map(({ period }) => period));
  const years = new Set(
    cells.flatMap(({ from, to }) => [Math.floor((from + 4) / 12) - 1, Math.floor((to + 3) / 12) - 1]),
  );
  return [...years]
    .flatMap((year) => [`ay:${year}`, ...terms.map((term) => `term:${year}:${term}`)])
    .flatMap((period) => {
      const span = given.has(period) ? undefined : spanOf(period);
      return span ? [{ ...span, few: false, unknown: true }] : [];
    });
}

/** Takes one figure after the other, the one that helps most, of those the shortest, until nothing is given away. */
function withholdUntil(open: () => number[], gone: Set<string>, choices: (left: number[]) => Placed[]): void {
  const helps = ({ period }: Placed) => {
    gone.add(period);
    const left = open().length;
    gone.delete(period);
    return left;
  };
  for (let left = open(); left.length > 0; left = open()) {
    const [best] = choices(left)
      .map((cell) => ({ cell, left: helps(cell) }))
      .sort((a, b) => a.left - b.left || a.cell.to - a.cell.from - (b.cell.to - b.cell.from));
    if (!best) return;
    gone.add(best.cell.period);
  }
}

/** Whether an earlier edition told the very number that is withheld now. */
const wasTold = ({ withheld, value, earlier }: SeriesCell) => withheld && value !== undefined && value === earlier;

/** Whether withholding it takes anything out of sight: what was told before stays told. */
const mayGo = ({ withheld, value, earlier }: SeriesCell) => !withheld && value !== undefined && value !== earlier;

/** Whether it lies in the same stretch of figures that overlap as one that is given away. */
const touches = (cell: Span, left: readonly number[], secret: readonly Span[]) =>
  left.some((i) => {
    const one = secret[i];
    // Two years on either side: no period is longer than one.
    return one !== undefined && cell.from < one.to + 24 && cell.to > one.from - 24;
  });

function shownOf(cells: readonly Placed[], withheld: ReadonlySet<string>): Shown[] {
  return cells.flatMap((cell) => {
    const { from, to, value, earlier } = cell;
    const now = cell.withheld || withheld.has(cell.period) ? undefined : value;
    // What was put right since says nothing any more; what is only withheld now was told.
    const known = now ?? (cell.withheld && !wasTold(cell) ? undefined : earlier);
    return known === undefined ? [] : [{ from, to, value: known }];
  });
}
