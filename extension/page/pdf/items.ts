/** One run of characters as a PDF draws it: what PDF.js calls a text item, as far as reading it needs. */
export interface TextItem {
  str: string;
  /** The matrix that places it, in the page's own points, the origin at the bottom left (ISO 32000, 8.3). */
  transform: readonly number[];
  /** Its length along its own line, in points. */
  width: number;
  /** The name of its font, whatever that is: of use only to tell one from another. */
  font?: string | undefined;
}

/** One page of a PDF. */
export interface PdfPage {
  items: readonly TextItem[];
  /** The part of it that is shown: left, bottom, right, top, in points. */
  view: readonly number[];
  /** The label that the file itself gives it, where it gives one. */
  label?: string | undefined;
}

/** A run of characters with its place where the page's text is upright. */
export interface Run {
  /** Its index among the page's items. */
  item: number;
  str: string;
  x: number;
  /** Where its line ends, and how high it is: upwards. */
  end: number;
  y: number;
  /** The height of its letters, in points. */
  size: number;
  /** Whether a space stands before it. */
  spaced: boolean;
}

/** Runs that stand on one line, beside one another: a line of a column, or a cell of a table. */
export interface Line {
  page: number;
  runs: Run[];
  x: number;
  end: number;
  y: number;
  size: number;
  /** How it is turned against the page's text, in quarters of a turn; a fraction where it is at an angle. */
  turn: number;
  /** The font of all of it; absent where it has several. */
  font?: string | undefined;
}

/** Gaps in parts of the letters' height: that of a space, that of one column or cell from another. */
const gaps = { space: 0.16, column: 1.6 };
/** How far a line's runs may stand above or below it: indices, notes. */
const offLine = 0.45;

const turnOf = ([a = 1, b = 0]: readonly number[]) => Math.atan2(b, a) / (Math.PI / 2);

/** The quarter of a turn in which most of a page's characters stand. */
export function mainTurn({ items }: PdfPage): number {
  const counts = [0, 0, 0, 0];
  for (const { str, transform } of items) {
    const turn = turnOf(transform);
    const quarter = (Math.round(turn) + 4) % 4;
    if (Math.abs(turn - Math.round(turn)) < 0.05) counts[quarter] = (counts[quarter] ?? 0) + str.length;
  }
  return counts.indexOf(Math.max(...counts));
}

/** A page's lines, in the order in which the page draws them. */
export function linesOf(page: PdfPage, number: number): Line[] {
  const main = mainTurn(page);
  const lines: Line[] = [];
  let line: Line | undefined;
  let spaced = false;
  for (const [item, { str, transform, width, font }] of page.items.entries()) {
    if (str === '') continue;
    if (str.trim() === '') {
      spaced = true;
      continue;
    }
    const [, , c = 0, d = 1, left = 0, up = 0] = transform;
    const size = Math.hypot(c, d) || 1;
    const turn = turnOf(transform);
    // Its place on the page as it would be if its own line were level.
    const angle = turn * (Math.PI / 2);
    const x = left * Math.cos(angle) + up * Math.sin(angle);
    const y = up * Math.cos(angle) - left * Math.sin(angle);
    const gap = line ? x - line.end : 0;
    const off = line ? Math.abs(y - line.y) : 0;
    const high = Math.max(size, line?.size ?? 0);
    const apart = turn - main;
    const same =
      line !== undefined &&
      Math.abs(line.turn - apart) < 0.02 &&
      off < high * offLine &&
      gap > -0.5 * high &&
      gap < high * gaps.column;
    const run: Run = { item, str, x, end: x + width, y, size, spaced: false };
    if (same && line) {
      run.spaced = spaced || gap > high * gaps.space;
      line.runs.push(run);
      line.end = Math.max(line.end, run.end);
      if (line.font !== font) line.font = undefined;
      // A line is as high as most of it: a note's number beside it does not count.
      if (size > line.size) Object.assign(line, { size, y });
    } else {
      line = { page: number, runs: [run], x, end: run.end, y, size, turn: apart, font };
      lines.push(line);
    }
    spaced = false;
  }
  return lines;
}

/** What a line says, spaces folded. */
export const wordsOf = ({ runs }: Line): string =>
  runs
    .map(({ str, spaced }) => `${spaced ? ' ' : ''}${str}`)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
