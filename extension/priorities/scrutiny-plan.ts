import { isOf } from '../../shared/cluster/schools.ts';
import { type Direction, fits, type Indicator, isFor, type Unit } from '../../shared/priorities/indicator.ts';
import type { Period } from '../../shared/priorities/period.ts';
import { type Missing, presentReading, type Reading, type Status } from '../../shared/priorities/reading.ts';
import { smallNumber } from '../../shared/priorities/small-numbers.ts';
import type { Record } from '../../shared/record.ts';
import type { Scene } from './scene.ts';
import { type Counts, countIn, figureOf, readFigure } from './scrutiny-figure.ts';
import { guessDirection, guessUnit, withoutUnit } from './scrutiny-guess.ts';
import type { Sheet, SheetRow } from './scrutiny-sheet.ts';

/** What a person decides before anything is written. */
export interface Choices {
  /** For figures whose period the table does not say. */
  period: Period | undefined;
  status: Status;
  source?: { url: string; title: string } | undefined;
  /** For each column the school, or none, to leave it out; absent is as matched. */
  schools: { readonly [column: number]: string };
  units: { readonly [indicator: string]: Unit };
  directions: { readonly [indicator: string]: Direction };
  /** Whether figures of too few pupils are written as suppressed, instead of left out. */
  suppress: boolean;
}

/** An indicator of the table: one that is there, or a new one. */
export interface PlannedIndicator {
  key: string;
  name: string;
  present?: Record<Indicator> | undefined;
  unit: Unit;
  direction: Direction;
}

/** Why a cell is not written. */
export type Unwritten =
  | 'dash'
  | 'unreadable'
  | 'no-period'
  | 'not-fitting'
  | 'small-number'
  | 'no-share'
  | 'too-many'
  | 'not-for-school'
  | 'not-measured'
  | 'twice';

/** A cell of the table, and what becomes of it. */
export interface PlannedCell extends Counts {
  indicator: PlannedIndicator;
  school: string;
  period?: Period | undefined;
  text: string;
  value?: number | Missing;
  /** So few pupils that somebody should think of who might be recognised. */
  few?: boolean;
  /** The reading that stands there now. */
  present?: Record<Reading> | undefined;
  /** Absent: it is written. */
  why?: Unwritten;
}

export interface Plan {
  indicators: PlannedIndicator[];
  /** What is written, anew or in the place of what stands. */
  writes: PlannedCell[];
  /** What stands already. */
  same: PlannedCell[];
  /** What cannot be written, each with the reason. */
  left: PlannedCell[];
}

