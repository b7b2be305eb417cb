import { useEffect, useRef } from 'preact/hooks';
import type { People } from '../cluster/use-people.ts';
import type { LogNow } from '../replica/log-index.ts';
import { announce } from '../ui/announce.tsx';

/** Says what colleagues have added to the log since it was first shown; not what was only read late. */
export function useArrivals(log: LogNow | undefined, people: People | undefined): void {
  const newest = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (!people || !log || (!log.whole && log.rows.length === 0)) return;
    const before = newest.current;
    newest.current = Math.max(before ?? 0, log.rows[0]?.at ?? 0);
    if (before === undefined) return;
    const older = log.rows.findIndex(({ at }) => at <= before);
    const fresh = log.rows
      .slice(0, older < 0 ? undefined : older)
      .filter(({ by, state }) => state === 'there' && by !== people.me?.member);
    const [first] = fresh;
    if (first && fresh.length === 1) announce(`New in the log, from ${people.nameOf(first.by)}`);
    else if (first) announce(`${fresh.length} new in the log`);
  }, [log, people]);
}
