import type { Direction, Unit } from './indicator.ts';
import type { Missing, Status } from './reading.ts';

/** What a unit is called. */
export const unitNames: { [unit in Unit]: string } = {
  percent: 'Percent',
  points: 'Points or a score',
  count: 'A count',
  days: 'Days',
  ratio: 'A ratio',
};

/** Which way is better, in words. */
export const directionWords: { [direction in Direction]: string } = {
  up: 'Higher is better',
  down: 'Lower is better',
};

/** How far a figure is settled, in words. */
export const statusWords: { [status in Status]: string } = {
  own: 'The school’s own',
  provisional: 'Provisional',
  revised: 'Revised',
  final: 'Final',
};

/** The same within a sentence. */
export const statusAmid = (status: Status): string => statusWords[status].toLowerCase();

/** What stands where no number does, in words. */
export const missingWords: { [missing in Missing]: string } = {
  suppressed: 'Suppressed',
  'not-produced': 'Not produced',
  'series-break': 'Series breaks here',
};

/** What is typed after a number of a unit. */
export const unitWords: { [unit in Unit]: string } = {
  percent: '%',
  points: 'points',
  count: '',
  days: 'days',
  ratio: '',
};

/** A number as people write it: at most two decimals, thousands set apart, a true minus. */
export function numberText(value: number): string {
  const [whole = '', rest] = String(Math.round(Math.abs(value) * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`;
}

/** A figure with its unit: '62.5%', '12 days', '−0.3 points'. */
export function figureText(value: number | Missing, unit: Unit): string {
  if (typeof value !== 'number') return missingWords[value];
  const word = unitWords[unit];
  if (unit === 'percent') return `${numberText(value)}%`;
  const one = Math.abs(value) === 1 && word ? word.replace(/s$/, '') : word;
  return one ? `${numberText(value)} ${one}` : numberText(value);
}
