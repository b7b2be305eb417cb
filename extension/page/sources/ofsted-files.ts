import { anyDate } from '../recognise/dates.ts';
import type { Line } from '../recognise/dom.ts';
import { gradesIn } from '../recognise/grades.ts';
import { dayOf } from '../recognise/period.ts';
import { numbersOf } from '../recognise/school-numbers.ts';
import { ogl, type Said, type Source } from '../recognise/source.ts';

/** A report's heading: 'Inspection of a good school: Hill Primary', 'Inspection of Hill Primary', 'Report card: …'. */
const heading =
  /^(?:inspection of (?:an? [a-z ]{1,40}? (?:school|academy|setting|nursery)\s*:\s*|a (?:school|setting) judged [a-z0-9 ]{1,80}:\s*)?|report card:\s*)(\p{Lu}.{1,140})$/iu;

/** A report in Ofsted's store, read as text. The number in its address is the file's, not the school's. */
export const ofstedFiles: Source = {
  name: 'ofsted-files',
  hosts: ['files.ofsted.gov.uk', 'files.api.ofsted.gov.uk'],
  common: { publisher: 'Ofsted', licence: ogl },
  at({ path }) {
    const file = /^\/v\d\/file\/(\d+)(?:\.pdf)?$/.exec(path)?.[1];
    return file === undefined ? undefined : { kind: 'ofsted-report', identifiers: { ofstedFile: file } };
  },
  // The title of a file is often its number.
  instead: (page) => ({ title: reportTitle(page.lines()) }),
  read: (page) => readReport(page.lines()),
};

/** What a report says of the inspection, wherever it is kept. */
export function readReport(lines: readonly Line[]): Said {
  const day = dayOf(beside(lines, /^(?:start date of inspection|inspection (?:start )?dates?)\b/i));
  const out = beside(lines, /^(?:date (?:report )?published|(?:report )?publi(?:shed|cation date))\b/i);
  const grades = gradesIn(lines);
  return {
    school: headingOf(lines)?.[1] ?? beside(lines, /^(?:school|provider) name$/i),
    ...numbersOf(lines),
    published: anyDate(out?.replace(/^[\s:]+/, '')),
    period: day,
    grades: grades.length > 0 ? grades : undefined,
  };
}

/** What a report calls itself. */
export const reportTitle = (lines: readonly { text: string }[]): string | undefined => headingOf(lines)?.[0];

const headingOf = (lines: readonly { text: string }[]) =>
  lines.slice(0, 60).flatMap(({ text }) => [heading.exec(text)].filter((found) => found !== null))[0];

/** What follows a label in its line, or stands in the next line where the label is alone. */
function beside(lines: readonly { text: string }[], label: RegExp): string | undefined {
  const at = lines.findIndex(({ text }) => text.length < 160 && label.test(text));
  if (at < 0) return undefined;
  const rest = lines[at]?.text.replace(label, '').replace(/^[\s:]+/, '');
  return rest || lines[at + 1]?.text;
}
