import type { School } from '../../shared/cluster/schools.ts';
import { findPeriod, type Period, parsePeriod } from '../../shared/priorities/period.ts';
import type { Record } from '../../shared/record.ts';
import { type Beside, besideIn, gathered } from './scrutiny-beside.ts';
import { type Matched, matchSchool } from './scrutiny-schools.ts';
import { readCells, turned } from './scrutiny-table.ts';

/** A column of figures: its header, and the school and period that it seems to mean. */
export interface SheetColumn {
  header: string;
  matched?: Matched | undefined;
  period?: Period | undefined;
}

/** A row of figures: the indicator's name, a period of its own, and a cell for each column. */
export interface SheetRow {
  name: string;
  period?: Period | undefined;
  cells: string[];
  /** What rows or columns beside it say of each cell: of how many pupils it is, and how many of them are counted. */
  beside?: { [what in Beside]?: string[] };
}

/** What was pasted, as far as it can be told without asking. */
export interface Sheet {
  columns: SheetColumn[];
  rows: SheetRow[];
  /** The one period that the table as a whole names. */
  period?: Period | undefined;
}

export type SheetResult = { ok: true; sheet: Sheet } | { ok: false; why: 'too-large' | 'no-table' };

const timeWord = /^(period|year|academic year|date|term|when|time period)s?$/i;
/** The years in a header: 'Hill Primary 2024/25'. */
const years = /\b(?:19|20)\d\d(?:\s*[/–-]\s*\d{2,4})?\b/g;
/** A header is looked for among so many rows: titles may stand above it. */
const headerWithin = 6;

const bare = (header: string) => header.replace(years, ' ').trim();

/** Where the row of schools is, and how many of its cells mean one. */
function headerOf(rows: readonly (readonly string[])[], schools: readonly Record<School>[]) {
  const found = { at: 0, count: 0 };
  for (const [at, row] of rows.slice(0, headerWithin).entries()) {
    const count = row.slice(1).filter((cell) => cell && matchSchool(bare(cell), schools)).length;
    if (count > found.count) Object.assign(found, { at, count });
  }
  return found;
}

const isPeriods = (cells: readonly string[]) => {
  const said = cells.filter((cell) => cell !== '');
  return said.length > 0 && said.every((cell) => parsePeriod(cell) !== undefined);
};

/**
 * Reads a table that was copied from a spreadsheet: a row of schools by name or URN, indicators in the first column,
 * whichever way it lies; periods in a row or in the second column, or one for all in the corner or a title.
 */
export function readSheet(text: string, schools: readonly Record<School>[]): SheetResult {
  const cells = readCells(text);
  if (!cells) return { ok: false, why: 'too-large' };
  const onSide = turned(cells);
  const upright = headerOf(cells, schools).count >= headerOf(onSide, schools).count;
  const rows = upright ? cells : onSide;
  const { at } = headerOf(rows, schools);
  const header = rows[at] ?? [];
  const above = rows.slice(0, at);
  const below = rows.slice(at + 1);
  if (header.length < 2 || below.length === 0) return { ok: false, why: 'no-table' };

  // Periods in the second column, named so or plainly so.
  const second = below.map((row) => row[1] ?? '');
  const byRow = timeWord.test(header[1] ?? '') || (!matchSchool(bare(header[1] ?? ''), schools) && isPeriods(second));
  const from = byRow ? 2 : 1;
  const isPeriodRow = (row: readonly string[]) =>
    (row[0] === '' || timeWord.test(row[0] ?? '')) && isPeriods(row.slice(from));
  const periodRow = [...above, ...below].find(isPeriodRow);

  const columns = header.slice(from).map((title, i): SheetColumn => {
    const period = parsePeriod(periodRow?.[from + i] ?? '') ?? findPeriod(title);
    const named = besideIn(bare(title))?.of ?? bare(title);
    return { header: title, matched: matchSchool(named, schools), ...(period && { period }) };
  });
  const titled = [...above.filter((row) => row !== periodRow).map((row) => row.join(' ')), header[0] ?? ''];
  const period = titled.map((words) => findPeriod(words)).find((one) => one !== undefined);
  const figures = below
    .filter((row) => row !== periodRow && row[0])
    .map((row): SheetRow => {
      const own = byRow ? parsePeriod(row[1] ?? '') : undefined;
      return { name: row[0] ?? '', cells: columns.map((_, i) => row[from + i] ?? ''), ...(own && { period: own }) };
    });
  return { ok: true, sheet: gathered({ columns, ...(period && { period }), rows: figures }) };
}
