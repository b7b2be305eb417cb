import { takesPart } from '../cluster/schools.ts';
import type { Record } from '../record.ts';
import { type Agreement, baselineReading, indicatorsFor, indicatorsOf, lackingOf } from './agreement.ts';
import { two } from './calendar.ts';
import { type Due, type Indicator, isFor, type Part } from './indicator.ts';
import type { Noticing } from './noticing.ts';
import type { Priority } from './priority.ts';
import type { Figures } from './progress.ts';
import { presentReading } from './reading.ts';
import { newestFor, targetFor } from './target.ts';

/** A figure that comes out: of which period, in which month (`2026-12`). */
export interface Release {
  period: string;
  month: string;
}

/** What one school has to give. What has no month can be done at once. */
export type Owed = { school: string; month?: string } & (
  | { what: 'reading'; indicator: string; period: string; month: string; standing: 'overdue' | 'due' | 'coming' }
  | { what: 'baseline' | 'target' | 'stretch'; indicator: string; priority: string }
  | { what: 'noticing' | 'agreement'; priority: string }
);

/** Everything that is looked at to say who owes what. */
export interface Dealings extends Figures {
  priorities: readonly Record<Priority>[];
  noticings: readonly Record<Noticing>[];
  agreements: readonly Record<Agreement>[];
}

/**
 * The first month in which the figure of a part may come out, of a year that begins in September, counted from that
 * September's January. What is of one term is often known within it (a census, attendance up to half-term). A school
 * year's own tests and its January census come out from May on, and results in July and August; whatever comes out
 * earlier in a year is the figure of the year before.
 */
const firstMonth: { [part in Part]: number } = {
  year: 17,
  autumn: 9,
  spring: 13,
  summer: 16,
  // Both terms together are counted once they are over.
  'autumn-spring': 15,
  // April to March.
  'financial-year': 15,
};

const periodOf = (part: Part, year: number): string => {
  if (part === 'year') return `ay:${year}`;
  return part === 'financial-year' ? `fy:${year}` : `term:${year}:${part}`;
};

/** The month in which the figure of a part comes out that began in a year: the first such month in which it may. */
export function releaseOf({ month, part }: Due, year: number): Release {
  const first = firstMonth[part];
  const wait = (month - first + 24) % 12;
  const at = first + wait - 1;
  return { period: periodOf(part, year), month: `${year + Math.floor(at / 12)}-${two((at % 12) + 1)}` };
}

/** The figures that come out from one month to another, both included, earliest first. */
export function releasesOf(dues: readonly Due[], from: string, to: string): Release[] {
  const found: Release[] = [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  for (const due of dues) {
    for (let year = first - 3; year <= last; year++) {
      const release = releaseOf(due, year);
      if (release.month >= from && release.month <= to) found.push(release);
    }
  }
  return found.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

/** An academy's own financial year stands for the one that was asked for. */
const alternatives = (period: string): string[] => (period.startsWith('fy:') ? [period, `a${period}`] : [period]);

const monthOf = (day: string) => day.slice(0, 7);

/** A month some months on: `2026-12` and 1 is `2027-01`. */
export function monthsOn(month: string, more: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + more;
  return `${Math.floor(at / 12)}-${two((at % 12) + 1)}`;
}

/** A moment's day in ISO 8601. Days of the calendar are counted in UTC. */
export const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Whether somebody waits for what belongs to a priority. */
const isLive = ({ body }: Record<Priority>) => body?.state === 'agreed' || body?.state === 'proposed';

/**
 * What the schools that take part owe on a day, each of the indicators that are for it: figures that came out since their indicator was set up and are not in
 * (`overdue` once their month is over), with `ahead` those of so many months to come, and what is yet to be given so
 * that a priority can be agreed and followed. Of each indicator only the next step is asked: a baseline, then a target
 * of one's own, then a stretch target.
 */
export function owedOn(dealings: Dealings, day: string, ahead = 0): Owed[] {
  const live = dealings.priorities.filter(isLive);
  const schools = dealings.schools.filter(takesPart);
  const owed: Owed[] = [];
  const asked = new Set<string>();
  for (const priority of live) {
    for (const indicator of indicatorsOf(dealings.indicators, priority.id)) {
      if (asked.has(indicator.id)) continue;
      asked.add(indicator.id);
      for (const { id } of schools) {
        if (!isFor(indicator, id)) continue;
        owed.push(...readingsOwed(dealings, indicator, id, day, ahead));
        if (priority.body?.state === 'agreed') owed.push(...stepOwed(dealings, indicator.id, id, priority.id));
      }
    }
    for (const { id } of schools) owed.push(...wordsOwed(dealings, priority, id));
  }
  return owed;
}

function readingsOwed(
  dealings: Dealings,
  indicator: Record<Indicator>,
  school: string,
  day: string,
  ahead: number,
): Owed[] {
  const { due = [], at = 0 } = indicator.body ?? {};
  const now = monthOf(day);
  const readings = dealings.readings.filter(({ body }) => body?.indicator === indicator.id && body.school === school);
  const isIn = (period: string) =>
    alternatives(period).some((one) => presentReading(readings, { indicator: indicator.id, school, period: one }));
  return releasesOf(due, monthOf(dayAt(at)), monthsOn(now, ahead))
    .filter(({ period }) => !isIn(period))
    .map(({ period, month }) => {
      const standing = month < now ? 'overdue' : month === now ? 'due' : 'coming';
      return { what: 'reading', school, indicator: indicator.id, period, month, standing };
    });
}

function stepOwed(dealings: Dealings, indicator: string, school: string, priority: string): Owed[] {
  const about = { school, indicator, priority };
  const starts = newestFor(dealings.baselines, indicator, school);
  if (!starts || !baselineReading(dealings.readings, starts)) return [{ what: 'baseline', ...about }];
  if (!targetFor(dealings.targets, indicator, school, false)) return [{ what: 'target', ...about }];
  return targetFor(dealings.targets, indicator, school, true) ? [] : [{ what: 'stretch', ...about }];
}

function wordsOwed(dealings: Dealings, priority: Record<Priority>, school: string): Owed[] {
  const lacks = lackingOf(dealings, priority, school);
  const owed: Owed[] = [];
  const [indicator] = indicatorsFor(dealings.indicators, priority.id, school);
  // Where it is agreed, each indicator asks for its own.
  if (priority.body?.state === 'proposed' && lacks.includes('no-baseline') && indicator)
    owed.push({ what: 'baseline', school, indicator: indicator.id, priority: priority.id });
  if (lacks.includes('nothing-noticed')) owed.push({ what: 'noticing', school, priority: priority.id });
  if (lacks.includes('not-agreed')) owed.push({ what: 'agreement', school, priority: priority.id });
  return owed;
}

/** Whether it is wanted by now. */
export const isWanted = (owed: Owed): boolean => owed.what !== 'reading' || owed.standing !== 'coming';

/** How many figures of a priority are wanted by now. */
export function figuresDue(owed: readonly Owed[], indicators: readonly Record<Indicator>[], priority: string): number {
  const mine = new Set(indicatorsOf(indicators, priority).map(({ id }) => id));
  return owed.filter((one) => one.what === 'reading' && one.standing !== 'coming' && mine.has(one.indicator)).length;
}

/** What is owed, in groups by a key, in the order of the keys. */
export function grouped(owed: readonly Owed[], keyOf: (one: Owed) => string): [key: string, owed: Owed[]][] {
  const groups = new Map<string, Owed[]>();
  for (const one of owed) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
