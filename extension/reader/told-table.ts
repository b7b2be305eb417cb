import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { figureAt, plainTable } from '../page/pdf/table-figures.ts';
import type { PdfTable } from '../page/pdf/tables.ts';
import type { Known } from './known.ts';

/** A line that says when figures were fetched says nothing of when they are of. */
const fetched = /\bdata is from\b/i;

/** What is told of a figure, or of its table: as a page tells it, and what the file says of itself. */
const here = ({ title, said, fingerprint, inspection }: Known, url: string, { over }: PdfTable) => ({
  how: 'taken' as const,
  url,
  title: title.slice(0, 500).toWellFormed(),
  around: [
    ...over,
    title,
    ...(inspection?.school ? [inspection.school] : []),
    ...((inspection?.urn ?? '') ? [`URN ${inspection?.urn}`] : []),
  ]
    .map((text) => text.slice(0, 300).toWellFormed())
    .slice(0, 16),
  source: { ...said, fingerprint },
});

/** One figure of a table; `undefined` where nothing stands there. */
export function toldCell(
  known: Known,
  url: string,
  table: PdfTable,
  row: number,
  column: number,
): ToldFigure | undefined {
  const near = table.over.filter((text) => !fetched.test(text));
  const found = figureAt(known.reading, table, near, row, column);
  if (!found) return undefined;
  const { figure, passage } = found;
  return { ...here(known, url, table), figures: [figure], ...(passage && { passage }) };
}

/** A whole table, with the place of its first figure. */
export function toldTable(known: Known, url: string, table: PdfTable): ToldFigure {
  const at = table.rows[0]?.cells.findIndex((cell) => cell !== undefined) ?? -1;
  const passage = at < 0 ? undefined : figureAt(known.reading, table, [], 0, at)?.passage;
  return { ...here(known, url, table), figures: [], table: plainTable(table), ...(passage && { passage }) };
}
