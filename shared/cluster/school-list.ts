/** A school as it stands in a list: enough to add it. */
export interface ListedSchool {
  name: string;
  urn: string;
}

/** A line that no school was made of, and why. */
export interface LeftLine {
  line: string;
  why: 'no-urn' | 'several-urns' | 'no-name' | 'twice' | 'there';
  /** Of `there`: the school that has this URN. */
  name?: string;
}

/** What was understood of a list, and what was not; in its order. */
export interface SchoolList {
  schools: ListedSchool[];
  left: LeftLine[];
}

/** The most schools that are taken of one list. */
export const mostListed = 60;

const longestName = 160;
/** Six digits that begin with 1 and are not part of a longer number (GIAS); a DfE number such as 801/2345 is none. */
const urns = /(?<![\d/])1\d{5}(?![\d/])/g;

/**
 * Schools from what was pasted: rows of a spreadsheet, an export of Get Information about Schools, or lines of an
 * e-mail. `present` are the schools that are there, whose numbers are not taken again.
 */
export function readSchoolList(
  text: string,
  present: readonly { name: string; urn: string; before?: string[] }[],
): SchoolList {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const cellsOf = cellReader(lines);
  const [first = ''] = lines;
  const column = cellsOf && !first.match(urns) ? nameColumn(cellsOf(first)) : undefined;
  const known = new Map(present.flatMap(({ name, urn, before = [] }) => [urn, ...before].map((one) => [one, name])));
  const list: SchoolList = { schools: [], left: [] };
  const seen = new Set<string>();
  for (const line of column === undefined ? lines : lines.slice(1)) {
    const leave = (why: LeftLine['why'], name?: string) =>
      list.left.push({ line: line.replace(/\s+/g, ' ').trim().slice(0, 200), why, ...(name && { name }) });
    const found = new Set(line.match(urns));
    const [urn] = found;
    if (!urn) {
      leave('no-urn');
      continue;
    }
    // Of several numbers in a row, the first is its own in every export of GIAS; in prose nobody can say.
    if (found.size > 1 && !cellsOf) {
      leave('several-urns');
      continue;
    }
    const name = cellsOf ? nameIn(cellsOf(line), column) : nameBeside(line, urn);
    const there = known.get(urn);
    if (there !== undefined) leave('there', there);
    else if (seen.has(urn)) leave('twice');
    else if (!name) leave('no-name');
    else if (list.schools.length < mostListed) {
      list.schools.push({ name, urn });
      seen.add(urn);
    }
  }
  return list;
}

/** How the lines are cut into cells: by tabs, or by commas where a first line names columns; else not at all. */
function cellReader(lines: readonly string[]): ((line: string) => string[]) | undefined {
  if (lines.some((line) => line.includes('\t'))) return (line) => line.split('\t').map(plain);
  const [first = ''] = lines;
  const heads = commaCells(first);
  return heads.length > 1 && heads.some((head) => /^urn$/i.test(head)) ? commaCells : undefined;
}

/** Cells between commas, some of them in quotation marks (RFC 4180). */
const commaCells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    plain(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"')),
  );

const plain = (cell: string) => cell.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Which column has the names, where a line names the columns. */
function nameColumn(heads: readonly string[]): number | undefined {
  for (const head of [/^(establishment|school) ?name$/i, /^(school|establishment|name)$/i]) {
    const at = heads.findIndex((cell) => head.test(cell));
    if (at >= 0) return at;
  }
  return heads.some((cell) => /^urn$/i.test(cell)) ? -1 : undefined;
}

const hasLetters = (text: string) => /\p{L}{2}/u.test(text);

/** The name among cells: in its column, or the first with words in it. */
function nameIn(cells: readonly string[], column = -1): string | undefined {
  const cell = column >= 0 ? cells[column] : cells.find(hasLetters);
  const name = cell?.replace(urns, '').trim().slice(0, longestName);
  return name && hasLetters(name) ? name : undefined;
}

/** The name in a line of prose: what is left of it without the number and what leads to that. */
function nameBeside(line: string, urn: string): string | undefined {
  const name = plain(line)
    .replace(urn, ' ')
    .replace(/\bURN\b\s*:?/gi, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|"•*–—-]+|[\s,;:|"–—-]+$/g, '')
    .slice(0, longestName);
  return hasLetters(name) ? name : undefined;
}
