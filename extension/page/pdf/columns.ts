import { type Line, wordsOf } from './items.ts';

/** A gap between columns is at least this wide, in parts of the letters' height. */
const narrowest = 0.7;
/** So many lines on each side make columns. */
const least = 4;
/** So many words on most lines make prose; cells of a table have fewer. */
const prose = 4;

/**
 * A page's lines in the order in which they are read. Most files draw them so; where one draws two columns across,
 * line by line, each column is read to its end. A table is read across, as it is drawn.
 */
export function inReadingOrder(lines: Line[]): Line[] {
  const level = lines.filter(({ turn }) => turn === 0 || Math.abs(turn) < 0.02);
  const gutter = gutterOf(level);
  if (gutter === undefined || !isAcross(level, gutter)) return lines;
  // What stands across both columns, a heading or a picture's words, parts what is above it from what is below.
  const across = level.filter(({ x, end }) => x < gutter && end > gutter).map(({ y }) => y);
  const bandOf = (y: number) => across.filter((one) => one > y).length * 2;
  const placed = level.map((line, i) => {
    const isAcrossBoth = line.x < gutter && line.end > gutter;
    return { line, i, band: bandOf(line.y) + (isAcrossBoth ? 1 : 0), column: line.x >= gutter ? 1 : 0 };
  });
  placed.sort((a, b) => a.band - b.band || a.column - b.column || a.i - b.i);
  return [...placed.map(({ line }) => line), ...lines.filter((line) => !level.includes(line))];
}

/** Where a white strip parts two columns of prose; `undefined` where none does. */
function gutterOf(lines: readonly Line[]): number | undefined {
  const left = Math.min(...lines.map(({ x }) => x));
  const right = Math.max(...lines.map(({ end }) => end));
  const middle = lines.filter(({ end, x }) => end - x < (right - left) * 0.6);
  if (middle.length < least * 2) return undefined;
  const size = middle.map((line) => line.size).sort((a, b) => a - b)[middle.length >> 1] ?? 0;
  // The widest strip without a line of less than the whole width in it, in the middle part of the page.
  const sorted = [...middle].sort((a, b) => a.x - b.x);
  let reach = left;
  let best: { at: number; wide: number } | undefined;
  for (const { x, end } of sorted) {
    const at = (reach + x) / 2;
    const share = (at - left) / (right - left);
    if (x - reach > (best?.wide ?? size * narrowest) && share > 0.2 && share < 0.8) best = { at, wide: x - reach };
    reach = Math.max(reach, end);
  }
  if (!best) return undefined;
  const { at } = best;
  const sides = [middle.filter(({ end }) => end <= at), middle.filter(({ x }) => x >= at)];
  const isProse = sides.every(
    (side) =>
      side.length >= least && side.filter((line) => wordsOf(line).split(' ').length >= prose).length * 2 > side.length,
  );
  return isProse ? at : undefined;
}

/** Whether the page is drawn across its columns: from one to the other and back, line by line. */
function isAcross(lines: readonly Line[], gutter: number): boolean {
  const sides = lines.filter(({ x, end }) => end <= gutter || x >= gutter).map(({ x }) => x >= gutter);
  const turns = sides.filter((side, i) => i > 0 && side !== sides[i - 1]).length;
  return turns > sides.length / 2;
}
