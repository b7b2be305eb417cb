import { readFigure as readText } from '../../shared/priorities/figure-value.ts';
import type { Unit } from '../../shared/priorities/indicator.ts';
import type { Missing } from '../../shared/priorities/reading.ts';

/** Of how many pupils a figure is, and how many of them are counted. */
export interface Counts {
  cohort?: number | undefined;
  numerator?: number | undefined;
}

/**
 * What a cell of a spreadsheet says. `percent` where it says so itself; without a `value` it says only how many of how
 * many.
 */
export type ReadFigure =
  | ({ ok: true; value: number | Missing | undefined; percent: boolean } & Counts)
  | { ok: false; why: 'blank' | 'dash' | 'unreadable' };

/** Why there is no figure, as a reading says it: withheld since it is small, or not there at all. */
const withheld = new Set(['suppressed', 'small', 'low']);

const count = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,7})`;
/** '12/30', '12 of 30', '12 out of 30'. */
const share = new RegExp(String.raw`^${count}\s*(?:/|of|out of)\s*${count}$`, 'i');
/** '40% (12/30)', '40 (12 of 30)'. */
const shown = new RegExp(String.raw`^(.{1,30}?)\s*\(\s*${count}\s*(?:/|of|out of)\s*${count}\s*\)$`, 'i');
/** '40% of 30'. */
const of = new RegExp(String.raw`^(.{1,30}?(?:%|per ?cent))\s*(?:of|out of)\s*${count}$`, 'i');

const numberOf = (text = '') => Number(text.replaceAll(',', ''));

/** A whole number of pupils; `undefined` for what is none. */
export const countIn = (cell: string): number | undefined =>
  new RegExp(`^${count}$`).test(cell.trim()) ? numberOf(cell.trim()) : undefined;

/** Reads one cell. A dash by itself may mean nothing or zero: a person has to say which. */
export function readFigure(cell: string): ReadFigure {
  const text = cell
    .replace(/(?<=\d)\u00a0(?=\d{3})/g, ',')
    .replace(/[\u00a0\u200b]/g, ' ')
    .trim();
  if (text === '') return { ok: false, why: 'blank' };
  if (/^[-\u2010-\u2015\u2212]+$/.test(text)) return { ok: false, why: 'dash' };
  if (/^(?:series )?breaks?(?: here)?$/i.test(text)) return { ok: true, value: 'series-break', percent: false };
  const only = share.exec(text);
  if (only) {
    return { ok: true, value: undefined, percent: false, numerator: numberOf(only[1]), cohort: numberOf(only[2]) };
  }
  const beside = shown.exec(text);
  if (beside) return withCounts(beside[1], { numerator: numberOf(beside[2]), cohort: numberOf(beside[3]) });
  const within = of.exec(text);
  return within ? withCounts(within[1], { cohort: numberOf(within[2]) }) : withCounts(text, {});
}

function withCounts(text = '', counts: Counts): ReadFigure {
  // Whatever stands beneath a school is a figure: '2024' too.
  const { value, unit, missing } = readText(text, { counts: true });
  const said = { ok: true as const, percent: unit === 'percent', ...counts };
  if (missing) return { ...said, value: withheld.has(missing) ? 'suppressed' : 'not-produced', percent: false };
  return value === null ? { ok: false, why: 'unreadable' } : { ...said, value };
}

/** The figure that so many of so many are, in a unit; `undefined` where they are none: a score is no share. */
export function figureOf({ numerator, cohort }: Counts, unit: Unit): number | undefined {
  if (numerator === undefined || cohort === undefined) return undefined;
  if (unit === 'count') return numerator;
  // One decimal, as such shares are published.
  return unit === 'percent' && cohort > 0 ? Math.round((numerator / cohort) * 1000) / 10 : undefined;
}

const wordFor: { [missing in Missing]: string } = { suppressed: 'SUPP', 'not-produced': 'NP', 'series-break': 'BREAK' };

/** How a cell is typed that says as much as a reading does: '40 (12/30)', 'SUPP'. */
export function typedText({ value, cohort, numerator }: Counts & { value: number | Missing }, unit: Unit): string {
  if (typeof value !== 'number') return wordFor[value];
  if (cohort === undefined) return String(value);
  if (numerator !== undefined) return `${value} (${numerator}/${cohort})`;
  return unit === 'percent' ? `${value}% of ${cohort}` : String(value);
}

/** What a figure is made of, in words: '12 of 30', 'of 30'. */
export function countsText({ cohort, numerator }: Counts): string {
  if (cohort === undefined) return '';
  return numerator === undefined ? `of ${cohort}` : `${numerator} of ${cohort}`;
}
