import { attributeOf, byId } from './dom.ts';
import { type Cell, type Grid, overlapping } from './table-grid.ts';
import { groupHeadersByColumn, groupHeadersByRow } from './table-groups.ts';
import { type Kinds, kindsOf } from './table-kinds.ts';

/** The header cells of a data cell, from the outermost to the nearest. */
export interface Headers {
  row: Cell[];
  column: Cell[];
}

/** No figure has more headers than these on a side: what has is no table for people. */
const most = 64;

/**
 * Assigns header cells to data cells (https://html.spec.whatwg.org/multipage/tables.html#header-and-data-cell-semantics).
 * What the Standard finds by walking from each cell is found here by going over the table once. Where pages of schools'
 * figures part from the Standard, what they mean is read:
 * - a corner is no data cell, and a header that the Standard gives no direction is a row's (table-kinds.ts);
 * - a group header that spans rows or columns is the header of those, and no more (table-groups.ts).
 */
export function assignHeaders(page: Document, grid: Grid): (cell: Cell) => Headers {
  const kinds = kindsOf(grid);
  const columns = scan(grid, kinds, 'column');
  const rows = scan(grid, kinds, 'row');
  const rowGroups = groupHeadersByRow(grid, most);
  const columnGroups = groupHeadersByColumn(grid, most);
  const cellOf = new Map(grid.cells.map((cell) => [cell.element, cell]));

  return (cell) => {
    const named = attributeOf(cell.element, 'headers');
    if (named !== null) return namedHeaders(page, cell, named, cellOf, kinds);
    const row = new Set<Cell>();
    const column = new Set<Cell>();
    for (let y = cell.y; y < cell.y + cell.height && row.size < most; y++) addAll(row, rows(cell.x, y));
    for (let x = cell.x; x < cell.x + cell.width && column.size < most; x++) addAll(column, columns(x, cell.y));
    addAll(row, rowGroups(cell));
    addAll(column, columnGroups(cell));
    return {
      row: [...row].filter((one) => !one.empty && one !== cell).sort((a, b) => a.x - b.x || a.y - b.y),
      column: [...column].filter((one) => !one.empty && one !== cell).sort((a, b) => a.y - b.y || a.x - b.x),
    };
  };
}

const addAll = (to: Set<Cell>, cells: readonly Cell[]) => {
  for (const cell of cells) if (to.size < most) to.add(cell);
};

/** The headers that the cell's own `headers` names, in its order. */
function namedHeaders(page: Document, cell: Cell, named: string, cellOf: Map<Element, Cell>, kinds: Kinds): Headers {
  const found: Headers = { row: [], column: [] };
  const ids = new Set(named.split(/[\t\n\f\r ]+/).filter((id) => id !== ''));
  for (const id of [...ids].slice(0, most)) {
    const element = byId(page, id);
    const header = element ? cellOf.get(element) : undefined;
    if (!header || header === cell || header.empty) continue;
    const said = kinds.of(header);
    const besides = header.y < cell.y + cell.height && cell.y < header.y + header.height;
    const above = header.x < cell.x + cell.width && cell.x < header.x + header.width;
    const side = besides !== above ? (besides ? 'row' : 'column') : (said ?? 'column');
    found[side].push(header);
  }
  return found;
}

/** What the Standard's scan from a data cell at the slot (x, y) finds, up its column or back along its row. */
type Scan = (x: number, y: number) => readonly Cell[];

/**
 * Goes along every line of the table once. Of all cells that stand between two runs of headers the scan finds the same:
 * those of the run before, and what was found before it, less what a header of the same place and size in it shadows.
 */
function scan(grid: Grid, kinds: Kinds, along: 'row' | 'column'): Scan {
  const [lines, length] = along === 'row' ? [grid.height, grid.width] : [grid.width, grid.height];
  const slot = (line: number, at: number) => (along === 'row' ? grid.slots[line]?.[at] : grid.slots[at]?.[line]);
  const placeOf = ({ x, y, width, height }: Cell) => (along === 'row' ? `${y} ${height}` : `${x} ${width}`);
  const found: Map<number, readonly Cell[]>[] = [];

  for (let line = 0; line < lines; line++) {
    const ends = new Map<number, readonly Cell[]>();
    let known: readonly Cell[] = [];
    let block: Cell[] = [];
    /** What a data cell here would find. */
    const seen = () => {
      if (block.length === 0) return known;
      const shadowed = new Set(block.map(placeOf));
      const headers = block.filter((one) => kinds.of(one) === along);
      return [...headers.reverse(), ...known.filter((one) => !shadowed.has(placeOf(one)))].slice(0, most);
    };
    for (let at = 0; at < length; at++) {
      const cell = slot(line, at);
      if (cell === undefined) continue;
      if (cell !== overlapping && cell.header) {
        if (block.at(-1) !== cell) block.push(cell);
        if (block.length > most * 4) block.shift();
        continue;
      }
      const headers = seen();
      if (headers.length > 0) ends.set(at, headers);
      // Where cells overlap there is none, which ends no run of headers.
      if (cell !== overlapping) [known, block] = [headers, []];
    }
    found[line] = ends;
  }
  return (x, y) => (along === 'row' ? found[y]?.get(x) : found[x]?.get(y)) ?? [];
}
