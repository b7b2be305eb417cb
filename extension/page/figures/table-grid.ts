import { attributeOf, childrenOf, dataOf, firstChildOf, isElement, isText, nameOf, nextSiblingOf } from './dom.ts';

/** One cell of a table, anchored at the slot (x, y), by the HTML Standard's table model. */
export interface Cell {
  element: Element;
  x: number;
  y: number;
  width: number;
  height: number;
  /** A header cell (`th`), or a data cell. */
  header: boolean;
  scope: 'row' | 'col' | 'rowgroup' | 'colgroup' | 'auto';
  /** Nothing stands in it. */
  empty: boolean;
  /** Which row group it is in, from 0; `undefined` for rows that stand in the table itself. */
  group: number | undefined;
}

/** A run of columns that stand together (`colgroup`). */
export interface ColumnGroup {
  x: number;
  width: number;
}

/** Two cells that cover one slot, which is an error in the table: it has no cell then. */
export const overlapping = Symbol('overlapping');

export interface Grid {
  width: number;
  height: number;
  /** In the order of the document, but the cells of a `tfoot` last. */
  cells: Cell[];
  /** The cell that covers a slot: `slots[y][x]`. */
  slots: (Cell | typeof overlapping | undefined)[][];
  columnGroups: ColumnGroup[];
  /** The row groups that are a `thead`. */
  heads: Set<number>;
}

/** A table beyond this is read as far as it goes: no page may hold the browser up. */
const most = { slots: 1_000_000, cells: 200_000, width: 4_000, columnGroups: 1_000 };

/** By the rules for parsing non-negative integers; `fallback` where there is none. */
function wholeNumber(text: string | null, fallback: number): number {
  const found = /^[\t\n\f\r ]*\+?(\d{1,9})/.exec(text ?? '') ?? /^[\t\n\f\r ]*-(0{1,9})(?!\d)/.exec(text ?? '');
  return found ? Number(found[1]) : fallback;
}

function isEmpty(cell: Element): boolean {
  for (let node = firstChildOf(cell); node; node = nextSiblingOf(node)) {
    if (isElement(node) || (isText(node) && /[^\t\n\f\r ]/.test(dataOf(node)))) return false;
  }
  return true;
}

const scopes = new Set(['row', 'col', 'rowgroup', 'colgroup']);

/**
 * Forms a table (https://html.spec.whatwg.org/multipage/tables.html#forming-a-table). A rowspan ends with its row
 * group: beyond it there is no row that it could be the header of.
 */
export function formTable(table: Element): Grid {
  const forming = new Forming();
  const feet: Element[] = [];
  let loose: Element[] = [];
  const endLoose = () => {
    if (loose.length > 0) forming.addRows(loose, undefined);
    loose = [];
  };
  for (const child of childrenOf(table)) {
    const name = nameOf(child);
    if (name === 'COLGROUP' && forming.grid.height === 0 && loose.length === 0) forming.addColumns(child);
    else if (name === 'TR') loose.push(child);
    else if (name === 'TFOOT') {
      endLoose();
      feet.push(child);
    } else if (name === 'THEAD' || name === 'TBODY') {
      endLoose();
      forming.addGroup(child);
    }
  }
  endLoose();
  for (const foot of feet) forming.addGroup(foot);
  return forming.grid;
}

class Forming {
  readonly grid: Grid = { width: 0, height: 0, cells: [], slots: [], columnGroups: [], heads: new Set() };
  private groups = 0;
  private covered = 0;

  addColumns(group: Element): void {
    if (this.grid.columnGroups.length >= most.columnGroups) return;
    const spans = [...childrenOf(group)].slice(0, most.width).filter((child) => nameOf(child) === 'COL');
    const spanOf = (one: Element) => Math.min(1000, wholeNumber(attributeOf(one, 'span'), 1) || 1);
    const width = (spans.length > 0 ? spans : [group]).reduce((sum, one) => sum + spanOf(one), 0);
    const x = this.grid.width;
    this.grid.width = Math.min(most.width, x + width);
    this.grid.columnGroups.push({ x, width: this.grid.width - x });
  }

  addGroup(group: Element): void {
    const rows = [...childrenOf(group)].filter((child) => nameOf(child) === 'TR');
    if (nameOf(group) === 'THEAD') this.grid.heads.add(this.groups);
    this.addRows(rows, this.groups);
    this.groups++;
  }

  addRows(rows: Element[], group: number | undefined): void {
    const first = this.grid.height;
    const end = first + rows.length;
    for (const [i, row] of rows.entries()) {
      if (this.covered > most.slots || this.grid.cells.length > most.cells) return;
      this.addRow(row, first + i, end, group);
    }
  }

  private addRow(row: Element, y: number, end: number, group: number | undefined): void {
    const { grid } = this;
    grid.height = Math.max(grid.height, y + 1);
    const here = this.row(y);
    let x = 0;
    for (const element of childrenOf(row)) {
      const name = nameOf(element);
      if (name !== 'TD' && name !== 'TH') continue;
      while (here[x] !== undefined) x++;
      if (x >= most.width || this.covered > most.slots) return;
      const width = Math.min(1000, most.width - x, wholeNumber(attributeOf(element, 'colspan'), 1) || 1);
      const rowspan = wholeNumber(attributeOf(element, 'rowspan'), 1);
      // None is all that are left in the group.
      const height = Math.min(65_534, rowspan === 0 ? end - y : rowspan, end - y);
      const scope = (attributeOf(element, 'scope') ?? '').toLowerCase();
      const cell: Cell = {
        element,
        x,
        y,
        width,
        height,
        header: name === 'TH',
        scope: scopes.has(scope) ? (scope as Cell['scope']) : 'auto',
        empty: isEmpty(element),
        group,
      };
      grid.cells.push(cell);
      this.cover(cell);
      x += width;
    }
  }

  private cover(cell: Cell): void {
    this.grid.width = Math.max(this.grid.width, cell.x + cell.width);
    for (let y = cell.y; y < cell.y + cell.height; y++) {
      const row = this.row(y);
      for (let x = cell.x; x < cell.x + cell.width; x++) row[x] = row[x] === undefined ? cell : overlapping;
      this.covered += cell.width;
      if (this.covered > most.slots) return;
    }
  }

  private row(y: number): Grid['slots'][number] {
    const row = this.grid.slots[y] ?? [];
    this.grid.slots[y] = row;
    return row;
  }
}
