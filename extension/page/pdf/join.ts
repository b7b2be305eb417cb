import { type Line, wordsOf } from './items.ts';

/** What stands between two lines: a space, a break, or nothing, with or without the hyphen at the end of the first. */
export interface Seam {
  between: ' ' | '\n' | '';
  dropsHyphen: boolean;
}

const space: Seam = { between: ' ', dropsHyphen: false };
const broken: Seam = { between: '\n', dropsHyphen: false };

/** How a page is set: the distance of its lines, in parts of their height, and how far its lines go, by where they begin. */
export interface PageLook {
  leading: number;
  edge: (line: Line) => number;
}

/** Parts before which a hyphen is more than the end of a line. */
const compounds =
  /^(well|self|non|ex|co|pre|post|multi|cross|mid|high|low|long|short|part|full|year|year-on|end|one|two|three|four|five|school|evidence|peer)$/i;
const bullet = /^(?:[•‣▪◦●○■□◼◾⬛➢✓–—*\ue000-\uf8ff]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s/i;
const ended = /[.!?:;]["'”’)\]]*$/;

/**
 * Says how lines join, in their reading order. `known` holds the document's words in small letters, by which a hyphen
 * at the end of a line is told from one of the word.
 */
export function createJoin(known: ReadonlySet<string>) {
  return (before: Line, after: Line, { leading, edge }: PageLook, rows: ReadonlySet<Line>): Seam => {
    const [one, other] = [wordsOf(before), wordsOf(after)];
    const size = Math.max(before.size, after.size);
    const down = before.y - after.y;
    const sameTurn = Math.abs(before.turn - after.turn) < 0.02;
    if (!sameTurn) return broken;
    if (isBeside(before, after)) return space;
    // A row of a table is a line of its own.
    if (rows.has(before) || rows.has(after)) return broken;
    const runsOn = !ended.test(one) && /^[\p{Ll}\d(]/u.test(other) && !bullet.test(other);
    const moved = before.page !== after.page || down < 0;
    const alike = Math.abs(before.size - after.size) < size * 0.12;
    // Over the foot of a column or a page only a sentence that goes on is the same paragraph.
    if (moved) return runsOn && alike ? hyphenOr(one, other, known) : broken;
    if (bullet.test(other) || !alike || isHeading(before, after, one)) return broken;
    if (down > Math.max(leading * after.size, size) * 1.38) return broken;
    // A line that had room for the next word was ended by its author; close ones only where a sentence ends too.
    const word = (other.split(' ')[0] ?? '').length + 1;
    const room = edge(before) - before.end - (word * (after.end - after.x)) / other.length;
    if (room > size && !runsOn && (down > size * 1.5 || (ended.test(one) && /^[\p{Lu}\d“‘]/u.test(other))))
      return broken;
    return hyphenOr(one, other, known);
  };
}

/** Whether a line stands beside the one before it: another cell of the same row. */
const isBeside = (before: Line, after: Line) => {
  const size = Math.max(before.size, after.size);
  return before.page === after.page && Math.abs(before.y - after.y) < size * 0.4 && after.x >= before.end - size * 0.5;
};

/** A short line in a font of its own stands over what comes after it. */
const isHeading = (before: Line, after: Line, words: string) =>
  before.font !== undefined && after.font !== undefined && before.font !== after.font && words.split(' ').length <= 14;

/** The lines that are cells of rows, in their reading order. A bullet beside its words is none. */
export function rowsOf(lines: readonly Line[]): Set<Line> {
  const rows = new Set<Line>();
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (next && isBeside(line, next) && !bullet.test(`${wordsOf(line)} `)) rows.add(line).add(next);
  }
  return rows;
}

/** A word cut by the end of a line is whole again. */
function hyphenOr(one: string, other: string, known: ReadonlySet<string>): Seam {
  if (one.endsWith('\u00ad')) return { between: '', dropsHyphen: false };
  const cut = /(\p{L}+(?:-\p{L}+)*)[-\u2010]$/u.exec(one);
  const rest = /^\p{Ll}[\p{L}]*/u.exec(other);
  // A dash, or a pair of numbers, goes on as it is.
  if (!cut?.[1])
    return /[\p{L}\p{N}][-\u2010\u2013\u2014/]$/u.test(one) && /^[\p{L}\p{N}]/u.test(other)
      ? { between: '', dropsHyphen: false }
      : space;
  if (!rest) return { between: '', dropsHyphen: false };
  const [left, right] = [cut[1].toLowerCase(), rest[0].toLowerCase()];
  if (known.has(left + right)) return { between: '', dropsHyphen: true };
  if (left.includes('-') || known.has(`${left}-${right}`) || compounds.test(left))
    return { between: '', dropsHyphen: false };
  return { between: '', dropsHyphen: true };
}

/** The words of lines, in small letters, by which cut ones are known. The last of a line may itself be cut. */
export function vocabulary(lines: Iterable<Line>): Set<string> {
  const known = new Set<string>();
  for (const line of lines) {
    const words =
      wordsOf(line)
        .toLowerCase()
        .match(/\p{L}+(?:-\p{L}+)*(?!\p{L}|-|\u2010|\u00ad)/gu) ?? [];
    for (const word of words) known.add(word);
  }
  return known;
}

/** So far apart lines may begin and be of one column still, in points. */
const indent = 20;

/** How a page is set. */
export function lookOf(lines: readonly Line[]): PageLook {
  const ends = new Map<string, number[]>();
  const keyOf = ({ x, size }: Line, by = 0) => `${Math.round(x / indent) + by} ${Math.round(size)}`;
  for (const line of lines) {
    const longest = ends.get(keyOf(line)) ?? [];
    ends.set(keyOf(line), [...longest, line.end].sort((a, b) => b - a).slice(0, 2));
  }
  // One that is longer than all others stands across columns, or over them.
  const edge = (line: Line) => {
    const longest = [-2, -1, 0, 1, 2].flatMap((by) => ends.get(keyOf(line, by)) ?? []).sort((a, b) => b - a);
    return Math.max(line.end, longest[1] ?? line.end);
  };
  return { leading: leadingOf(lines), edge };
}

/** The distance from line to line on a page: that of a good part of them, where paragraphs may be short. */
function leadingOf(lines: readonly Line[]): number {
  const steps = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    const down = before ? before.y - line.y : 0;
    return before && down > before.size * 0.5 && down < before.size * 2.2 ? down / before.size : [];
  });
  return steps.sort((a, b) => a - b)[steps.length >> 2] ?? 1.2;
}
