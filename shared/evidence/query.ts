/**
 * What may be asked of an entry by name: `tag:oracy`. All that is asked must be so; only of what an entry has one of
 * (`oneOnly`) any value will do.
 */
export const facetNames = [
  'priority',
  'tag',
  'stance',
  'strength',
  'by',
  'school',
  'kind',
  'strand',
  'cycle',
  'decision',
] as const;
export type FacetName = (typeof facetNames)[number];

/** What an entry has one of. */
export const oneOnly: ReadonlySet<TermName> = new Set(['stance', 'by', 'kind']);

/** What may be set besides: from and to a day, a month or a year; what is set aside too; the order. */
export const settingNames = ['from', 'to', 'with', 'sort'] as const;
export type SettingName = (typeof settingNames)[number];

export type TermName = FacetName | SettingName;

/** One thing that is asked: a word, an exact phrase, or a value of something by name. `not`: it must not be so. */
export type Term =
  | { is: 'word'; text: string; not: boolean }
  | { is: 'phrase'; text: string; not: boolean }
  /** A value that is empty is still being typed: it asks nothing. */
  | { is: 'named'; name: TermName; value: string; not: boolean };

/** What somebody looks for in the log, in the order in which it was typed. */
export type Query = readonly Term[];

const names: ReadonlySet<string> = new Set([...facetNames, ...settingNames]);

/** As much as the line takes. In characters. */
export const longestQuery = 1000;

const gaps = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A text that can stand between quotation marks. */
export const quotable = (text: string): string => gaps(text.replace(/["“”]/g, "'"));

const isDate = (name: string) => name === 'from' || name === 'to';

/**
 * A line as a query. It never fails: what is not understood is words. `words "exact phrase" -not priority:"Every child
 * reads" tag:oracy stance:challenges from:2025-09 to:2026-03 with:withdrawn sort:newest`
 */
export function parseQuery(line: string): Term[] {
  const text = line.slice(0, longestQuery).replace(/[“”]/g, '"');
  const terms: Term[] = [];
  let at = 0;
  /** A quoted text from its first mark on; one that does not end goes to the end of the line. */
  const quoted = (): string => {
    const end = text.indexOf('"', at + 1);
    const inside = text.slice(at + 1, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    return gaps(inside);
  };
  const run = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [found = ''] = pattern.exec(text) ?? [];
    at += found.length;
    return found;
  };
  while (at < text.length) {
    if (run(/\s+/y) !== '') continue;
    const not = run(/-(?=\S)/y) !== '';
    if (text[at] === '"') {
      const phrase = quoted();
      if (phrase !== '') terms.push({ is: 'phrase', text: phrase, not });
      continue;
    }
    const begun = at;
    const name = run(/[a-z]+:/iy)
      .slice(0, -1)
      .toLowerCase();
    if (names.has(name)) {
      const value = text[at] === '"' && !isDate(name) ? quoted() : run(/[^\s"]*/y);
      // A part of a day that is still being typed is fine; letters are not a date.
      if (!isDate(name) || /^[\d-]*$/.test(value)) {
        terms.push({ is: 'named', name: name as TermName, value, not });
        continue;
      }
    }
    at = begun;
    terms.push({ is: 'word', text: run(/[^\s"]+/y), not });
  }
  return terms;
}

function termText(term: Term): string {
  const sign = term.not ? '-' : '';
  if (term.is === 'word') return sign + term.text;
  if (term.is === 'phrase') return `${sign}"${quotable(term.text)}"`;
  const value = quotable(term.value);
  return `${sign}${term.name}:${/\s/.test(value) ? `"${value}"` : value}`;
}

/** A query as a line, which is read as the same query again. */
export const printQuery = (query: Query): string => query.map(termText).join(' ');

/** Whether anything is looked for; an order alone looks for nothing. */
export const asksAnything = (query: Query): boolean =>
  query.some((term) => term.is !== 'named' || (term.value !== '' && term.name !== 'sort'));

/** A query of which this is asked too; of what an entry has one of, in place of other values. */
export function narrowed(query: Query, name: TermName, value: string): Term[] {
  const term: Term = { is: 'named', name, value: quotable(value), not: false };
  const isOther = (one: Term) => one.is === 'named' && one.name === name && !one.not;
  const others = query.filter(
    (one) => !isOther(one) || (!oneOnly.has(name) && one.is === 'named' && one.value !== term.value),
  );
  return [...others, term];
}

/** A query without anything that was asked of a name. */
export const without = (query: Query, name: TermName): Term[] =>
  query.filter((term) => term.is !== 'named' || term.name !== name);

/** When a day, a month or a year begins and ends, in milliseconds since 1970 where the device is; nothing yet for less. */
export function spanOf(value: string): { from: number; to: number } | undefined {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value);
  if (!found) return undefined;
  const [year = 0, month, day] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  const begins = (y: number, m: number, d: number) => new Date(y, m, d).getTime();
  if (month === undefined) return { from: begins(year, 0, 1), to: begins(year + 1, 0, 1) };
  if (day === undefined) return { from: begins(year, month - 1, 1), to: begins(year, month, 1) };
  return { from: begins(year, month - 1, day), to: begins(year, month - 1, day + 1) };
}
