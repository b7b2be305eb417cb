import * as z from 'zod/mini';

/** A table that was clipped, or rows of one, or one figure with its headers: as it was read, in text. */
export interface Table {
  caption: string;
  /** What heads each column; the headers of several levels are one text. */
  columns: string[];
  /** Each as long as `columns`; what heads the row comes first. */
  rows: string[][];
}

/** So much of a table is evidence; more is a page. */
export const mostOf = { columns: 30, rows: 200, cell: 200, caption: 300 } as const;

const Cell = z.string().check(z.maxLength(mostOf.cell));

export const TableBody = z
  .strictObject({
    caption: z.string().check(z.maxLength(mostOf.caption)),
    columns: z.array(Cell).check(z.minLength(1), z.maxLength(mostOf.columns)),
    rows: z.array(z.array(Cell).check(z.maxLength(mostOf.columns))).check(z.minLength(1), z.maxLength(mostOf.rows)),
  })
  .check(z.refine(({ columns, rows }) => rows.every(({ length }) => length === columns.length), { path: ['rows'] }));
