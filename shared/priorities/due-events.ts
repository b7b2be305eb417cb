import type { Record } from '../record.ts';
import { monthsOn, type Owed } from './due.ts';
import type { CalendarEvent } from './ics.ts';
import type { Indicator } from './indicator.ts';
import { periodLabel } from './period.ts';
import type { Priority } from './priority.ts';

interface Names {
  indicators: readonly Record<Indicator>[];
  priorities: readonly Record<Priority>[];
  schoolName: (id: string) => string;
  /** Where one thing is done, for whoever may; left out where the cluster's address is not known. */
  linkTo?: (owed: Owed) => string;
}

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * What a cluster's calendar holds: each figure on the first days of the month in which it comes out, with the schools
 * that owe it, and the day on which each priority is to be reviewed.
 */
export function dueEvents(
  owed: readonly Owed[],
  { indicators, priorities, schoolName, linkTo }: Names,
): CalendarEvent[] {
  const figures = new Map<string, { month: string; name: string; period: string; owed: Owed[] }>();
  for (const one of owed) {
    if (one.what !== 'reading') continue;
    const name = indicators.find(({ id }) => id === one.indicator)?.body?.name;
    if (!name) continue;
    const key = `${one.indicator}.${one.period.replaceAll(':', '-')}`;
    const figure = figures.get(key) ?? { month: one.month, name, period: one.period, owed: [] };
    figures.set(key, { ...figure, owed: [...figure.owed, one] });
  }
  const events = [...figures].map(([key, { month, name, period, owed: all }]): CalendarEvent => {
    const lines = all.map((one) => [schoolName(one.school), linkTo?.(one)].filter(Boolean).join(': '));
    return {
      uid: `${key}@goldthread.invalid`,
      start: `${month}-01`,
      end: `${month}-02`,
      summary: `${name}: the figure for ${periodLabel(period)} comes out`,
      description: ['To be entered by the end of the month:', ...lines].join('\n'),
    };
  });
  for (const { id, body } of priorities) {
    if (!body?.review || body.state === 'closed' || body.state === 'dropped') continue;
    events.push({
      uid: `${id}.review@goldthread.invalid`,
      start: body.review,
      end: nextDay(body.review),
      summary: `To be reviewed: ${body.title}`,
    });
  }
  return events.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.uid < b.uid ? -1 : 1));
}

/** How many months ahead a calendar looks. */
export const calendarAhead = 12;

/** The last month that a calendar of a day takes in. */
export const calendarUntil = (day: string): string => monthsOn(day.slice(0, 7), calendarAhead);
