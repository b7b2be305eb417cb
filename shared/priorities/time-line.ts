import { monthNames } from './calendar.ts';
import { dayAt } from './due.ts';
import type { Priority } from './priority.ts';
import { dayText } from './progress-words.ts';

/** Change takes two to four years; the line shows four. */
export const yearsShown = 4;

/** How long a priority has run, on a line of four years: places are shares of it, from 0 to 1. */
export interface TimeLine {
  start: string;
  marks: { at: number; label: string }[];
  /** Where today is; 1 where four years are over. */
  today: number;
  review?: { at: number; day: string; overdue: boolean };
  words: string;
}

const moved = (day: string, years: number): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year + years, month - 1, date);
};

const shortMonth = (at: number) => {
  const day = new Date(at);
  return `${monthNames[day.getUTCMonth()]?.slice(0, 3)} ${day.getUTCFullYear()}`;
};

/** When work on it began, as far as is known. */
export function startOf({ starts, adopted, agreed }: Priority): string | undefined {
  if (starts) return starts;
  return adopted?.on ?? (agreed === undefined ? undefined : dayAt(agreed));
}

/** How long it is from one day to another: '1 year and 2 months'. */
export function lengthOf(from: string, to: string): string {
  const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const months = Math.max(0, number(to) - number(from) - (to.slice(8) < from.slice(8) ? 1 : 0));
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const count = (many: number, what: string) => (many === 0 ? '' : `${many} ${what}${many === 1 ? '' : 's'}`);
  return [count(years, 'year'), count(rest, 'month')].filter(Boolean).join(' and ') || 'less than a month';
}

/** The time line of a priority on a day, or `undefined` where it is not known when it began. */
export function timeLineOf(priority: Priority, day: string): TimeLine | undefined {
  const start = startOf(priority);
  if (!start) return undefined;
  const [from, to] = [moved(start, 0), moved(start, yearsShown)];
  const place = (one: string) => Math.min(1, Math.max(0, (Date.parse(one) - from) / (to - from)));
  const until = priority.closed ? dayAt(priority.closed.at) : day;
  const marks = Array.from({ length: yearsShown + 1 }, (_, year) => ({
    at: year / yearsShown,
    label: shortMonth(moved(start, year)),
  }));
  const { review } = priority;
  const overdue = review ? review < day && !priority.closed : false;
  const words = [
    start > day
      ? `Begins on ${dayText(start)}.`
      : `${priority.closed ? 'Ran' : 'Has run'} for ${lengthOf(start, until)}; change takes two to four years.`,
    review && !priority.closed ? `${overdue ? 'Was to be reviewed' : 'To be reviewed'} on ${dayText(review)}.` : '',
  ];
  return {
    start,
    marks,
    today: place(until),
    ...(review && { review: { at: place(review), day: review, overdue } }),
    words: words.filter(Boolean).join(' '),
  };
}
