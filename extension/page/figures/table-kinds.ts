import type { Cell, Grid } from './table-grid.ts';

/** Which way a header cell looks: along its row or down its column. */
export interface Kinds {
  of: (header: Cell) => 'row' | 'column';
}

/**
 * Tells column headers from row headers. A header without `scope` is a column's where no data cell stands in its rows,
 * else a row's (the Standard: where none stands in its columns; else neither). Two things are read more kindly, since
 * most tables that people write are so: a data cell in the corner before a row of headers counts as none, and what the
 * Standard leaves without a direction is its row's header.
 */
export function kindsOf(grid: Grid): Kinds {
  const corners = cornersOf(grid);
  const dataIn = new Array<boolean>(grid.height).fill(false);
  for (const cell of grid.cells) {
    if (cell.header || corners.has(cell)) continue;
    for (let y = cell.y; y < cell.y + cell.height; y++) dataIn[y] = true;
  }
  const known = new Map<Cell, 'row' | 'column'>();
  return {
    of(header) {
      const said = known.get(header);
      if (said) return said;
      const kind = kindOf(header, dataIn);
      known.set(header, kind);
      return kind;
    },
  };
}

function kindOf({ scope, y, height }: Cell, dataIn: readonly boolean[]): 'row' | 'column' {
  // A group header heads what it spans, and is met on the way there.
  if (scope === 'col' || scope === 'colgroup') return 'column';
  if (scope === 'row' || scope === 'rowgroup') return 'row';
  for (let at = y; at < y + height; at++) if (dataIn[at]) return 'row';
  return 'column';
}

/** Data cells that stand before a row of nothing but headers, at the top of the table. */
export function cornersOf(grid: Grid): Set<Cell> {
  const corners = new Set<Cell>();
  let row: Cell[] = [];
  const end = () => {
    const first = row.findIndex((cell) => cell.header);
    const top = row[0] && (row[0].y === 0 || (row[0].group !== undefined && grid.heads.has(row[0].group)));
    if (top && first > 0 && row.slice(first).every((cell) => cell.header))
      for (const cell of row.slice(0, first)) corners.add(cell);
    row = [];
  };
  for (const cell of grid.cells) {
    if (row[0] && row[0].y !== cell.y) end();
    row.push(cell);
  }
  end();
  return corners;
}
