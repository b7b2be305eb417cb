import { type Line, type Run, wordsOf } from './items.ts';

/** Words that stand by themselves in a line: the cell of a table, if it is one. */
export interface Cell {
  text: string;
  x: number;
  end: number;
  y: number;
  size: number;
  font: string | undefined;
  /** The items of the page that it came from. */
  items: number[];
}

/** Cells on one line, from left to right. */
export interface Row {
  y: number;
  size: number;
  cells: Cell[];
}

/** A gap as wide as this, in parts of the letters' height, parts two cells; words of one stand nearer. */
const apart = 0.6;
/** So far from the line, in parts of the letters' height, words still stand on it. */
const offLine = 0.35;

/** The level lines of a page as rows of cells, from the top. */
export function rowsIn(lines: readonly Line[]): Row[] {
  const cells = lines.filter(({ turn }) => Math.abs(turn) < 0.02).flatMap(cellsOf);
  const rows: Row[] = [];
  for (const cell of cells.sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - cell.y) < Math.max(row.size, cell.size) * offLine) {
      row.cells.push(cell);
      row.size = Math.max(row.size, cell.size);
    } else rows.push({ y: cell.y, size: cell.size, cells: [cell] });
  }
  for (const row of rows) row.cells.sort((a, b) => a.x - b.x);
  return rows;
}

function cellsOf(line: Line): Cell[] {
  const cells: Run[][] = [];
  for (const run of line.runs) {
    const before = cells.at(-1)?.at(-1);
    if (before && run.x - before.end < line.size * apart) cells.at(-1)?.push(run);
    else cells.push([run]);
  }
  return cells.flatMap((runs) => {
    const [first] = runs;
    const text = wordsOf({ ...line, runs });
    if (!first || text === '') return [];
    return {
      text,
      x: first.x,
      end: Math.max(...runs.map(({ end }) => end)),
      y: line.y,
      size: line.size,
      font: line.font,
      items: runs.map(({ item }) => item),
    };
  });
}
