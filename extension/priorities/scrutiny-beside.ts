/** What may stand beside figures in rows or columns of its own: of how many pupils they are, how many are counted. */
export type Beside = 'cohort' | 'numerator';

const words: { [what in Beside]: string } = {
  cohort: 'cohort|denominator|out of|(?:number )?in (?:the )?(?:cohort|group)|eligible(?: pupils)?',
  numerator: 'numerator|(?:number )?counted|of (?:whom|which|them)',
};

const shapes = Object.entries(words).map(
  ([what, said]) => [what as Beside, new RegExp(String.raw`^(?:(.*?)[\s:,(–-]+)?(?:${said})\)?$`, 'i')] as const,
);

/**
 * Whether a name of a row or a column is of what stands beside a figure: 'Cohort', 'Reading (denominator)', 'Hill View:
 * numerator'. `of` is what it names besides.
 */
export function besideIn(name: string): { what: Beside; of: string } | undefined {
  for (const [what, shape] of shapes) {
    const found = shape.exec(name.trim());
    if (found) return { what, of: (found[1] ?? '').trim() };
  }
  return undefined;
}

interface Row {
  name: string;
  period?: string | undefined;
  cells: string[];
  beside?: { [what in Beside]?: string[] };
}

interface Column {
  header: string;
  matched?: { school: string } | undefined;
  period?: string | undefined;
}

/** Puts columns and rows that say of how many figures are beside those figures: the nearest before them that they name. */
export function gathered<Sheet extends { columns: Column[]; rows: Row[] }>(sheet: Sheet): Sheet {
  return withRows(withColumns(sheet));
}

function withColumns<Sheet extends { columns: Column[]; rows: Row[] }>(sheet: Sheet): Sheet {
  const kept: number[] = [];
  const moved: { what: Beside; from: number; to: number }[] = [];
  for (const [from, { header, matched, period }] of sheet.columns.entries()) {
    const said = besideIn(header);
    const to = kept.findLastIndex((at) => {
      const main = sheet.columns[at];
      return main?.period === period && (said?.of === '' || (matched && main?.matched?.school === matched.school));
    });
    if (said && to >= 0) moved.push({ what: said.what, from, to });
    else kept.push(from);
  }
  if (moved.length === 0) return sheet;
  const rows = sheet.rows.map((row) => {
    const beside: { [what in Beside]?: string[] } = {};
    for (const { what, from, to } of moved) {
      const cells = beside[what] ?? kept.map(() => '');
      cells[to] = row.cells[from] ?? '';
      beside[what] = cells;
    }
    return { ...row, cells: kept.map((at) => row.cells[at] ?? ''), beside };
  });
  return { ...sheet, columns: kept.flatMap((at) => sheet.columns[at] ?? []), rows };
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function withRows<Sheet extends { rows: Row[] }>(sheet: Sheet): Sheet {
  const rows: Row[] = [];
  for (const row of sheet.rows) {
    const said = besideIn(row.name);
    const main =
      said &&
      rows.findLast(
        ({ name, period }) =>
          period === row.period &&
          (said.of === '' || plain(name) === plain(said.of) || plain(name).startsWith(`${plain(said.of)} `)),
      );
    if (said && main) main.beside = { ...main.beside, [said.what]: row.cells };
    else rows.push({ ...row });
  }
  return { ...sheet, rows };
}
