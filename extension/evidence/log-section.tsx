import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { usePeople } from '../cluster/use-people.ts';
import { usePriorities } from '../priorities/use-priorities.ts';
import { findInLog, tagsInUse } from '../replica/find-in-log.ts';
import { isFiltered } from '../replica/log-filter.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/now.ts';
import { useArrivals } from './arrivals.ts';
import type { LogSectionProps } from './log.tsx';
import { type Surroundings, SurroundingsProvider } from './log-context.ts';
import { LogFilters } from './log-filters.tsx';
import { LogList } from './log-list.tsx';
import { newsAmong } from './news.ts';
import { RefusedEntries } from './refused-entries.tsx';
import { useFilter } from './use-filter.ts';
import { useKept } from './use-kept.ts';
import { useLogIndex } from './use-log-index.ts';
import { useLooked } from './use-looked.ts';
import { useTagNames } from './use-tag-names.ts';

/** The log that the whole cluster shares: what is new in it, what is looked for, and the entries. */
export function LogSection({ inHand, onEdit, onDiscard, onTags }: LogSectionProps) {
  const [filter, setFilter] = useFilter();
  const log = useLogIndex(filter !== undefined && filter.words.trim() !== '');
  const people = usePeople();
  const priorities = usePriorities();
  const names = useTagNames();
  const now = useNow();
  const { kept, keep, withdrawn, setWithdrawn } = useKept();
  const [jump, setJump] = useState<{ to: string }>();
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () =>
      log && people && filter
        ? findInLog(log, {
            filter: filter.tag && names ? { ...filter, tag: names.nameOf(filter.tag) } : filter,
            ...{ kept, schoolsOf: people.schoolsOf, tagsOf: names?.tagsOf },
          })
        : undefined,
    [log, people, filter, kept, names],
  );
  const tags = useMemo(() => tagsInUse(log?.rows ?? [], names?.tagsOf), [log, names]);
  const offered = useMemo(() => names?.offered(tags) ?? tags, [names, tags]);
  useEffect(() => onTags(offered), [offered.join('\n')]);
  const isKnown = log !== undefined && (log.whole || log.rows.length > 0);
  const looked = useLooked(list, isKnown ? (log.rows[0]?.at ?? 0) : undefined);
  useArrivals(log, people);

  const around: Surroundings | undefined = people &&
    priorities && {
      me: people.me,
      nameOf: people.nameOf,
      priorities,
      knownTags: offered,
      tagsOf: names?.tagsOf,
      withdrawn,
      setWithdrawn,
      keep,
    };
  const news = rows && people && newsAmong(rows, looked, people.me?.member, now);
  const isEmpty = log?.whole === true && log.rows.length === 0 && log.ahead.records.length === 0;
  return (
    <section class="stack tight" aria-labelledby="log-title">
      <div class="row">
        <h2 id="log-title">Log</h2>
        {news && (
          <Button look="quiet" onPress={() => setJump({ to: news.first })}>
            {news.words}
          </Button>
        )}
      </div>
      {around && (
        <SurroundingsProvider value={around}>
          <RefusedEntries inHand={inHand} onEdit={onEdit} onDiscard={onDiscard} />
        </SurroundingsProvider>
      )}
      {isEmpty && <p class="soft">Nothing yet. What you and your colleagues save is listed here, newest first.</p>}
      {around && rows && log && filter && people && !isEmpty && (
        <LogFilters
          filter={filter}
          onFilter={setFilter}
          found={rows.length}
          whole={log.whole}
          priorities={around.priorities}
          people={people}
          tags={tags}
        />
      )}
      {rows?.length === 0 && log?.whole && !isEmpty && filter && !isFiltered(filter) && (
        <p class="soft">Everything that was in the log was withdrawn.</p>
      )}
      <div ref={list}>
        {around && rows && log && (
          <SurroundingsProvider value={around}>
            <LogList rows={rows} whole={log.whole} {...(news && { news })} {...(jump && { jump })} />
          </SurroundingsProvider>
        )}
      </div>
    </section>
  );
}
