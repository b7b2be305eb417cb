import type { Table } from './table.ts';

/** A table in one line: one figure with what its headers say of it, else what the table is called. */
export function tableWords({ caption, columns, rows }: Table): string {
  const [row = [], ...more] = rows;
  if (more.length > 0 || columns.length !== 2) return caption || 'A table';
  const head = [row[0], columns[1]].filter(Boolean).join(' · ');
  return [head, row[1]].filter(Boolean).join(': ') || 'A figure';
}

/** Everything that stands in a table, a line for each row. */
export const tableText = ({ caption, columns, rows }: Table): string =>
  [caption, ...[columns, ...rows].map((cells) => cells.join('\t'))].filter(Boolean).join('\n');
