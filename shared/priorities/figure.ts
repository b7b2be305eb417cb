import { cohortIn } from './cohort.ts';
import { type FigureValue, readFigure, saysCounted, saysNamed, unitOfHeaders } from './figure-value.ts';
import { findPeriod, type Period, parsePeriod, periodsIn } from './period.ts';

export type FigureStatus = 'provisional' | 'revised' | 'final';

/** A figure as a page gives it: a cell of a table, a tile, an entry of a list, a point of a chart. */
export interface Figure extends Omit<FigureValue, 'status'> {
  /** Its row's and its column's headers, from the outermost to the nearest. */
  row: string[];
  column: string[];
  /** What stands there, in one line, without the column's label where the page repeats it. */
  text: string;
  /** In the canonical form of period.ts, where the page says one. */
  period?: Period;
  status?: FigureStatus;
  /** Whose figure it is, in few words: 'Key stage 2', 'Disadvantaged pupils'. */
  cohort?: string[];
  /** What its row begins with, where that is no header: many tables name the school so. */
  beside?: string;
}

/** What a page says of all figures of one place, from the nearest: caption, heading, sentences before, summary, title. */
export type Surroundings = readonly string[];

/** Makes a figure of its headers and its text. */
export type MakeFigure = (row: string[], column: string[], text: string) => Figure;

/** Makes the figures of one place: what is around them is read once, and so is each header. */
export function figuresAmong(around: Surroundings): MakeFigure {
  const near = {
    period: nearPeriod(around),
    status: statusOf(around),
  };
  const periods = new Map<string, HeaderPeriod>();
  const cohorts = new Map<string, string[]>();
  const once = <T>(known: Map<string, T>, key: string, read: () => T): T => {
    const value = known.get(key) ?? read();
    known.set(key, value);
    return value;
  };
  return (row, column, text) => {
    const headers = [...row, ...column];
    const said = headers.map((header) => once(periods, header, () => headerPeriod(header)));
    const bare = withoutLabel(text, column);
    // Beneath a year, '2024' is no year but a number of something.
    const counts = saysCounted(headers) || said.some(({ whole }) => whole !== undefined);
    const { status: marked, ...value } = readFigure(bare, { counts, names: headers.some(saysNamed) });
    const unit = value.unit ?? (value.value === null && !value.interval ? null : unitOfHeaders(headers));
    const period = periodOf(said, near.period);
    const status = marked ?? statusOf(headers) ?? near.status;
    const cohort = once(cohorts, headers.join('\n'), () => cohortIn([...headers, ...around.slice(0, 2)]));
    return {
      row,
      column,
      text: bare,
      ...value,
      unit,
      ...(period !== undefined && { period }),
      ...(status && { status }),
      ...(cohort.length > 0 && { cohort }),
    };
  };
}

/** Older performance tables repeat the column's label in each cell, for narrow screens. */
function withoutLabel(text: string, column: readonly string[]): string {
  for (const label of [column.join(' '), ...[...column].reverse()]) {
    if (!/\p{L}/u.test(label) || text.length <= label.length) continue;
    if (text.slice(0, label.length).toLowerCase() !== label.toLowerCase()) continue;
    const rest = text.slice(label.length);
    // Without a space between, a number still begins where the label's last letter was.
    if (/^\s*:|^\s/.test(rest) || (/[\p{L})%]$/u.test(label) && /^[-+\u2010-\u2015\u2212]?[£\d.]/.test(rest)))
      return rest.replace(/^\s*:?\s*/, '') || text;
  }
  return text;
}

const termOnly: [RegExp, string][] = [
  [/^autumn(?: terms?)? (?:and|&) spring(?: terms?)?$/i, 'autumn-spring'],
  [/^autumn(?: term)?$/i, 'autumn'],
  [/^spring(?: term)?$/i, 'spring'],
  [/^summer(?: term)?$/i, 'summer'],
];

/** The period of the nearest place that says any. One that says several (a caption, 'between …') leaves it open. */
function nearPeriod(around: Surroundings): Period | undefined {
  const [only, another] = around.map(periodsIn).find((said) => said.length > 0) ?? [];
  return another === undefined ? only : undefined;
}

/** What one header says of when: that it is a period, that it speaks of one, or that it is a term of some year. */
interface HeaderPeriod {
  whole?: Period | undefined;
  within?: Period | undefined;
  term?: string | undefined;
}

/** Absence is published after one term and after two: the autumn's, then the autumn's and the spring's. */
const soManyTerms = ['', 'autumn', 'autumn-spring'];
/** What marks a header's year: how settled its figures are, or how many of its terms they are of. */
const beside = /(?<=\d)[\s,]*[([](?:(p|r)|(provisional|revised|final)|([123])[ -]terms?)[)\]]$/i;

function headerPeriod(header: string): HeaderPeriod {
  const mark = beside.exec(header);
  const bare = mark ? header.slice(0, mark.index) : header;
  const whole = parsePeriod(bare);
  const term = soManyTerms[Number(mark?.[3] ?? 0)];
  return {
    whole: term && whole?.startsWith('ay:') ? `term:${whole.slice(3)}:${term}` : whole,
    within: findPeriod(bare),
    term: termOnly.find(([shape]) => shape.test(header))?.[1],
  };
}

/** The period that headers agree on, a term and a year taken together; else the nearest place that says one. */
function periodOf(headers: readonly HeaderPeriod[], near: Period | undefined): Period | undefined {
  const whole = new Set(headers.flatMap((one) => one.whole ?? []));
  const said = whole.size === 0 ? new Set(headers.flatMap(({ within }) => within ?? [])) : whole;
  if (said.size > 1) return undefined;
  const [own] = said;
  const period = own ?? near;
  const terms = headers.flatMap(({ term }) => term ?? []);
  if (terms.length === 0) return period;
  // A header 'Autumn term' without its year says less than one period, and not the year's.
  return terms.length === 1 && period?.startsWith('ay:') ? `term:${period.slice(3)}:${terms[0]}` : undefined;
}

/** Results come as provisional, then revised, then final. */
function statusOf(texts: readonly string[]): FigureStatus | undefined {
  for (const text of texts) {
    const line = text.slice(0, 600);
    const said = new Set<FigureStatus>();
    const mark = beside.exec(line)?.[1]?.toLowerCase();
    if (mark) said.add(mark === 'p' ? 'provisional' : 'revised');
    if (/\bprovisional\b/i.test(line)) said.add('provisional');
    if (/\brevised\b/i.test(line)) said.add('revised');
    if (/^final$|\(final\)|\bfinal (?:data|results?|figures?|release|statistics)\b/i.test(line)) said.add('final');
    const [only] = said;
    if (only) return said.size === 1 ? only : undefined;
  }
  return undefined;
}
