import type { Grade } from '../../../shared/evidence/page-source.ts';
import { numbersOf } from '../recognise/school-numbers.ts';
import { readReport } from '../sources/ofsted-files.ts';
import type { Reading } from './reading.ts';

/** A stretch of the reading text. */
export interface Stretch {
  text: string;
  start: number;
  end: number;
}

/** What Ofsted's report of an inspection says, in either of its formats. What it does not say is missing. */
export interface Inspection {
  school?: string | undefined;
  urn?: string | undefined;
  /** The first day of the inspection, canonical: `day:2026-01-13`. */
  period?: string | undefined;
  published?: string | undefined;
  /** On the scale that the report itself uses. */
  grades: Grade[];
  /** In the report's own words: met or not met since November 2025, effective or not before. */
  safeguarding?: 'Met' | 'Not met' | 'Effective' | 'Not effective';
  /** What the school is to do next, one thing each. */
  improve: Stretch[];
}

const isReport = (text: string) =>
  /\bOfsted\b/.test(text) &&
  /\b(?:unique reference number|URN)\b/i.test(text) &&
  /\b(?:inspection (?:start )?dates?|start date of inspection)\b/i.test(text);

/** Over what is to be done next: report cards; inspections before. */
const steps = /^(?:next steps|what does the school need to do to improve\??(?: \(information for .*)?)$/i;

/** What comes after it: the headings of both formats. */
const after =
  /^(?:how can i feed ?back|about this inspection|school details|information about (?:this|the) |facts and figures|inspection team|inspector|inclusion$|curriculum and teaching$|achievement$|attendance and behaviour$|personal development|leadership and governance$|early years|post-?16|safeguarding|what it.s like to be|context$|background$|further information|the office for standards in education|the department for education has further guidance|monitoring inspections?$|when we have judged)/i;

/** The mark before one of several points. */
const point = /^(?:[•‣▪◦●○■□◼◾–—*]|\(?\d{1,2}[.)])\s+/;
/** The line that explains the heading rather than being a point of its own. */
const aside = /^\(?information for the school and (?:appropriate|responsible) authority\)?$/i;

/** Reads an inspection report; `undefined` where the file is none. */
export function readInspection({ text }: Reading): Inspection | undefined {
  if (!isReport(text)) return undefined;
  const lines = linesOf(text);
  const { school, urn, period, published, grades = [] } = readReport(lines);
  const improve = improveOf(lines);
  const safeguarding = safeguardingOf(text, grades);
  return {
    school,
    urn: urn ?? numbersOf(lines).urn,
    period,
    published,
    grades: grades.filter(({ area }) => area !== 'Safeguarding'),
    ...(safeguarding && { safeguarding }),
    improve,
  };
}

/** The paragraphs of a reading text with their places, as the recognisers of pages read lines. */
export function linesOf(text: string): (Stretch & { tag: string })[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { tag: 'p', text: line, start, end: start + line.length };
  });
}

function improveOf(lines: readonly Stretch[]): Stretch[] {
  const at = lines.findIndex(({ text }) => steps.test(text.trim()));
  if (at < 0) return [];
  const rest = lines.slice(at + 1);
  const end = rest.findIndex(({ text }) => after.test(text.trim()));
  const section = rest
    .slice(0, end < 0 ? 40 : end)
    .filter(({ text }) => text.trim() !== '' && !aside.test(text.trim()));
  const points: Stretch[] = [];
  const listed = section.some(({ text }) => point.test(text));
  for (const line of section) {
    const mark = point.exec(line.text)?.[0].length ?? 0;
    const last = points.at(-1);
    // What has no mark among points goes on with the one before it; before the first it only introduces them.
    if (listed && mark === 0) {
      if (last) Object.assign(last, { text: `${last.text} ${line.text}`, end: line.end });
    } else points.push({ text: line.text.slice(mark), start: line.start + mark, end: line.end });
  }
  return points.filter(({ text }) => text.length >= 15).slice(0, 20);
}

function safeguardingOf(text: string, grades: readonly Grade[]): Inspection['safeguarding'] {
  const graded = grades.find(({ area }) => area === 'Safeguarding')?.grade;
  if (graded === 'Met' || graded === 'Not met') return graded;
  const standards = /safeguarding standards\s*:?\s*(not )?met\b/i.exec(text);
  if (standards) return standards[1] ? 'Not met' : 'Met';
  const arrangements = /arrangements for safeguarding are (not )?effective/i.exec(text);
  return arrangements ? (arrangements[1] ? 'Not effective' : 'Effective') : undefined;
}
