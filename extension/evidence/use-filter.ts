import { useEffect, useState } from 'preact/hooks';
import { getMeta, setMeta } from '../replica/database.ts';
import { type LogFilter, noFilter } from '../replica/log-filter.ts';
import { useReplica } from '../ui/replica.ts';

/** Milliseconds for which what was looked for stays: an evening's work, not what somebody looked for last week. */
const lasting = 4 * 60 * 60_000;

/** What is looked for in the log; it outlives the panel for a while. `undefined` until it is read. */
export function useFilter(): [LogFilter | undefined, (filter: LogFilter) => void] {
  const { db } = useReplica();
  const [filter, setFilter] = useState<LogFilter>();
  useEffect(() => {
    let here = true;
    getMeta(db, 'filter').then((kept) => {
      const isOld = !kept || Date.now() - kept.at > lasting;
      if (here) setFilter((before) => before ?? { ...noFilter, ...(isOld ? {} : kept.filter) });
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
