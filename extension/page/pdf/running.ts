import { type Line, type PdfPage, wordsOf } from './items.ts';

/** How much of a page's height at its top and at its foot may hold what runs through the pages. */
const margin = 0.12;
/** So near to one another on their pages, lines stand at the same place; points. */
const near = 6;

/** The number that a page prints of itself, in a line of its margin: `7`, `Page 7 of 12`, `vii`. */
const numbered = /^(?:page\s*)?[–—-]?\s*(\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|\/)\s*\d{1,4})?\s*[–—-]?$/i;

/** What runs through the pages: its lines, left out of the text, and the number that each page prints. */
export interface Running {
  lines: ReadonlySet<Line>;
  /** By page, where one was found. */
  printed: ReadonlyMap<number, string>;
}

/**
 * Finds running heads and feet: what stands in the margin of several pages at the same place with the same words,
 * figures aside. On a page alone nothing runs.
 */
export function runningOf(pages: readonly PdfPage[], lines: readonly (readonly Line[])[]): Running {
  const found = new Map<string, Line[]>();
  const running = new Set<Line>();
  const printed = new Map<number, string>();
  for (const [number, ofPage] of lines.entries()) {
    const level = ofPage.filter(({ turn }) => Math.abs(turn) < 0.02);
    const { top, foot } = marginsOf(pages[number], level);
    for (const line of level) {
      if (line.y < top && line.y > foot) continue;
      const words = wordsOf(line).toLowerCase();
      const key = numbered.test(words) ? alone : words.replace(/\d+/g, '#');
      // By place as well, so that what a file repeats a thousand times is not held against itself.
      const place = `${key} ${Math.round(line.y / near)}`;
      const all = found.get(place);
      if (all) all.push(line);
      else found.set(place, [line]);
    }
  }
  for (const [place, all] of found) {
    for (const line of all) {
      const others = all.filter((other) => other.page !== line.page && Math.abs(other.y - line.y) < near);
      const number = numbered.exec(wordsOf(line))?.[1];
      if (place.startsWith(`${alone} `)) {
        if (!number || !others.some((other) => isInStep(line, number, other, numbered.exec(wordsOf(other))?.[1])))
          continue;
        running.add(line);
        printed.set(line.page, number);
        continue;
      }
      const alike = others.filter((other) => runsOn(line, other));
      const onPages = new Set(alike.map(({ page }) => page)).size + 1;
      // On three pages, since heads change with the chapters; a file of two has them on both.
      if (onPages >= Math.min(3, Math.max(2, pages.length))) running.add(line);
    }
  }
  return { lines: running, printed };
}

/** The key of lines that are a number and nothing else. */
const alone = '#';

/** Whether the words are the same on another page, and each figure too, but one that counts the pages. */
function runsOn(line: Line, other: Line): boolean {
  const [figures, others] = [line, other].map((one) => wordsOf(one).match(/\d+/g) ?? []);
  return (figures ?? []).every((figure, i) => figure === others?.[i] || isInStep(line, figure, other, others?.[i]));
}

/** Whether two numbers differ as their pages do. */
const isInStep = (line: Line, said: string, other: Line, saidThere: string | undefined): boolean =>
  saidThere !== undefined && numberOf(saidThere) - numberOf(said) === other.page - line.page;

/** What a number says, in figures or in small roman ones. */
function numberOf(said: string): number {
  if (/^\d/.test(said)) return Number(said);
  const worth: { [letter: string]: number } = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const values = [...said.toLowerCase()].map((letter) => worth[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** Above which height the upper margin begins, and below which the lower. */
function marginsOf(page: PdfPage | undefined, lines: readonly Line[]): { top: number; foot: number } {
  const [left = 0, bottom = 0, right = 0, upper = 0] = page?.view ?? [];
  const ys = lines.map(({ y }) => y);
  // A turned page's height is that of its text's own direction.
  const high = Math.max(...ys, upper);
  const low = Math.min(...ys, bottom);
  const height = Math.min(high - low, Math.max(upper - bottom, right - left));
  return { top: high - height * margin, foot: low + height * margin };
}
