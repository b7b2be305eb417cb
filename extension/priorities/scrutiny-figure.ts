import { readFigure as readText } from '../../shared/priorities/figure-value.ts';
import type { Missing } from '../../shared/priorities/reading.ts';

/** What a cell of a spreadsheet says. `percent` where it says so itself. */
export type ReadFigure =
  | { ok: true; value: number | Missing; percent: boolean }
  | { ok: false; why: 'blank' | 'dash' | 'unreadable' };

/** Why there is no figure, as a reading says it: withheld since it is small, or not there at all. */
const withheld = new Set(['suppressed', 'small', 'low']);

/** Reads one cell. A dash by itself may mean nothing or zero: a person has to say which. */
export function readFigure(cell: string): ReadFigure {
  const text = cell
    .replace(/(?<=\d)\u00a0(?=\d{3})/g, ',')
    .replace(/[\u00a0\u200b]/g, ' ')
    .trim();
  if (text === '') return { ok: false, why: 'blank' };
  if (/^[-\u2010-\u2015\u2212]+$/.test(text)) return { ok: false, why: 'dash' };
  // Whatever stands beneath a school is a figure: '2024' too.
  const { value, unit, missing } = readText(text, { counts: true });
  if (missing) return { ok: true, value: withheld.has(missing) ? 'suppressed' : 'not-produced', percent: false };
  return value === null ? { ok: false, why: 'unreadable' } : { ok: true, value, percent: unit === 'percent' };
}
