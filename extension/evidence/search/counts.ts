import type { LogRow } from '../../replica/log-rows.ts';
import type { Facet } from '../../replica/search/facets.ts';

/** How many entries have each pair of values of two facets; one with several values counts under each. */
export interface Counts {
  of(a: string, b: string): number;
  /** How many have a value of the first, whatever they have of the second. */
  total(a: string): number;
}

/** Counts entries by two facets. */
export function countBy(rows: readonly LogRow[], first: Facet, second: Facet): Counts {
  const pairs = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const row of rows) {
    if (row.state === 'erased') continue;
    const others = second.valuesOf(row);
    for (const a of new Set(first.valuesOf(row))) {
      totals.set(a, (totals.get(a) ?? 0) + 1);
      const inner = pairs.get(a) ?? new Map<string, number>();
      pairs.set(a, inner);
      for (const b of new Set(others)) inner.set(b, (inner.get(b) ?? 0) + 1);
    }
  }
  return { of: (a, b) => pairs.get(a)?.get(b) ?? 0, total: (a) => totals.get(a) ?? 0 };
}

/** How many entries reached the log in each month, by the values of a facet. */
export interface Months {
  /** From the first to the last with an entry in it, each as ISO 8601 writes it: `2025-09`. */
  months: readonly string[];
  of(value: string, month: string): number;
  /** How many entries a month has, each once. */
  total(month: string): number;
}

/** The month of a time, where the device is. */
const monthOf = (at: number): string => {
  const day = new Date(at);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`;
};

const moved = (month: string, by: number): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return monthOf(new Date(year, number - 1 + by, 1).getTime());
};

/** So many months in order, of which this is the last. */
export const monthsTo = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => moved(last, i + 1 - count));

/** Counts entries by month; months in between without any are there too. */
export function countByMonth(rows: readonly LogRow[], facet: Facet): Months {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  let [first, last] = ['9999-99', ''];
  // Entries stand in order of time: the month is mostly that of the one before.
  let [month, from, to] = ['', 0, 0];
  for (const row of rows) {
    if (row.state === 'erased') continue;
    if (row.at < from || row.at >= to) {
      month = monthOf(row.at);
      const day = new Date(row.at);
      from = new Date(day.getFullYear(), day.getMonth(), 1).getTime();
      to = new Date(day.getFullYear(), day.getMonth() + 1, 1).getTime();
    }
    if (month < first) first = month;
    if (month > last) last = month;
    totals.set(month, (totals.get(month) ?? 0) + 1);
    for (const value of new Set(facet.valuesOf(row))) {
      const key = `${month} ${value}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const months: string[] = [];
  for (let at = first; at <= last; at = moved(at, 1)) months.push(at);
  return { months, of: (value, at) => counts.get(`${at} ${value}`) ?? 0, total: (at) => totals.get(at) ?? 0 };
}
