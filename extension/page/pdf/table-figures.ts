import type { Table } from '../../../shared/evidence/table.ts';
import { mostTold, type ToldFigure } from '../../../shared/evidence/told-figure.ts';
import { figuresAmong } from '../../../shared/priorities/figure.ts';
import { type PdfPassage, passageAt } from './places.ts';
import type { Reading } from './reading.ts';
import type { PdfTable, TableCell } from './tables.ts';

/** A figure of a table with the words of its own place in the file. */
export interface TableFigure {
  figure: ToldFigure['figures'][number];
  passage: PdfPassage | undefined;
}

const cut = (text: string, most: number = mostTold.text) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…`.toWellFormed() : text.toWellFormed();

/** The figure of one cell of a table, with its heads, and what is said around it. `undefined` where nothing stands. */
export function figureAt(
  reading: Reading,
  table: PdfTable,
  around: readonly string[],
  row: number,
  column: number,
): TableFigure | undefined {
  const { heads = [], cells = [] } = table.rows[row] ?? {};
  const cell = cells[column];
  if (!cell) return undefined;
  const make = figuresAmong(around);
  const { text, value, unit, missing, period, status, cohort } = make(heads, table.columns[column] ?? [], cell.text);
  const figure = {
    row: heads.slice(0, mostTold.headers).map((one) => cut(one)),
    column: (table.columns[column] ?? []).slice(0, mostTold.headers).map((one) => cut(one)),
    text: cut(text),
    value,
    unit,
    missing,
    ...(period && { period }),
    ...(status && { status }),
    ...(cohort && { cohort: cohort.slice(0, mostTold.headers).map((one) => cut(one)) }),
  };
  return { figure, passage: passageOf(reading, table.page, cell) };
}

/** The words of a cell as they stand in the text as it is read. */
function passageOf(reading: Reading, page: number, { items }: TableCell): PdfPassage | undefined {
  const wanted = new Set(items);
  const own = reading.pieces.filter((piece) => piece.page === page && wanted.has(piece.item));
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return undefined;
  const end = last.at + last.length;
  // Words of other cells between them would be taken for its own.
  const length = own.reduce((sum, piece) => sum + piece.length, 0);
  return end - first.at <= length * 1.5 + items.length + 2 ? passageAt(reading, first.at, end) : undefined;
}

/** A table as the log keeps one: what its rows are of first, then a column for each head. */
export const plainTable = ({ columns, rows, over }: PdfTable): Table => ({
  caption: cut(over[0] ?? ''),
  columns: ['', ...columns.slice(0, mostTold.columns - 1).map((heads) => cut(heads.join(' · '), mostTold.cell))],
  rows: rows
    .slice(0, mostTold.rows)
    .map(({ heads, cells }) => [
      cut(heads.join(' · '), mostTold.cell),
      ...cells.slice(0, mostTold.columns - 1).map((cell) => cut(cell?.text ?? '', mostTold.cell)),
    ]),
});
