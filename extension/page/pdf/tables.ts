import { parsePeriod } from '../../../shared/priorities/period.ts';
import { type Cell, type Row, rowsIn } from './cells.ts';
import { type Line, linesOf, type PdfPage } from './items.ts';
import { runningOf } from './running.ts';
import { type Heads, headsOf } from './table-heads.ts';
import { type Body, beginsSmall, bodiesIn, columnsOf, isFigure, leading } from './table-rows.ts';

/** A cell of a table with the items of the page that its words came from. */
export interface TableCell {
  text: string;
  items: readonly number[];
}

/** A table of figures as a page of a file draws it. */
export interface PdfTable {
  /** From 0. */
  page: number;
  /** What stands over it, from the nearest. */
  over: string[];
  /** By column of figures, from the outermost head to the nearest. */
  columns: string[][];
  rows: { heads: string[]; cells: (TableCell | undefined)[] }[];
}

/** A name of a row, and words in place of a figure, are no longer than these. */
const longest = { name: 160, words: 60 };
/** Groups of lines are so much further from one another than their lines are. */
const apart = 1.25;
/** A page with more than this on it is none for people. */
const mostLines = 20_000;
/** More tables than this on a page are a picture of something else. */
const mostOnPage = 20;
/** Larger than the table's letters by this, a line over it is a heading. */
const larger = 1.12;

/**
 * Finds the tables of figures of a file. A PDF says nothing of tables: only what stands in rows and columns beyond doubt
 * is one, each column under a head and each row behind a name. All else is left alone.
 */
export function tablesOf(pages: readonly PdfPage[]): PdfTable[] {
  const lines = pages.map((page, number) => linesOf(page, number));
  const running = runningOf(pages, lines);
  return lines.flatMap((ofPage, page) =>
    tablesIn(
      ofPage.filter((line) => !running.lines.has(line)),
      page,
    ),
  );
}

function tablesIn(lines: readonly Line[], page: number): PdfTable[] {
  if (lines.length > mostLines) return [];
  const rows = rowsIn(lines);
  return bodiesIn(rows)
    .slice(0, mostOnPage)
    .flatMap((body) => tableOf(rows, body, page) ?? []);
}

function tableOf(rows: readonly Row[], body: Body, page: number): PdfTable | undefined {
  const { columns } = body;
  if (body.unsure) return undefined;
  // One row alone has to be long to be more than a line with gaps.
  if (columns.length < (body.rows.length === 1 ? 3 : 2)) return undefined;
  const cells = columns.map((_, column) => inBands(body, column));
  if (cells.some((ofColumn) => ofColumn === undefined)) return undefined;
  const grid = cells as (Cell[] | undefined)[][];
  const heads = headsOf(rows, body);
  if (!heads) return undefined;
  const textAt = (column: number, row: number) => grid[column]?.[row]?.map(({ text }) => text).join(' ') ?? '';
  const names = 1 + namesBeside(grid, textAt);
  if (names >= columns.length) return undefined;
  const read = body.rows.map((_, row) => ({
    heads: Array.from({ length: names }, (_, column) => textAt(column, row)).filter((text) => text !== ''),
    cells: columns.slice(names).map((_, i) => {
      const words = grid[names + i]?.[row];
      return words && { text: textAt(names + i, row), items: words.flatMap(({ items }) => items) };
    }),
  }));
  const whole = body.rows.every((_, row) => textAt(0, row) !== '' && textAt(0, row).length <= longest.name);
  const short = read.every((row) => row.cells.every((cell) => !cell || cell.text.length <= longest.words));
  const filled = columns.slice(names).every((_, i) => {
    const column = read.flatMap((row) => row.cells[i] ?? []);
    return column.length * 2 >= read.length;
  });
  const figures = read.some((row) => row.cells.some((cell) => cell && isFigure(cell.text)));
  if (!whole || !short || !filled || !figures) return undefined;
  return { page, over: overOf(rows, body, heads.caption), columns: heads.columns.slice(names), rows: read };
}

/** Columns besides the first that say what a row is of: years and terms. */
function namesBeside(grid: readonly unknown[], textAt: (column: number, row: number) => string): number {
  let names = 0;
  for (let column = 1; column < grid.length; column++) {
    const texts = (grid[column] as unknown[]).map((_, row) => textAt(column, row));
    if (!texts.every((text) => parsePeriod(text))) break;
    names++;
  }
  return names;
}

/**
 * The words of a column by the rows of figures: lines under one another are one cell, and each cell is beside one row.
 * `undefined` where that cannot be said.
 */
function inBands({ columns, rows, lines }: Body, column: number): (Cell[] | undefined)[] | undefined {
  const blocks: Cell[][] = [];
  for (const { cells } of lines) {
    const cell = cells.find((one) => columnsOf(one, columns)[0] === column);
    const before = blocks.at(-1)?.at(-1);
    if (!cell) continue;
    if (before && before.y - cell.y < cell.size * leading) blocks.at(-1)?.push(cell);
    else blocks.push([cell]);
  }
  const steps = blocks.map((block) => block.slice(1).map((cell, i) => (block[i]?.y ?? 0) - cell.y));
  const within = Math.max(0, ...steps.flat());
  const between = Math.min(...blocks.slice(1).map((block, i) => (blocks[i]?.at(-1)?.y ?? 0) - (block[0]?.y ?? 0)));
  // Where lines stand in groups, each is one cell. Where they do not, one that begins small may go on from above.
  const grouped = blocks.length > 1 && between > within * apart;
  const bands: (Cell[] | undefined)[] = rows.map(() => undefined);
  for (const block of blocks) {
    const [top, bottom] = [block[0]?.y ?? 0, block.at(-1)?.y ?? 0];
    const near = (block[0]?.size ?? 0) / 2;
    const beside = rows.flatMap(({ y }, i) => (y <= top + near && y >= bottom - near ? [i] : []));
    if (beside.length === 1) {
      const [row = 0] = beside;
      if (bands[row] || !(grouped || block.slice(1).every(({ text }) => beginsSmall(text)))) return undefined;
      bands[row] = block;
      continue;
    }
    // Lines so near that they might be one cell: each has to be a row's own.
    for (const [i, cell] of block.entries()) {
      if (i > 0 && beginsSmall(cell.text)) return undefined;
      const own = beside.find((at) => Math.abs((rows[at]?.y ?? 0) - cell.y) < near && !bands[at]);
      if (own === undefined) return undefined;
      bands[own] = [cell];
    }
  }
  return bands;
}

/** What stands over a table, from the nearest: its caption, then each heading before it on its page that is larger. */
function overOf(rows: readonly Row[], { first, lines }: Body, caption: Heads['caption']): string[] {
  const over = caption ? [caption.text] : [];
  let size = Math.max((lines[0]?.size ?? 0) * larger, caption?.size ?? 0);
  for (const { cells, size: own } of rows.slice(0, first).reverse()) {
    const [cell] = cells;
    if (cells.length !== 1 || !cell || own < size + 0.5 || cell.text.length > longest.name) continue;
    over.push(cell.text);
    size = own;
  }
  return over.slice(0, 6);
}
