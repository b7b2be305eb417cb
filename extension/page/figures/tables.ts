import { type Figure, figuresAmong } from '../../../shared/priorities/figure.ts';
import { findIn } from './dom.ts';
import { surroundingsOf } from './surroundings.ts';
import { type Cell, formTable, type Grid } from './table-grid.ts';
import { assignHeaders } from './table-headers.ts';
import { cornersOf } from './table-kinds.ts';
import { wordsOf } from './words.ts';

/** A data cell of a table and its figure. */
export interface CellFigure {
  element: Element;
  figure: Figure;
}

/** A page with more tables than this is no page for people. */
const most = { tables: 500 };

/** A table as figures are read from it: formed once, for as many cells as are asked for. */
export interface FigureTable {
  table: Element;
  /** Its data cells in the order of the page, an empty corner left out. */
  cells: () => Generator<CellFigure>;
  /** The figure of one data cell; `undefined` for what is none of this table's. */
  figureOf: (cell: Element) => Figure | undefined;
}

/** Reads a data table. */
export function readTable(page: Document, table: Element): FigureTable {
  const grid = formTable(table);
  const headersOf = assignHeaders(page, grid);
  const figure = figuresAmong(surroundingsOf(page, table));
  const corners = cornersOf(grid);
  const data = grid.cells.filter((cell) => !cell.header && !(cell.empty && corners.has(cell)));
  let byElement: Map<Element, Cell> | undefined;
  const known = new Map<Element, string>();
  const words = (element: Element) => {
    const said = known.get(element) ?? wordsOf(element);
    known.set(element, said);
    return said;
  };
  const read = (cell: Cell): Figure => {
    const headers = headersOf(cell);
    const [row, column] = [headers.row, headers.column].map((cells) =>
      cells.map((one) => words(one.element)).filter((text) => text !== ''),
    ) as [string[], string[]];
    const made = figure(row, column, wordsOf(cell.element));
    const beside = row.length === 0 ? firstWords(grid, cell) : undefined;
    return beside ? { ...made, beside } : made;
  };
  return {
    table,
    *cells() {
      for (const cell of data) yield { element: cell.element, figure: read(cell) };
    },
    figureOf(element) {
      byElement ??= new Map(data.map((cell) => [cell.element, cell]));
      const cell = byElement.get(element);
      return cell && read(cell);
    },
  };
}

/** What a row begins with: its first data cell that has words and is not the one asked about. */
function firstWords(grid: Grid, cell: Cell): string | undefined {
  for (const other of grid.slots[cell.y]?.slice(0, cell.x) ?? []) {
    if (typeof other !== 'object' || other === cell) continue;
    const [link] = findIn(other.element, 'a');
    const said = (link && wordsOf(link)) || wordsOf(other.element);
    if (/\p{L}{2}/u.test(said)) return said.slice(0, 300);
  }
  return undefined;
}

/** Every table of a page that holds data. Tables that only lay a page out say so (ARIA, `presentation`). */
export const tablesOf = (page: Document): FigureTable[] =>
  findIn(page, 'table:not([role="presentation"], [role="none"])')
    .slice(0, most.tables)
    .map((table) => readTable(page, table));
