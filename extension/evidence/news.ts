import type { Meta } from '../replica/database.ts';
import type { LogRow } from '../replica/log-rows.ts';
import { sinceWords } from '../ui/since-words.ts';

/** What has come since the person last had the log in view. */
export interface News {
  /** '3 new since Tuesday'. */
  words: string;
  /** The id of the entry that came first of them. */
  first: string;
  /** Where the first row stands that was there before, the number of rows where all are new. */
  boundary: number;
}

/** What is new among rows, newest first; one's own entries are no news. */
export function newsAmong(
  rows: readonly LogRow[],
  looked: Meta['looked'] | undefined,
  me: string | undefined,
  now: number,
): News | undefined {
  if (!looked) return undefined;
  const since = rows.findIndex(({ at }) => at <= looked.newest);
  const boundary = since < 0 ? rows.length : since;
  const fresh = rows.slice(0, boundary).filter(({ by, state }) => state === 'there' && by !== me);
  const first = fresh.at(-1);
  if (!first) return undefined;
  return { words: `${fresh.length} new since ${sinceWords(looked.at, now)}`, first: first.id, boundary };
}
