/**
 * The HTML Standard's two algorithms, step by step and slowly, to hold the fast ones against: forming a table, and
 * assigning header cells (https://html.spec.whatwg.org/multipage/tables.html). Rows stand in one row group.
 */
export interface Written {
  header: boolean;
  scope: 'row' | 'col' | '';
  colspan: number;
  rowspan: number;
  text: string;
}

interface Placed extends Written {
  x: number;
  y: number;
}

/** The texts of each data cell's headers, sorted, in the order of the cells. */
export function headersByTheStandard(rows: Written[][]): { text: string; headers: string[] }[] {
  const slots = new Map<string, Placed[]>();
  const cells: Placed[] = [];
  const [height] = [rows.length];
  let width = 0;
  const at = (x: number, y: number) => slots.get(`${x},${y}`) ?? [];
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const written of row) {
      while (at(x, y).length > 0) x++;
      const cell = { ...written, x, y, rowspan: Math.min(written.rowspan || height, height - y) };
      cells.push(cell);
      width = Math.max(width, x + cell.colspan);
      for (let j = y; j < y + cell.rowspan; j++)
        for (let i = x; i < x + cell.colspan; i++) slots.set(`${i},${j}`, [...at(i, j), cell]);
      x += cell.colspan;
    }
  }
  const noData = (columns: boolean, from: number, size: number) => {
    for (let line = from; line < from + size; line++)
      for (let other = 0; other < (columns ? height : width); other++)
        if ((columns ? at(line, other) : at(other, line)).some((cell) => !cell.header)) return false;
    return true;
  };
  const isColumn = (cell: Placed) => cell.scope === 'col' || (cell.scope === '' && noData(false, cell.y, cell.rowspan));
  const isRow = (cell: Placed) =>
    cell.scope === 'row' || (cell.scope === '' && !isColumn(cell) && noData(true, cell.x, cell.colspan));

  /** The internal algorithm for scanning and assigning header cells, for a data cell. */
  const scan = (list: Set<Placed>, fromX: number, fromY: number, dx: number, dy: number) => {
    let [x, y] = [fromX, fromY];
    const opaque: Placed[] = [];
    let inBlock = false;
    let block: Placed[] = [];
    for (;;) {
      x += dx;
      y += dy;
      if (x < 0 || y < 0) return;
      const [current, another] = at(x, y);
      if (!current || another) continue;
      if (current.header) {
        inBlock = true;
        block.push(current);
        const blocked =
          dx === 0
            ? opaque.some((one) => one.x === current.x && one.colspan === current.colspan) || !isColumn(current)
            : opaque.some((one) => one.y === current.y && one.rowspan === current.rowspan) || !isRow(current);
        if (!blocked) list.add(current);
      } else if (inBlock) {
        inBlock = false;
        opaque.push(...block);
        block = [];
      }
    }
  };
  return cells
    .filter((cell) => !cell.header)
    .map((cell) => {
      const list = new Set<Placed>();
      for (let y = cell.y; y < cell.y + cell.rowspan; y++) scan(list, cell.x, y, -1, 0);
      for (let x = cell.x; x < cell.x + cell.colspan; x++) scan(list, x, cell.y, 0, -1);
      const headers = [...list].filter((one) => one.text !== '').map((one) => one.text);
      return { text: cell.text, headers: headers.sort() };
    });
}
