import type { Grade, GradeScale } from '../../../shared/evidence/page-source.ts';
import type { Line } from './dom.ts';

/**
 * Ofsted's areas and grades as its reports name them: report cards since 10 November 2025 (no overall grade), and the
 * education inspection framework and common inspection framework before. A grade tells its scale; an area may be on both.
 */
const areas: [name: RegExp, area: string][] = [
  [/^inclusion$/, 'Inclusion'],
  [/^curriculum and teaching$/, 'Curriculum and teaching'],
  [/^achievement$/, 'Achievement'],
  [/^attendance and behaviour$/, 'Attendance and behaviour'],
  [/^personal development and well-?being$/, 'Personal development and well-being'],
  [/^leadership and governance$/, 'Leadership and governance'],
  [/^early years(?: provision| education)?$/, 'Early years'],
  [/^(?:post-?16|sixth[ -]form)(?: provision)?$/, 'Post-16 provision'],
  [/^safeguarding(?: standards)?$/, 'Safeguarding'],
  [/^overall effectiveness$/, 'Overall effectiveness'],
  [/^(?:the )?quality of education$/, 'Quality of education'],
  [/^behaviour and attitudes$/, 'Behaviour and attitudes'],
  [/^personal development$/, 'Personal development'],
  [/^(?:effectiveness of )?leadership and management$/, 'Leadership and management'],
  [/^quality of teaching, learning and assessment$/, 'Quality of teaching, learning and assessment'],
  [/^personal development, behaviour and welfare$/, 'Personal development, behaviour and welfare'],
  [/^outcomes for (?:pupils|children(?: and (?:other )?learners)?)$/, 'Outcomes for pupils'],
  [/^16 to 19 study programmes$/, '16 to 19 study programmes'],
];

/** What the four grades called the areas that report cards name otherwise. */
const before: { [area: string]: string } = {
  'Early years': 'Early years provision',
  'Post-16 provision': 'Sixth-form provision',
};

const grades: { [name: string]: [grade: string, scale: GradeScale] } = {
  exceptional: ['Exceptional', 'report-card'],
  'strong standard': ['Strong standard', 'report-card'],
  'expected standard': ['Expected standard', 'report-card'],
  'needs attention': ['Needs attention', 'report-card'],
  'urgent improvement': ['Urgent improvement', 'report-card'],
  met: ['Met', 'report-card'],
  'not met': ['Not met', 'report-card'],
  outstanding: ['Outstanding', 'four-grades'],
  good: ['Good', 'four-grades'],
  'requires improvement': ['Requires improvement', 'four-grades'],
  inadequate: ['Inadequate', 'four-grades'],
};
const gradeNames = Object.keys(grades).sort((a, b) => b.length - a.length);

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\s:]+/g, ' ')
    .replace(/[.]$/, '')
    .trim();

const areaOf = (text: string) => areas.find(([name]) => name.test(text))?.[1];
const gradeOf = (text: string) => (Object.hasOwn(grades, text) ? grades[text] : undefined);
const isHeading = (tag: string) => /^(h[1-6]|dt|summary|button)$/.test(tag);

/** Whether an area has such grades: safeguarding is met or not, everything else is graded. */
const fits = (area: string, [grade]: [string, GradeScale]) => (area === 'Safeguarding') === /met$/i.test(grade);

/**
 * The grades that a page gives, by area: 'Achievement: Strong standard' in one line, the area and then its grade, or a
 * grade as a heading over the areas that have it, each a heading again or all in a list right below. An area that is given two grades is left out, and so is what merely
 * explains the grades.
 */
export function gradesIn(lines: readonly Line[]): Grade[] {
  const found = new Map<string, Set<string>>();
  const order: Grade[] = [];
  const add = (area: string | undefined, given: [string, GradeScale] | undefined) => {
    if (!area || !given || !fits(area, given)) return;
    const [grade, scale] = given;
    const name = (scale === 'four-grades' && before[area]) || area;
    const known = found.get(name) ?? new Set();
    if (known.size === 0) order.push({ area: name, grade, scale });
    found.set(name, known.add(grade));
  };
  let over: [string, GradeScale] | undefined;
  /** Since a grade's heading there was nothing but areas. */
  let listing = false;
  for (const [i, { tag, text }] of lines.entries()) {
    if (text.length > 120) {
      listing = false;
      continue;
    }
    const line = plain(text);
    const area = areaOf(line);
    const grade = gradeOf(line);
    if (area) {
      const next = lines[i + 1];
      const given = next && gradeOf(plain(next.text));
      if (given && !isOverAreas(lines, i + 1)) add(area, given);
      else if (over && (isHeading(tag) || (listing && tag === 'li'))) add(area, over);
    } else if (grade) {
      over = isHeading(tag) ? grade : undefined;
      listing = over !== undefined;
    } else {
      listing = false;
      const end = gradeNames.find((name) => line.endsWith(` ${name}`));
      if (end) add(areaOf(line.slice(0, -end.length).replace(/[ -]+$/, '')), gradeOf(end));
      else if (/^h[12]$/.test(tag)) over = undefined;
    }
  }
  return order.filter(({ area }) => found.get(area)?.size === 1);
}

/** Whether a grade is a heading over the areas behind it, rather than the grade of the area before it. */
function isOverAreas(lines: readonly Line[], at: number): boolean {
  const [before, here, next] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!before || !here || !next || !isHeading(here.tag)) return false;
  const level = (tag: string) => Number(/^h([1-6])$/.exec(tag)?.[1] ?? 9);
  return level(here.tag) < level(before.tag);
}
