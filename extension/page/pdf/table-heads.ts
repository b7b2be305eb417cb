import type { Cell, Row } from './cells.ts';
import { type Body, beginsSmall, type Column, columnsOf, isFigure, leading } from './table-rows.ts';

/** What stands over the columns of a table. */
export interface Heads {
  /** By column, from the outermost to the nearest. */
  columns: string[][];
  /** What stands over them all, and how high its letters are. */
  caption: { text: string; size: number } | undefined;
}

/** So far above the rows, or above the line below it, a line may belong to the heads; in parts of its height. */
const furthest = { first: 3.2, next: 2.4 };
const mostLines = 12;
/** What is longer than this is no head but a sentence. */
const longest = 140;

interface Head {
  cell: Cell;
  columns: number[];
}

/**
 * Reads the heads of a table's columns, upwards from its first row. `undefined` where it cannot be said which head is
 * which column's.
 */
export function headsOf(rows: readonly Row[], body: Body): Heads | undefined {
  const { first, columns, lines } = body;
  const heads: Head[][] = [];
  let below = lines[0];
  let i = first - 1;
  for (; i >= 0 && below; i--) {
    const row = rows[i] as Row;
    const gap = gapOf(row, below);
    if (gap > (heads.length === 0 ? furthest.first : furthest.next)) break;
    const found = row.cells.map((cell) => ({ cell, columns: columnsOf(cell, columns) }));
    if (isOverAll(found, body, gap) || (found.length === 1 && isSentence(row))) break;
    // What stands there belongs to the heads, and cannot be read as one.
    if (!found.every(isHead)) return undefined;
    heads.unshift(found);
    if (heads.length > mostLines) return undefined;
    below = row;
  }
  // The first row may itself be a second line.
  const lowest = heads.at(-1)?.[0]?.cell;
  const nearFirst = lowest && lines[0]?.cells.some((cell) => goesOn(lowest, cell) && beginsSmall(cell.text));
  if (nearFirst || isUnsure(heads, body)) return undefined;
  const named = columns.map((_, column) => wordsOver(heads, column));
  const values = named.slice(1);
  if (values.some((texts) => texts.length === 0 || texts.join(' ').length > longest)) return undefined;
  // Two columns that are called the same are told apart by something that was not read.
  const names = values.map((texts) => texts.join('\n'));
  if (new Set(names).size < names.length) return undefined;
  return { columns: named, caption: below && captionAt(rows, i, below) };
}

const isSentence = ({ cells }: Row) => (cells[0]?.text.length ?? 0) > longest;
const gapOf = (upper: Row, lower: Row) => (upper.y - lower.y) / Math.max(upper.size, lower.size);
const middleOf = ({ x, end }: Column) => (x + end) / 2;

/** Not a figure, not a sentence, and over some column. */
const isHead = ({ cell, columns }: Head) => columns.length > 0 && cell.text.length <= longest && !isFigure(cell.text);

/** A line by itself that is over the whole table: from its left edge on, in its middle, or over all of its figures. */
function isOverAll(found: readonly Head[], { columns }: Body, gap: number): boolean {
  const [only] = found;
  const [left, right] = [columns[0], columns.at(-1)];
  if (found.length !== 1 || !only || !left || !right) return false;
  const [first] = only.columns;
  if (first === 0) return only.columns.length > 1 || gap > leading;
  if (only.columns.length < 2) return false;
  const table = { x: left.x, end: right.end };
  return only.columns.length === columns.length - 1 || Math.abs(middleOf(only.cell) - middleOf(table)) < only.cell.size;
}

/** The line over a table, and those over it that it goes on from. */
function captionAt(rows: readonly Row[], at: number, below: Row): Heads['caption'] {
  const texts: string[] = [];
  let lower = below;
  for (let i = at; i >= 0 && texts.length < 4; i--) {
    const row = rows[i] as Row;
    const [cell] = row.cells;
    const goesOn = texts.length === 0 || (gapOf(row, lower) < leading && Math.abs(row.size - lower.size) < 0.5);
    if (row.cells.length !== 1 || !cell || !goesOn || (texts.length === 0 && gapOf(row, lower) > 4)) break;
    texts.unshift(cell.text);
    lower = row;
  }
  const text = texts.join(' ');
  return text !== '' && text.length <= longest * 2 ? { text, size: lower.size } : undefined;
}

/** Whether one cannot say which columns a head is over. */
function isUnsure(heads: readonly Head[][], { columns, lines }: Body): boolean {
  return heads.some((row, i) => {
    const over = row.flatMap((one) => one.columns);
    // Two of one row over one column: what looks like a column is two.
    if (new Set(over).size < over.length) return true;
    const under = heads.slice(i + 1).flat();
    if (under.length === 0) return row.some((one) => one.columns.length > 1);
    // Over every column of figures there is one: nobody's neighbour can be meant.
    const isWhole = columns.every((_, column) => column === 0 || over.includes(column));
    return row.some((head) => {
      if (head.columns.length > 1) {
        const own = head.columns.map((column) => under.find((one) => one.columns.join() === String(column)));
        return !isWhole || own.some((one) => !one || goesOn(head.cell, one.cell));
      }
      const [at = 0] = head.columns;
      const next = under.find((one) => one.columns.includes(at));
      // It may be over its neighbours too; or what is below is no head, but a first row of words.
      return at > 0 && next !== undefined && !isFirstLine(head.cell, next.cell, widthOf(lines, columns, at));
    });
  });
}

const goesOn = (upper: Cell, lower: Cell) =>
  upper.y - lower.y < lower.size * leading && Math.abs(upper.size - lower.size) < lower.size * 0.08;

/** Whether a line goes on in the one below it: that begins small, and its first word has no room left above. */
function isFirstLine(upper: Cell, lower: Cell, width: number): boolean {
  if (!goesOn(upper, lower) || !beginsSmall(lower.text)) return false;
  const [word = ''] = lower.text.split(' ');
  const each = (upper.end - upper.x) / upper.text.length;
  return upper.end - upper.x + (word.length + 1) * each > Math.max(width, lower.end - lower.x);
}

/** How wide the widest words of a column are. */
const widthOf = (lines: readonly Row[], columns: readonly Column[], at: number): number =>
  Math.max(
    0,
    ...lines.flatMap(({ cells }) =>
      cells.filter((cell) => columnsOf(cell, columns)[0] === at).map(({ x, end }) => end - x),
    ),
  );

/** The heads over one column: lines that go on are one. */
function wordsOver(heads: readonly Head[][], column: number): string[] {
  const texts: string[] = [];
  let before: Head | undefined;
  for (const head of heads.flat()) {
    if (!head.columns.includes(column)) continue;
    const { cell, columns } = head;
    if (before && before.columns.join() === columns.join() && goesOn(before.cell, cell))
      texts.push(`${texts.pop() ?? ''} ${cell.text}`);
    else texts.push(cell.text);
    before = head;
  }
  return texts;
}
