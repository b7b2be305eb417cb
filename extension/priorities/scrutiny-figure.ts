import type { Missing } from '../../shared/priorities/reading.ts';

/** What a cell of a spreadsheet says. `percent` where it says so itself. */
export type ReadFigure =
  | { ok: true; value: number | Missing; percent: boolean }
  | { ok: false; why: 'blank' | 'dash' | 'unreadable' };

/** As DfE's tables and statistics write them (SUPP, c, x, *; z, NE, NA, NP), and as people do. */
const codes: [RegExp, Missing][] = [
  [/^(supp|suppressed|withheld|c|x|\*|\[c\]|\[x\]|low|\[low\]|<\s*\d+)$/i, 'suppressed'],
  [/^(z|\[z\]|:|\.{1,3}|ne|na|n\/a|np|lowcov|not (available|applicable|produced|published)|none)$/i, 'not-produced'],
];

/** Reads one cell. A dash by itself may mean nothing or zero: a person has to say which. */
export function readFigure(cell: string): ReadFigure {
  const text = cell.replace(/[\u00a0\u2000-\u200b\u202f]/g, ' ').trim();
  if (text === '') return { ok: false, why: 'blank' };
  const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-');
  if (/^-+$/.test(plain)) return { ok: false, why: 'dash' };
  for (const [shape, value] of codes) if (shape.test(plain)) return { ok: true, value, percent: false };
  const found = /^([+-]?)\s*(\d{1,3}(?:[ ,]\d{3})+|\d+)?(\.\d+)?\s*(%|per ?cent|pp|points?|days?|pts)?$/i.exec(plain);
  if (!found || (found[2] === undefined && found[3] === undefined)) return { ok: false, why: 'unreadable' };
  const [, sign = '', whole = '0', rest = '', unit = ''] = found;
  const value = Number(`${sign}${whole.replace(/[ ,]/g, '')}${rest}`);
  return { ok: true, value, percent: /^(%|per)/i.test(unit) };
}