/** What tells an indicator's name, whatever its case and unit. */
export const keyOfName = (name: string): string =>
  withoutUnit(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The school that a column stands for, as matched or as chosen; `undefined` where it is left out. */
export const schoolOf = (sheet: Sheet, column: number, { schools }: Pick<Choices, 'schools'>): string | undefined =>
  (schools[column] ?? sheet.columns[column]?.matched?.school) || undefined;

function indicatorsIn(sheet: Sheet, { units, directions }: Choices, known: readonly Record<Indicator>[]) {
  const found = new Map<string, PlannedIndicator>();
  for (const { name } of sheet.rows) {
    const key = keyOfName(name);
    if (found.has(key)) continue;
    const present = known.find(({ body }) => body && !body.retired && keyOfName(body.name) === key);
    const cells = sheet.rows.filter((row) => keyOfName(row.name) === key).flatMap((row) => row.cells);
    found.set(key, {
      key,
      name: present?.body?.name ?? withoutUnit(name).slice(0, 160),
      present,
      unit: present?.body?.unit ?? units[key] ?? guessUnit(name, cells),
      direction: present?.body?.direction ?? directions[key] ?? guessDirection(name),
    });
  }
  return found;
}

const defined = ({ cohort, numerator }: Counts): Counts => ({
  ...(cohort !== undefined && { cohort }),
  ...(numerator !== undefined && { numerator }),
});

/** A cell with what rows or columns beside it say of it: '12/30' where only those say something. */
function readCell({ beside }: SheetRow, column: number, cell: string) {
  const own = readFigure(cell);
  const [cohort = '', numerator = ''] = [beside?.cohort?.[column], beside?.numerator?.[column]];
  if (cohort === '' && numerator === '') return { text: cell, read: own };
  const text = [cell, numerator && `${numerator} counted`, cohort && `of ${cohort}`].filter(Boolean).join(' ');
  const counts = { cohort: countIn(cohort), numerator: countIn(numerator) };
  if (own.ok) return { text, read: { ...own, ...defined(counts) } };
  const alone = own.why === 'blank' && counts.cohort !== undefined && counts.numerator !== undefined;
  return { text, read: alone ? { ok: true as const, value: undefined, percent: false, ...counts } : own };
}

/** What would be written of a table, and what not and why. Blank cells are nothing. */
export function planSheet(sheet: Sheet, choices: Choices, scene: Scene): Plan {
  const found = indicatorsIn(sheet, choices, scene.indicators);
  const plan: Plan = { indicators: [...found.values()], writes: [], same: [], left: [] };
  const seen = new Set<string>();
  const published = choices.status !== 'own' && choices.source !== undefined;
  const mine = (id: string) =>
    published ||
    scene.me.role === 'coordinator' ||
    scene.schools.some((school) => school.id === id && isOf(scene.me, school));
  for (const row of sheet.rows) {
    const indicator = found.get(keyOfName(row.name));
    if (!indicator) continue;
    for (const [column, cell] of row.cells.entries()) {
      const school = schoolOf(sheet, column, choices);
      const { text, read } = readCell(row, column, cell);
      if (!school || (!read.ok && read.why === 'blank')) continue;
      const period = row.period ?? sheet.columns[column]?.period ?? choices.period;
      const planned: PlannedCell = { indicator, school, period, text };
      const leave = (why: Unwritten) => plan.left.push({ ...planned, why });
      if (indicator.present && !isFor(indicator.present, school)) {
        leave('not-measured');
        continue;
      }
      if (!read.ok) {
        leave(read.why === 'dash' ? 'dash' : 'unreadable');
        continue;
      }
      const { unit, present: known } = indicator;
      const { cohort, numerator } = read;
      const said = read.value ?? figureOf(read, unit);
      const number = typeof said === 'number' ? said : undefined;
      if (!period) leave('no-period');
      else if (!mine(school)) leave('not-for-school');
      else if (said === undefined) leave('no-share');
      else if (numerator !== undefined && cohort !== undefined && numerator > cohort) leave('too-many');
      else if (number !== undefined && !fits(unit, number)) leave('not-fitting');
      else if (seen.has(`${indicator.key} ${school} ${period}`)) leave('twice');
      else {
        const pupils = known?.body?.pupils ?? true;
        const small =
          number === undefined ? undefined : smallNumber({ unit, pupils, value: number, cohort, numerator });
        if (small === 'withhold' && !choices.suppress) {
          leave('small-number');
          continue;
        }
        seen.add(`${indicator.key} ${school} ${period}`);
        // Beside what is withheld or not there, what it was made of would give it away, or mean nothing.
        const value = small === 'withhold' ? 'suppressed' : said;
        const counts = typeof value === 'number' ? defined({ cohort, numerator }) : {};
        const of = known && { indicator: known.id, school, period };
        const present = of && presentReading(scene.readings, of);
        const stands =
          present?.body?.value === value &&
          present.body.status === choices.status &&
          Object.entries(counts).every(([what, count]) => present.body?.[what as keyof Counts] === count);
        const few = small === 'warn' && { few: true };
        (stands ? plan.same : plan.writes).push({ ...planned, value, ...counts, ...few, present });
      }
    }
  }
  return plan;
}
