import { useEffect } from 'preact/hooks';
import type { Database } from '../replica/database.ts';
import { createLogIndex, type LogIndex, type LogNow } from '../replica/log-index.ts';
import { useReplica } from '../ui/replica.ts';
import { type Shared, useShared } from '../ui/use-shared.ts';

/** Those that are open: with rows kept on disk, and without. */
const kept: Shared<Database, LogIndex, LogNow> = new WeakMap();
const unkept: Shared<Database, LogIndex, LogNow> = new WeakMap();

/**
 * The whole log in small rows, live, once for all screens that show it; `undefined` until the first of them are read.
 * `keeps`: with their words they are kept on disk for the next time.
 */
export function useLogIndex(withWords: boolean, keeps = false): LogNow | undefined {
  const { db, view } = useReplica();
  const { made, now } = useShared(keeps ? kept : unkept, db, (tell, signal) =>
    createLogIndex(db, {
      ...{ ahead: view.evidenceAhead, atOnce: view.atOnce },
      ...{ keeps, tell, failed: reportError, signal },
    }),
  );
  useEffect(() => {
    if (withWords) made?.wantWords();
  }, [made, withWords]);
  return now;
}
