import type { Grade } from '../../../shared/evidence/page-source.ts';
import { describe, type Passage } from '../../../shared/evidence/quote-passage.ts';

interface Line {
  plain: string;
  start: number;
  end: number;
}

/** As grades and areas are compared: small letters, no hyphens or colons, one space between words. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[-\u2010-\u2015]/g, '')
    .replace(/[\s:]+/g, ' ')
    .replace(/\.$/, '')
    .trim();

const longest = 120;

/** A word more or less than the area is called by its name: 'Safeguarding standards', 'Early years'. */
const isArea = (line: string, area: string) =>
  line === area || (line.startsWith(`${area} `) && line.length <= area.length + 12) || area === `${line} provision`;

const isGrade =
  /^(exceptional|strong standard|expected standard|needs attention|urgent improvement|met|not met|outstanding|good|requires improvement|inadequate)$/;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const words = line.length <= longest ? plain(line) : '';
    if (words) lines.push({ plain: words, start, end: start + line.trimEnd().length });
    start = end + 1;
  }
  return lines;
}

/**
 * The words of each grade as they stand in a page's text: the area with its grade in one piece, or the area and the
 * grade as the heading above it. None for a grade whose words do not stand there so.
 */
export function gradeQuotes(text: string, grades: readonly Grade[]): Passage[][] {
  const lines = linesOf(text);
  return grades.map(({ area, grade }) => {
    const [name, given] = [plain(area), plain(grade)];
    let above: Line | undefined;
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      const alone = isArea(line.plain, name);
      if (!alone && line.plain.endsWith(` ${given}`) && isArea(line.plain.slice(0, -given.length - 1), name)) {
        return [describe(text, line.start, line.end)];
      }
      if (alone && next?.plain === given && above?.plain !== given) return [describe(text, line.start, next.end)];
      if (alone && above?.plain === given) {
        return [describe(text, above.start, above.end), describe(text, line.start, line.end)];
      }
      if (isGrade.test(line.plain)) above = line;
    }
    return [];
  });
}
