import { isoDay, monthNames, two, years } from './calendar.ts';

/** In the canonical form of period.ts. */
type Period = string;
type Term = 'autumn' | 'spring' | 'summer' | 'autumn-spring';

/** A period that a text says, and where. */
interface Said {
  period: Period;
  from: number;
  to: number;
}

/** More text than this says more than one period. */
const most = 600;

const month = `(${monthNames.map((name) => (name === 'May' ? name : `${name.slice(0, 3)}(?:${name.slice(3)}|t)?`)).join('|')})\\.?`;
const year = '((?:19|20)\\d\\d)';
/** No figure goes on into a year, and a year into no figure: not 12,024, 2024.5 or £2024. */
const before = '(?<![\\w£$€,/-]|\\d\\.)';
const after = '(?![\\w%]|[,./-]\\d)';
const to = ' ?(?:-|/|to|and|&) ?';
const pair = `${year}(?: ?(?:/|-|to) ?)((?:19|20)?\\d\\d)`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const season = '(autumn|spring|summer)';
const both = `autumn(?: terms?)?${to}spring`;

const pattern = (source: string) => new RegExp(`${before}${source}${after}`, 'gi');

const number = (text: string | undefined) => Number(text);
const monthOf = (name = '') =>
  monthNames.findIndex((one) => one.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;

/** The year in which a year ends that is written as two years, if the second follows the first. */
function pairYear(first: string | undefined, second: string | undefined): number | undefined {
  const began = number(first);
  if (second === undefined) return undefined;
  const ended = second.length === 4 ? Number(second) : began + 1;
  return ended === began + 1 && ended % 100 === Number(second) % 100 ? began : undefined;
}

/** The academic year in which a term of a calendar year is. */
const yearOfTerm = (term: Term, calendar: number) => (term === 'autumn' ? calendar : calendar - 1);

/** Which kind of year 'x to y' is, by what is said beside it; without a word it is an academic one. */
function kindOfYear(text: string): 'ay' | 'fy' | 'afy' {
  if (/\bacademic year|\bschool year/i.test(text)) return 'ay';
  if (/\baar\b|\bacadem(?:y|ies)\b[^.]{0,40}\bfinancial|\bfinancial[^.]{0,40}\bacadem(?:y|ies)\b/i.test(text))
    return 'afy';
  return /\bfinancial|\bfiscal|\bcfr\b|\bfy\b|\btax year/i.test(text) ? 'fy' : 'ay';
}

const termIn = (term: Term, from: number | undefined): Period | undefined =>
  from === undefined ? undefined : `term:${from}:${term}`;

/** From the longest to the shortest: what one has read, the next does not read again. */
const readers: [RegExp, (found: RegExpExecArray, text: string) => Period | undefined][] = [
  [
    pattern(`(?:1(?:st)? )?${month} ${year}${to}(?:3[01](?:st|th)? )?${month} ${year}`),
    ({ 1: m1, 2: y1, 3: m2, 4: y2 }, text) => {
      if (number(y2) !== number(y1) + 1) return undefined;
      const [from, until] = [monthOf(m1), monthOf(m2)];
      if (from === 4 && until === 3) return `fy:${y1}`;
      if (from === 9 && until === 8) return `${kindOfYear(text) === 'ay' ? 'ay' : 'afy'}:${y1}`;
      return from === 9 && until === 7 ? `ay:${y1}` : undefined;
    },
  ],
  [
    pattern(`years? (?:ended|ending)(?: on)?(?: the)? (?:3[01](?:st|th)? )?${month} ${year}`),
    ({ 1: m, 2: y, index }, text) => {
      const began = number(y) - 1;
      if (monthOf(m) === 3) return `fy:${began}`;
      if (monthOf(m) === 12) return `year:${y}`;
      if (monthOf(m) !== 8 && monthOf(m) !== 7) return undefined;
      return /academic |school /i.test(text.slice(Math.max(0, index - 10), index)) ? `ay:${began}` : `afy:${began}`;
    },
  ],
  [
    pattern(`autumn(?: term)? ${year}${to}spring(?: term)? ${year}`),
    ({ 1: y1, 2: y2 }) => (number(y2) === number(y1) + 1 ? `term:${y1}:autumn-spring` : undefined),
  ],
  [
    pattern(`${both}(?: terms?)?,?(?: in)?(?: the)? ${pair}`),
    ({ 1: y1, 2: y2 }) => termIn('autumn-spring', pairYear(y1, y2)),
  ],
  [pattern(`${pair},? ${both}(?: terms?)?`), ({ 1: y1, 2: y2 }) => termIn('autumn-spring', pairYear(y1, y2))],
  [
    pattern(`${season}(?: term)?,?(?: in)?(?: the)? ${pair}`),
    ({ 1: term, 2: y1, 3: y2 }) => termIn(term?.toLowerCase() as Term, pairYear(y1, y2)),
  ],
  [
    pattern(`${pair},? ${season}(?: term)?`),
    ({ 1: y1, 2: y2, 3: term }) => termIn(term?.toLowerCase() as Term, pairYear(y1, y2)),
  ],
  [
    pattern(`${season}(?: term| school census| census)?,?(?: in| of)? ${year}`),
    ({ 1: term, 2: y }) => {
      const named = term?.toLowerCase() as Term;
      return termIn(named, yearOfTerm(named, number(y)));
    },
  ],
  // An inspection of two or three days is known by its first.
  [
    pattern(`${day}${to}${day} ${month},? ${year}`),
    ({ 1: first, 2: last, 3: m, 4: y }) =>
      number(first) < number(last) && isoDay(number(y), monthOf(m), number(last))
        ? dayIn(isoDay(number(y), monthOf(m), number(first)))
        : undefined,
  ],
  [
    pattern(`${day} ${month}${to}${day} ${month},? ${year}`),
    ({ 1: first, 2: m1, 3: last, 4: m2, 5: y }) =>
      monthOf(m2) === monthOf(m1) + 1 && number(last) < number(first)
        ? dayIn(isoDay(number(y), monthOf(m1), number(first)))
        : undefined,
  ],
  [
    pattern(`${day}(?: of)? ${month},? ${year}`),
    ({ 1: d, 2: m, 3: y }) => dayIn(isoDay(number(y), monthOf(m), number(d))),
  ],
  [pattern(`${month} ${day},? ${year}`), ({ 1: m, 2: d, 3: y }) => dayIn(isoDay(number(y), monthOf(m), number(d)))],
  [
    pattern(`${year}-(\\d\\d)-(\\d\\d)(?:T[\\d:.]{5,16}Z?)?`),
    ({ 1: y, 2: m, 3: d }) => dayIn(isoDay(number(y), number(m), number(d))),
  ],
  [
    pattern(`(\\d{1,2})[/.](\\d{1,2})[/.]${year}`),
    ({ 1: d, 2: m, 3: y }) => dayIn(isoDay(number(y), number(m), number(d))),
  ],
  [
    pattern(`(?:(?:ay|fy) ?)?${pair}`),
    ({ 1: y1, 2: y2 }, text) => {
      const from = pairYear(y1, y2);
      return from === undefined ? undefined : `${kindOfYear(text)}:${from}`;
    },
  ],
  [
    // Time periods in published files: 202425.
    pattern('((?:19|20)\\d\\d)(\\d\\d)'),
    ({ 1: y1, 2: y2 }, text) => {
      const from = pairYear(y1, y2);
      return from === undefined ? undefined : `${kindOfYear(text)}:${from}`;
    },
  ],
  [pattern(`${month},? ${year}`), ({ 1: m, 2: y }) => `month:${y}-${two(monthOf(m))}`],
  [pattern(`${year} ${month}`), ({ 1: y, 2: m }) => `month:${y}-${two(monthOf(m))}`],
  [pattern(year), ({ 1: y }) => `year:${y}`],
];

const dayIn = (iso: string | undefined): Period | undefined => (iso === undefined ? undefined : `day:${iso}`);

const normal = (text: string) =>
  text
    .slice(0, most)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

const yearIn = (period: Period) => Number(/:(\d{4})/.exec(period)?.[1]);

/** Every period in a text. Where something of a period's shape is none (2021 to 2024), `period` is empty. */
function allIn(text: string): Said[] {
  const found: Said[] = [];
  for (const [shape, read] of readers) {
    shape.lastIndex = 0;
    for (let match = shape.exec(text); match; match = shape.exec(text)) {
      const said = { from: match.index, to: match.index + match[0].length };
      if (found.some((one) => one.from < said.to && said.from < one.to)) continue;
      const period = read(match, text) ?? '';
      const known = yearIn(period) >= years.least && yearIn(period) <= years.most;
      found.push({ ...said, period: known ? period : '' });
    }
  }
  return found;
}

/** What may stand beside a period without making it another one. */
const beside = new Set(
  (
    'the for in of at as on from during and all full whole academic school year years ay term terms financial fiscal fy ' +
    'cfr aar academy academies academies’ trusts maintained schools calendar census date dates day ' +
    'inspection inspected visit monday tuesday wednesday thursday friday saturday ' +
    'sunday provisional revised final period reporting data'
  ).split(' '),
);

/**
 * The period that a text is, such as a table's column header: '2024/25', '2024/25 Autumn term', '202425', 'Spring 2025',
 * '16 January 2025', 'Financial year 2023-24'. `undefined` where it is more than that, or none, or two.
 */
export function parsePeriod(text: string): Period | undefined {
  if (text.length > 200) return undefined;
  const line = normal(text);
  const [said, ...others] = allIn(line);
  if (!said?.period || others.length > 0) return undefined;
  const rest = `${line.slice(0, said.from)} ${line.slice(said.to)}`.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  return rest.every((word) => beside.has(word)) ? said.period : undefined;
}

/** What makes a year part of a smaller or a longer period, or of a number of things. */
const partly = /^[\s,:(-]*(?:weeks?|wk|q[1-4]|quarter|half|pupils|children|schools|cohort of|onwards?|to date)\b/i;
const bounded = /\b(?:since|until|before|after|by|from|up to|compared with|than)(?: the)? $/i;

/**
 * The periods that a sentence or a caption says its figures are of: 'Data is for the 2024 to 2025 academic year'. A bare
 * year counts only where the text says 'in', 'for' or 'of' it, or ends with it; what it is compared with does not.
 */
export function periodsIn(text: string): Period[] {
  const line = normal(text);
  const whole = parsePeriod(line);
  if (whole) return [whole];
  const told = new Set<Period>();
  for (const { period, from, to: end } of allIn(line)) {
    const [left, right] = [line.slice(0, from), line.slice(end)];
    if (partly.test(right)) return [];
    const loose = period.startsWith('year:');
    const meant = /\b(?:in|for|of|during|year|ending|census)(?: the)? $/i.test(left) || /[(,:-] ?$/.test(left);
    if (loose && !meant && !/^[).\s]*$/.test(right)) continue;
    if (bounded.test(left) && !(period.startsWith('day:') && / from $/i.test(left))) continue;
    if (period) told.add(period);
  }
  return [...told];
}

/** The one period that a text says its figures are of; `undefined` where it says none or more than one. */
export function findPeriod(text: string): Period | undefined {
  const [only, another] = periodsIn(text);
  return another === undefined ? only : undefined;
}
