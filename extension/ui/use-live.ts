import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/**
 * What a query over the replica answers, anew whenever what it read changes, in whichever view it was changed.
 * `undefined` until the first answer; while other `deps` are being answered, the answer before stays.
 */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[] = []): T | undefined {
  const [answer, setAnswer] = useState<{ value: T }>();
  // The caller says what the query depends on.
  useEffect(() => {
    const watching = liveQuery(query).subscribe({
      next: (value) => setAnswer({ value }),
      // The database is gone or broken; the last answer is the best one.
      error: (error) => reportError(error),
    });
    return () => watching.unsubscribe();
  }, deps);
  return answer?.value;
}
