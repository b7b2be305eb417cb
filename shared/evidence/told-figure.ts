import type { Figure } from '../priorities/figure.ts';
import type { OnPage, Source } from './evidence.ts';
import type { Passage } from './quote.ts';
import type { Table } from './table.ts';

/** What a page tells of the figure that is pointed at: plain data, bounded. */
export interface ToldFigure {
  how: 'at' | 'taken';
  url: string;
  title: string;
  /** What stands around it, from the nearest: caption, headings, the page's title. */
  around: string[];
  /** One, or the points of a chart. */
  figures: Pick<
    Figure,
    'row' | 'column' | 'text' | 'value' | 'unit' | 'missing' | 'period' | 'status' | 'cohort' | 'beside'
  >[];
  /** Its own words on the page, to be found there again. */
  passage?: Passage & OnPage;
  /** The whole table, or its selected rows, where that is what was taken. */
  table?: Table;
  /** What a file in our reader says of itself. From any other page it is not taken. */
  source?: Partial<Source>;
}

/** So much a page may tell. More rows than a log keeps, so that it is known that there are more. */
export const mostTold = {
  text: 300,
  headers: 16,
  around: 16,
  figures: 100,
  rows: 201,
  columns: 31,
  cell: 200,
} as const;

const isObject = (value: unknown): value is { [name: string]: unknown } => typeof value === 'object' && value !== null;
const isText = (value: unknown, most: number = mostTold.text): value is string =>
  typeof value === 'string' && value.length <= most;
const isTexts = (value: unknown, most: number, length?: number) =>
  Array.isArray(value) && value.length <= most && value.every((one) => isText(one, length));
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean) => value === undefined || is(value);
const isNullOr = (value: unknown, is: (value: unknown) => boolean) => value === null || is(value);

const isFigure = (value: unknown) =>
  isObject(value) &&
  isTexts(value.row, mostTold.headers) &&
  isTexts(value.column, mostTold.headers) &&
  isText(value.text) &&
  isNullOr(value.value, Number.isFinite) &&
  isNullOr(value.unit, (unit) => isText(unit, 20)) &&
  isNullOr(value.missing, (missing) => isText(missing, 20)) &&
  isAbsentOr(value.period, (period) => isText(period, 40)) &&
  isAbsentOr(value.status, (status) => ['provisional', 'revised', 'final'].includes(status as string)) &&
  isAbsentOr(value.cohort, (cohort) => isTexts(cohort, mostTold.headers)) &&
  isAbsentOr(value.beside, (beside) => isText(beside));

const isPassage = (value: unknown) =>
  isObject(value) &&
  isText(value.exact, 2_000) &&
  isText(value.prefix) &&
  isText(value.suffix) &&
  [value.start, value.end].every(Number.isSafeInteger) &&
  isAbsentOr(value.page, (page) => Number.isSafeInteger(page) && Number(page) > 0) &&
  isAbsentOr(value.label, (label) => isText(label, 20));

const isSource = (value: unknown) => isObject(value) && Object.values(value).every((one) => isText(one, 2_000));

const isTable = (value: unknown) =>
  isObject(value) &&
  isText(value.caption) &&
  isTexts(value.columns, mostTold.columns, mostTold.cell) &&
  Array.isArray(value.rows) &&
  value.rows.length <= mostTold.rows &&
  value.rows.every((row) => isTexts(row, mostTold.columns, mostTold.cell));

/** Whether what a page says has the shape that our script gives it. */
export const isToldFigure = (body: { [name: string]: unknown }): boolean =>
  (body.how === 'at' || body.how === 'taken') &&
  isText(body.url, 20_000) &&
  isText(body.title, 500) &&
  isTexts(body.around, mostTold.around) &&
  Array.isArray(body.figures) &&
  body.figures.length <= mostTold.figures &&
  body.figures.every(isFigure) &&
  isAbsentOr(body.passage, isPassage) &&
  isAbsentOr(body.table, isTable) &&
  isAbsentOr(body.source, isSource);
