import { Evidence, isWithdrawn, type Stance } from '../../shared/evidence/evidence.ts';
import type { SourceKind } from '../../shared/evidence/page-source.ts';
import { tableText } from '../../shared/evidence/table-words.ts';
import type { Record } from '../../shared/record.ts';
import { wordsOf } from './words.ts';

/** What is kept in memory of each entry of the log, so that it can be found among many without reading it again. */
export interface LogRow {
  id: string;
  seq: number;
  /** When it reached the log, by the server's clock; of what was erased before it was seen, when it was made. */
  at: number;
  state: 'there' | 'withdrawn' | 'erased';
  /** Empty of what was erased. */
  by: string;
  priorities: readonly string[];
  tags: readonly string[];
  stance: Stance | undefined;
  /** What kind of source it was read in, where that is known. */
  source: SourceKind | undefined;
  /** Which wording of it this is. */
  wording: number;
  /** Its words as they are searched; only once somebody looks for words. */
  words?: string;
  /** Its place in the index of words, where there is one. */
  slot?: number;
}

/** Milliseconds since 1970 at which an id was made: its first 48 bits (RFC 9562, section 5.7). */
const madeAt = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) || 0;

const none: readonly string[] = [];
const lists = new Map<string, readonly string[]>();

/** A list of values, the same one wherever they are the same: few bytes, and rows are told apart by it at once. */
export function listOf(values: readonly string[]): readonly string[] {
  if (values.length === 0) return none;
  const key = values.join('\n');
  const known = lists.get(key);
  if (known) return known;
  lists.set(key, values);
  return values;
}

/** The row of a record. */
export function rowOf(record: Record, withWords: boolean): LogRow {
  const { id, seq } = record;
  const body = Evidence.read(record);
  if (!body) {
    return {
      id,
      seq,
      at: madeAt(id),
      state: 'erased',
      by: '',
      priorities: none,
      tags: none,
      stance: undefined,
      source: undefined,
      wording: 0,
      words: '',
    };
  }
  const { at, by, priorities, tags, stance, source } = body;
  const row: LogRow = {
    id,
    seq,
    at,
    state: isWithdrawn(body) ? 'withdrawn' : 'there',
    by,
    priorities: listOf(priorities),
    tags: listOf(tags),
    stance: stance ?? undefined,
    source: source?.kind,
    wording: body.wording ?? 0,
  };
  if (withWords) row.words = searched(body);
  return row;
}

/** Everything in an entry that a person might remember it by. A change of it is a new `packedVersion`. */
function searched({ passages, note, tags, source, link, image, table }: Evidence): string {
  const parts = [note, ...passages.map(({ exact }) => exact), ...tags, source?.title, source?.author, source?.site];
  return wordsOf([...parts, link?.text, image?.alt, table && tableText(table)].filter(Boolean).join(' '));
}

/** Newest first; what reached the log together, by when it was made. */
export const newestFirst = (a: LogRow, b: LogRow): number => b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** Where a row stands, or would, among rows that are newest first. */
export function placeOf(rows: readonly LogRow[], row: LogRow): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (newestFirst(rows[middle] as LogRow, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows with more of them, newest first. The list that is given may be changed. */
export function addRows(rows: LogRow[], more: LogRow[]): LogRow[] {
  const [first] = more.sort(newestFirst);
  if (!first) return rows;
  const last = rows.at(-1);
  if (!last || newestFirst(last, first) < 0) for (const row of more) rows.push(row);
  else if (more.length < 32) for (const row of more) rows.splice(placeOf(rows, row), 0, row);
  else return [...rows, ...more].sort(newestFirst);
  return rows;
}
