import type { Evidence } from '../evidence.ts';
import { accessOf } from '../source-access.ts';
import { tableText } from '../table-words.ts';
import { dateInWords, dayOf } from './day-words.ts';
import type { Made } from './made.ts';

/** One piece of evidence as it is taken out: with names where the record has ids. */
export interface Taken {
  id: string;
  evidence: Evidence;
  /** Who saved it. */
  by: string;
  /** The schools for which that person acts. */
  schools: readonly string[];
  /** The titles of the priorities that it bears on, in the order of their ids in the record. */
  priorities: readonly string[];
  /** What a group made of it, where it was looked for. */
  made?: Made | undefined;
}

/** What a file says of itself. */
export interface Account {
  /** The cluster's name. */
  cluster: string;
  /** A UUID of this taking out. */
  id: string;
  /** When it was taken out, milliseconds since 1970. */
  at: number;
  /** How many entries are in it. */
  total: number;
  /** How many were left out since their source may not be passed on. */
  restricted: number;
  /** How many were left out since they have no source, where a format is of sources. */
  sourceless: number;
  /** What else the whole log has to say, after its entries, where a format has a place for it. */
  closing?: readonly { title: string; lines: readonly string[] }[];
}

/** A file in the making: entries in, text out, so that a long one never stands in memory twice. */
export interface Writer {
  /** The text of one entry; empty where it waits for the end. */
  add(entry: Taken): string;
  /** What stands before and after the entries, once all are known. */
  end(account: Account): { before: string; after: Iterable<string> };
  /** How many entries so far have no source, where a format is of sources. */
  sourceless?(): number;
}

/** Whether evidence may leave the cluster: what its source reserves for its own schools stays. */
export const mayLeave = ({ source }: Pick<Evidence, 'source'>): boolean =>
  source === undefined || accessOf(source) === 'open';

/** What was kept of a page, as text: its words, its table, what its picture shows. */
export const keptWords = ({ passages, table, image }: Pick<Evidence, 'passages' | 'table' | 'image'>): string[] =>
  [...passages.map(({ exact }) => exact), table ? tableText(table) : '', image?.alt ?? ''].filter(Boolean);

const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

/** What a file says of itself, as sentences: whose it is, from when, and what was left out. */
export function accountLines({ cluster, at, total, restricted, sourceless }: Account): string[] {
  const lines = [`Evidence of ${cluster}, taken out of Goldthread on ${dateInWords(dayOf(at))}: ${entries(total)}.`];
  if (restricted > 0) {
    lines.push(`${counted(restricted, 'entry', 'entries')} from restricted sources ${is(restricted)} left out.`);
  }
  if (sourceless > 0) {
    lines.push(`${counted(sourceless, 'entry', 'entries')} without a source ${is(sourceless)} left out.`);
  }
  return lines;
}

const entries = (total: number) => counted(total, 'entry', 'entries');
const is = (count: number) => (count === 1 ? 'is' : 'are');
