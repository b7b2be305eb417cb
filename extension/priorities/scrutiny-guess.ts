import type { Direction, Unit } from '../../shared/priorities/indicator.ts';
import { readFigure } from './scrutiny-figure.ts';

/** In which unit the figures of a new indicator seem to be, by its name and by how they are written. */
export function guessUnit(name: string, cells: readonly string[]): Unit {
  const read = cells.map(readFigure).flatMap((one) => (one.ok ? [one] : []));
  const figures = read.filter((one) => typeof one.value === 'number');
  const numbers = figures.map(({ value }) => value as number);
  if (figures.some(({ percent }) => percent) || /%|per ?cent|\brate\b|proportion/i.test(name)) return 'percent';
  if (/\bdays\b/i.test(name)) return 'days';
  if (/\bratio\b|\bper (teacher|adult)\b/i.test(name)) return 'ratio';
  if (/score|points?\b|progress|attainment 8|\baverage\b|scaled/i.test(name)) return 'points';
  if (/\bnumber of\b|\bcount\b|\bhow many\b/i.test(name)) return 'count';
  if (read.some(({ value }) => value === undefined)) return 'percent';
  if (numbers.some((value) => value < 0)) return 'points';
  if (numbers.every((value) => value <= 100) && numbers.some((value) => !Number.isInteger(value))) return 'percent';
  if (numbers.length > 0 && numbers.every(Number.isInteger)) return numbers.some((n) => n > 100) ? 'count' : 'percent';
  return 'points';
}

/** Which way seems to be better, by the indicator's name. */
export const guessDirection = (name: string): Direction =>
  /absen|exclu|suspen|\bgaps?\b|\bneet\b|vacanc|turnover|incident|bullying|\blates?\b|lateness|below/i.test(name)
    ? 'down'
    : 'up';

/** A name without its unit: 'Persistent absence (%)' is 'Persistent absence'. */
export const withoutUnit = (name: string): string =>
  name.replace(/\s*[([]\s*(%|per ?cent|points?|days|number|count|n)\s*[)\]]\s*$/i, '').trim() || name.trim();
