import { isOf } from '../../shared/cluster/schools.ts';
import { type Direction, fits, type Indicator, isFor, type Unit } from '../../shared/priorities/indicator.ts';
import type { Period } from '../../shared/priorities/period.ts';
import { type Missing, presentReading, type Reading, type Status } from '../../shared/priorities/reading.ts';
import { smallNumber } from '../../shared/priorities/small-numbers.ts';
import type { Record } from '../../shared/record.ts';
import type { Scene } from './scene.ts';
import { readFigure } from './scrutiny-figure.ts';
import { guessDirection, guessUnit, withoutUnit } from './scrutiny-guess.ts';
import type { Sheet } from './scrutiny-sheet.ts';

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
  | 'not-for-school'
  | 'not-measured'
  | 'twice';

/** A cell of the table, and what becomes of it. */
export interface PlannedCell {
  indicator: PlannedIndicator;
  school: string;
  period?: Period | undefined;
  text: string;
  value?: number | Missing;
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
    for (const [column, text] of row.cells.entries()) {
      const school = schoolOf(sheet, column, choices);
      const read = readFigure(text);
      if (!school || (!read.ok && read.why === 'blank')) continue;
      const period = row.period ?? sheet.columns[column]?.period ?? choices.period;
      const cell: PlannedCell = { indicator, school, period, text };
      const leave = (why: Unwritten) => plan.left.push({ ...cell, why });
      if (indicator.present && !isFor(indicator.present, school)) {
        leave('not-measured');
        continue;
      }
      if (!read.ok) {
        leave(read.why === 'dash' ? 'dash' : 'unreadable');
        continue;
      }
      const { unit, present: known } = indicator;
      const number = typeof read.value === 'number' ? read.value : undefined;
      if (!period) leave('no-period');
      else if (!mine(school)) leave('not-for-school');
      else if (number !== undefined && !fits(unit, number)) leave('not-fitting');
      else if (seen.has(`${indicator.key} ${school} ${period}`)) leave('twice');
      else {
        const pupils = known?.body?.pupils ?? true;
        const small = number !== undefined && smallNumber({ unit, pupils, value: number }) === 'withhold';
        if (small && !choices.suppress) {
          leave('small-number');
          continue;
        }
        seen.add(`${indicator.key} ${school} ${period}`);
        const value = small ? 'suppressed' : read.value;
        const of = known && { indicator: known.id, school, period };
        const present = of && presentReading(scene.readings, of);
        const stands = present?.body?.value === value && present.body.status === choices.status;
        (stands ? plan.same : plan.writes).push({ ...cell, value, present });
      }
    }
  }
  return plan;
}
