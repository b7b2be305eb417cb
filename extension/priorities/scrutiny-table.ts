/** More than this is no table of schools. */
const most = { rows: 300, columns: 80, text: 400_000 } as const;

/**
 * Cells of text that was copied from a spreadsheet: tabs between them, else commas, with quotes around what holds
 * either or a new line. Empty rows are left out. `undefined` for what is too large.
 */
export function readCells(text: string): string[][] | undefined {
  if (text.length > most.text) return undefined;
  const mark = text.includes('\t') ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const at = text[i] as string;
    if (quoted && at === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (at === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted) cell += at === '\r' ? '' : at;
    else if (at === mark) endCell();
    else if (at === '\n') endRow();
    else if (at !== '\r') cell += at;
  }
  endRow();
  return rows.length > most.rows || rows.some(({ length }) => length > most.columns) ? undefined : rows;
}

/** Rows as columns, for a table that lies on its side. */
export function turned(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
}
