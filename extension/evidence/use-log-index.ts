import { useEffect, useState } from 'preact/hooks';
import { createLogIndex, type LogIndex, type LogNow } from '../replica/log-index.ts';
import { useReplica } from '../ui/replica.ts';

/**
 * The whole log in small rows, live; `undefined` until the first of them are read. `keeps`: with their words they are
 * kept on disk for the next time.
 */
export function useLogIndex(withWords: boolean, keeps = false): LogNow | undefined {
  const { db, view } = useReplica();
  const [index, setIndex] = useState<LogIndex>();
  const [now, setNow] = useState<LogNow>();
  useEffect(() => {
    const gone = new AbortController();
    setIndex(
      createLogIndex(db, {
        ahead: view.evidenceAhead,
        atOnce: view.atOnce,
        keeps,
        tell: setNow,
        failed: reportError,
        signal: gone.signal,
      }),
    );
    return () => gone.abort();
  }, [db, view]);
  useEffect(() => {
    if (withWords) index?.wantWords();
  }, [index, withWords]);
  return now;
}
