import { useEffect, useState } from 'preact/hooks';
import { type Database, getMeta, setMeta } from '../replica/database.ts';
import { type LogFilter, noFilter } from '../replica/log-filter.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** Milliseconds for which what was looked for stays: an evening's work, not what somebody looked for last week. */
const lasting = 4 * 60 * 60_000;

async function keptFilter(db: Database): Promise<LogFilter> {
  const kept = await getMeta(db, 'filter');
  const isOld = !kept || Date.now() - kept.at > lasting;
  return { ...noFilter, ...(isOld ? {} : kept.filter) };
}

/** What is looked for in the log at the moment, live, for a screen beside the log. `undefined` until it is read. */
export function useKeptFilter(): LogFilter | undefined {
  const { db } = useReplica();
  return useLive(() => keptFilter(db), [db]);
}

/** What is looked for in the log; it outlives the panel for a while. `undefined` until it is read. */
export function useFilter(): [LogFilter | undefined, (filter: LogFilter) => void] {
  const { db } = useReplica();
  const [filter, setFilter] = useState<LogFilter>();
  useEffect(() => {
    let here = true;
    keptFilter(db).then((kept) => {
      if (here) setFilter((before) => before ?? kept);
    }, reportError);
    return () => {
      here = false;
    };
  }, [db]);
  return [
    filter,
    (next) => {
      setFilter(next);
      setMeta(db, 'filter', { at: Date.now(), filter: next }).catch(reportError);
    },
  ];
}
