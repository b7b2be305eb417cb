import type { Direction, Unit } from '../../shared/priorities/indicator.ts';
import type { Missing, Status } from '../../shared/priorities/reading.ts';

export const unitWords: { [unit in Unit]: string } = {
  percent: 'Percent',
  points: 'Points or a score',
  count: 'A count',
  days: 'Days',
  ratio: 'A ratio',
};

export const directionWords: { [direction in Direction]: string } = {
  up: 'Higher is better',
  down: 'Lower is better',
};

export const statusWords: { [status in Status]: string } = {
  own: 'the school’s own',
  provisional: 'provisional',
  revised: 'revised',
  final: 'final',
};

export const missingWords: { [missing in Missing]: string } = {
  suppressed: 'Suppressed',
  'not-produced': 'Not produced',
  'series-break': 'Series breaks here',
};

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

/** A figure as it is read, with its unit and a true minus: '62.4%', '−0.3', '12 days', 'Suppressed'. */
export function figureText(value: number | Missing, unit: Unit): string {
  if (typeof value !== 'number') return missingWords[value];
  const digits = number.format(value).replace('-', '−');
  if (unit === 'percent') return `${digits}%`;
  return unit === 'days' ? `${digits} ${value === 1 ? 'day' : 'days'}` : digits;
}
