import { readFigure } from '../../../shared/priorities/figure-value.ts';
import type { Cell, Row } from './cells.ts';

/** A column, from its leftmost to its rightmost point. */
export interface Column {
  x: number;
  end: number;
}

/** Rows that stand in the same columns, one figure or more in each. */
export interface Body {
  columns: Column[];
  /** The rows with figures. */
  rows: Row[];
  /** All that stands between the first and the last of them, and what goes on below the last; from the top. */
  lines: Row[];
  /** Where the first of them is among the page's rows. */
  first: number;
  /** A row of figures stands next to it that is in other columns: where one table ends is not plain. */
  unsure: boolean;
}

/** More columns than this no page has for people. */
const mostColumns = 40;
/** A row that is further from the last than this, in parts of the letters' height, is of another table. */
const furthest = 7;
/** Nearer than this two rows of figures are of one table. */
const nextTable = 4;
/** The lines of one cell are no further from one another, in parts of the letters' height. */
export const leading = 1.4;

/** Whether words begin as they do in the middle of a sentence. */
export const beginsSmall = (text: string): boolean => /^[\p{Ll}(%£&/]/u.test(text);

/** Whether words are a figure, or stand in place of one. */
export const isFigure = (text: string): boolean => {
  const { value, missing, interval } = readFigure(text);
  return value !== null || (missing !== null && missing !== 'empty') || interval !== undefined;
};

/** A row of figures: something that they are of, and figures behind it; or figures alone, beside a name of two lines. */
function isOfFigures({ cells }: Row): boolean {
  if (cells.length < 2 || cells.length > mostColumns || cells.some(({ text }) => text.length > 160)) return false;
  const figures = cells.filter(({ text }) => isFigure(text)).length;
  return cells.slice(1).some(({ text }) => isFigure(text)) || figures > 1;
}

/** Which columns a cell stands in, at least in part. */
export const columnsOf = ({ x, end }: Column, columns: readonly Column[]): number[] =>
  columns.flatMap((column, i) => (x < column.end && end > column.x ? [i] : []));

/** Finds rows of figures under one another in the same columns. */
export function bodiesIn(rows: readonly Row[]): Body[] {
  const bodies: Body[] = [];
  let body: Body | undefined;
  let waiting: Row[] = [];
  const end = () => {
    if (body) bodies.push(withRest(rows, body, waiting));
    body = undefined;
    waiting = [];
  };
  for (const [i, row] of rows.entries()) {
    const last = body?.rows.at(-1);
    if (body && last && last.y - row.y > row.size * furthest) end();
    const columns = body && joined(body.columns, row.cells, isOfFigures(row));
    if (isOfFigures(row)) {
      if (body && columns) {
        body.columns = columns;
        body.rows.push(row);
        body.lines.push(...waiting, row);
      } else {
        // Another row of figures so near is of the same table, and one of them was not read as it is.
        const unsure = last !== undefined && last.y - row.y < row.size * nextTable;
        if (body && unsure) body.unsure = true;
        end();
        body = {
          columns: row.cells.map(({ x, end: to }) => ({ x, end: to })),
          rows: [row],
          lines: [row],
          first: i,
          unsure,
        };
      }
      waiting = [];
    } else if (body && columns) {
      body.columns = columns;
      waiting.push(row);
    } else end();
  }
  end();
  return bodies;
}

/** What goes on above the first and below the last row of figures: other lines of a name, as near and as large. */
function withRest(rows: readonly Row[], body: Body, waiting: readonly Row[]): Body {
  const lines = [...body.lines];
  const isNear = (upper: Row | undefined, lower: Row | undefined) =>
    upper !== undefined &&
    lower !== undefined &&
    upper.y - lower.y < lower.size * leading &&
    Math.abs(upper.size - lower.size) < lower.size * 0.08;
  for (const row of waiting) {
    if (!isNear(lines.at(-1), row)) break;
    lines.push(row);
  }
  let { first } = body;
  const isName = ({ cells: [cell, another] }: Row) => cell && !another && columnsOf(cell, body.columns).join() === '0';
  for (let above = rows[first - 1]; above && isName(above) && isNear(above, lines[0]); above = rows[first - 1]) {
    lines.unshift(above);
    first--;
  }
  return { ...body, lines, first };
}

/**
 * The columns with a row more in them; `undefined` where it does not stand in them. Other than a row of figures, one
 * makes no column but the first, of names.
 */
function joined(columns: readonly Column[], cells: readonly Cell[], figures: boolean): Column[] | undefined {
  const wider = columns.map((column) => ({ ...column }));
  const taken = new Set<number>();
  for (const cell of cells) {
    const [at, another] = columnsOf(cell, columns);
    if (another !== undefined) return undefined;
    if (at === undefined) {
      if (!figures && cell.end > (columns[0]?.x ?? 0)) return undefined;
      wider.push({ x: cell.x, end: cell.end });
      continue;
    }
    if (taken.has(at)) return undefined;
    taken.add(at);
    const column = wider[at];
    if (column) Object.assign(column, { x: Math.min(column.x, cell.x), end: Math.max(column.end, cell.end) });
  }
  wider.sort((a, b) => a.x - b.x);
  // Columns that run into one another are none.
  return wider.every((column, i) => i === 0 || (wider[i - 1]?.end ?? 0) <= column.x) ? wider : undefined;
}
