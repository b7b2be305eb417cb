import { findInLog } from '../../../extension/replica/find-in-log.ts';
import { type LogFilter, noFilter } from '../../../extension/replica/log-filter.ts';
import { createLogIndex, type LogNow } from '../../../extension/replica/log-index.ts';
import { openReplica } from './ground.ts';
import { fill } from './open.ts';

/** Milliseconds until the first was found and until all were; how many; and how long the same took once more. */
export interface Looked {
  first: number;
  all: number;
  count: number;
  again: number;
}

/** Looks through the log as the panel does that has just opened: all of it, by a tag, by words. */
export async function look(words: string, tag: string): Promise<{ all: Looked; tag: Looked; words: Looked }> {
  const { db, view } = openReplica('goldthread');
  // The store is open before the panel shows anything at all.
  await db.open();
  const gone = new AbortController();
  const watchers = new Set<(now: LogNow) => void>();
  let now: LogNow | undefined;
  const find = (known: LogNow, filter: LogFilter) => findInLog(known, { filter, kept: new Set(), schoolsOf: () => [] });
  const looking = (filter: LogFilter, begin: () => void) =>
    new Promise<Looked>((resolve, reject) => {
      const begun = performance.now();
      let first: number | undefined;
      const watch = (known: LogNow) => {
        const { length: count } = find(known, filter);
        if (count > 0) first ??= performance.now() - begun;
        if (!known.whole) return;
        const all = performance.now() - begun;
        watchers.delete(watch);
        if (first === undefined) reject(new Error(`Nothing was found: ${JSON.stringify(filter)}`));
        else resolve({ first, all, count, again: timed(() => find(known, filter)) });
      };
      watchers.add(watch);
      begin();
    });
  const index: { made?: ReturnType<typeof createLogIndex> } = {};
  const all = await looking(noFilter, () => {
    index.made = createLogIndex(db, {
      ahead: view.evidenceAhead,
      atOnce: view.atOnce,
      signal: gone.signal,
      failed: (error) => {
        throw error;
      },
      tell: (next) => {
        now = next;
        for (const watch of watchers) watch(next);
      },
    });
  });
  const tagged = await looking({ ...noFilter, tag }, () => {
    if (now) for (const watch of watchers) watch(now);
  });
  const worded = await looking({ ...noFilter, words }, () => index.made?.wantWords());
  gone.abort();
  db.close();
  return { all, tag: tagged, words: worded };
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

Object.assign(globalThis, { fill, look });
