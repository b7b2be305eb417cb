import { figuresAmong } from '../../../shared/priorities/figure.ts';
import { attributeOf, findIn } from './dom.ts';
import { surroundingsOf } from './surroundings.ts';
import type { CellFigure } from './tables.ts';

const most = { charts: 100, length: 200_000, points: 2_000, series: 100, label: 300 };

const isObject = (value: unknown): value is { [name: string]: unknown } => typeof value === 'object' && value !== null;
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.slice(0, most.points).map((one) => String(one ?? '').slice(0, most.label)) : [];

/**
 * The points of School Profiles' charts (`canvas.js-chart[data-chart]`): `{labels, data}`, or `{labels, datasets:
 * [{label, data}]}` over time. A label is the row's header (a series' label, then the column is its label); `null` is a
 * number that is not available. Charts whose scale ends at 100 are of percentages.
 */
export function* chartsOf(page: Document): Generator<CellFigure> {
  for (const canvas of findIn(page, 'canvas.js-chart[data-chart]').slice(0, most.charts)) {
    const chart = chartIn(attributeOf(canvas, 'data-chart') ?? '');
    if (!chart) continue;
    const figure = figuresAmong(surroundingsOf(page, canvas));
    const percent = attributeOf(canvas, 'data-max') === '100';
    const labels = textsOf(chart.labels);
    const one = { label: undefined, data: chart.data };
    const series = Array.isArray(chart.datasets) ? chart.datasets.slice(0, most.series).filter(isObject) : [one];
    for (const { label, data } of series) {
      for (const [i, point] of Array.isArray(data) ? data.slice(0, labels.length).entries() : []) {
        const text = textOf(point, percent);
        if (text === undefined) continue;
        const [row, column] =
          label === undefined ? [[labels[i] ?? ''], []] : [[String(label).slice(0, most.label)], [labels[i] ?? '']];
        yield { element: canvas, figure: figure(row, column, text) };
      }
    }
  }
}

function textOf(point: unknown, percent: boolean): string | undefined {
  if (point === null) return 'Not available';
  return typeof point === 'number' && Number.isFinite(point) ? `${point}${percent ? '%' : ''}` : undefined;
}

function chartIn(json: string): { [name: string]: unknown } | undefined {
  if (json.length > most.length) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
