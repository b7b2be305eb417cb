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
      dataSeen ||= hasData(grid, y);
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

const dataRows = new WeakMap<Grid, boolean[]>();

function hasData(grid: Grid, y: number): boolean {
  let known = dataRows.get(grid);
  if (!known) {
    known = [];
    for (const cell of grid.cells) if (!cell.header && !cell.empty) known[cell.y] = true;
    dataRows.set(grid, known);
  }
  return known[y] ?? false;
}

/** The row after each row group. */
function groupEnds(grid: Grid): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { group, y, height } of grid.cells)
    if (group !== undefined) ends.set(group, Math.max(ends.get(group) ?? 0, y + height));
  return ends;
}

/**
 * Column group headers (`scope=colgroup`) of a table that has column groups: those in the cell's own group that do not
 * span its column are its headers too, unless they have headers of their own beneath them, or another follows them in
 * the same row.
 */
export function groupHeadersByColumn(grid: Grid, most: number): GroupHeaders {
  const groupOf: (number | undefined)[] = [];
  for (const [i, { x, width }] of grid.columnGroups.entries()) for (let at = x; at < x + width; at++) groupOf[at] ??= i;
  const headers = new Map<number, Cell[]>();
  for (const cell of grid.cells) {
    const group = groupOf[cell.x];
    if (!cell.header || cell.scope !== 'colgroup' || group === undefined) continue;
    const below = grid.slots[cell.y + cell.height]?.[cell.x];
    if (typeof below === 'object' && below.header) continue;
    const list = headers.get(group) ?? [];
    if (list.length < most) list.push(cell);
    headers.set(group, list);
  }
  return (cell) => {
    const group = groupOf[cell.x];
    const all = (group === undefined ? undefined : headers.get(group)) ?? [];
    const before = all.filter((one) => one.x < cell.x + cell.width && one.y < cell.y + cell.height);
    return before.filter((one) => !before.some((other) => other !== one && other.y === one.y && other.x > one.x));
  };
}
