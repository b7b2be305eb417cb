import type { Cell, Grid } from './table-grid.ts';

/** The group headers of a data cell that do not stand in its own row or column. */
type GroupHeaders = (cell: Cell) => readonly Cell[];

const blank = (cell: Grid['slots'][number][number]) => typeof cell !== 'object' || (cell.empty && !cell.header);

/**
 * Row group headers (`scope=rowgroup`). By the Standard each is a header of all that follows in its row group. Tables of
 * statistics put many into one body, each beside the headers of its own rows: such a one heads the rows that it spans
 * (the scan finds it there) and those below in which its place is left empty. One that stands alone in its row heads
 * what follows, until another takes its place.
 */
export function groupHeadersByRow(grid: Grid, most: number): GroupHeaders {
  const inRow: Cell[][] = [];
  const ends = groupEnds(grid);
  const dataRows = dataRowsOf(grid);
  for (const cell of grid.cells) {
    if (!cell.header || cell.scope !== 'rowgroup' || cell.group === undefined) continue;
    const end = Math.min(grid.height, ends.get(cell.group) ?? 0);
    const beside = cell.height > 1 || besideHeader(grid, cell);
    let dataSeen = false;
    for (let y = cell.y; y < end; y++) {
      const own = y < cell.y + cell.height;
      if (!own && beside && !blank(grid.slots[y]?.[cell.x])) break;
      if (!own && !beside && dataSeen && takesPlace(cell, grid.slots[y]?.[cell.x])) break;
      inRow[y] ??= [];
      const list = inRow[y] as Cell[];
      if (list.length >= most) break;
      list.push(cell);
      dataSeen ||= dataRows.has(y);
    }
  }
  return (cell) =>
    cell.group === undefined
      ? []
      : (inRow[cell.y + cell.height - 1] ?? []).filter(
          (one) => one.group === cell.group && one.x <= cell.x + cell.width - 1,
        );
}

const takesPlace = (cell: Cell, other: Grid['slots'][number][number]) =>
  typeof other === 'object' &&
  other !== cell &&
  other.header &&
  other.scope === 'rowgroup' &&
  other.x === cell.x &&
  other.width === cell.width;

/** Whether a further header stands after a group header in the rows that it spans. */
function besideHeader(grid: Grid, { x, y, width, height }: Cell): boolean {
  for (let at = y; at < y + height; at++) {
    const next = grid.slots[at]?.[x + width];
    if (typeof next === 'object' && next.header) return true;
  }
  return false;
}

/** The rows in which data stand. */
function dataRowsOf(grid: Grid): Set<number> {
  return new Set(grid.cells.filter((cell) => !cell.header && !cell.empty).map(({ y }) => y));
}

/** The row after each row group. */
function groupEnds(grid: Grid): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { group, y, height } of grid.cells)
    if (group !== undefined) ends.set(group, Math.max(ends.get(group) ?? 0, y + height));
  return ends;
}

/**
 * Column group headers (`scope=colgroup`) of a table that has column groups: one that spans a single column is, by the
 * Standard, a header of all that follow in its group; here, until another cell with something in it stands beside it.
 * One that spans several heads those, and the scan finds it there.
 */
export function groupHeadersByColumn(grid: Grid, most: number): GroupHeaders {
  const groupOf: (number | undefined)[] = [];
  for (const [i, { x, width }] of grid.columnGroups.entries()) for (let at = x; at < x + width; at++) groupOf[at] ??= i;
  const inColumn: Cell[][] = [];
  for (const cell of grid.cells) {
    const group = groupOf[cell.x];
    if (!cell.header || cell.scope !== 'colgroup' || cell.width > 1 || group === undefined) continue;
    for (let x = cell.x + 1; groupOf[x] === group; x++) {
      const other = grid.slots[cell.y]?.[x];
      if (typeof other === 'object' && !other.empty) break;
      inColumn[x] ??= [];
      const list = inColumn[x] as Cell[];
      if (list.length >= most) break;
      list.push(cell);
    }
  }
  return (cell) => (inColumn[cell.x] ?? []).filter((one) => one.y < cell.y + cell.height);
}
