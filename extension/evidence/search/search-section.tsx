import { useEffect, useRef, useState } from 'preact/hooks';
import { usePeople } from '../../cluster/use-people.ts';
import { usePriorities } from '../../priorities/use-priorities.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/now.ts';
import { useArrivals } from '../arrivals.ts';
import type { LogSectionProps } from '../log.tsx';
import { type Surroundings, SurroundingsProvider } from '../log-context.ts';
import { LogList } from '../log-list.tsx';
import { newsAmong } from '../news.ts';
import { RefusedEntries } from '../refused-entries.tsx';
import { useKept } from '../use-kept.ts';
import { useLooked } from '../use-looked.ts';
import { useTagNames } from '../use-tag-names.ts';
import { SearchBox } from './search-box.tsx';
import { useSearch } from './use-search.ts';

/** The log with a search over all of it: what the log page has in the place of the panel's filters. */
export function SearchSection({ inHand, onEdit, onDiscard, onTags }: LogSectionProps) {
  const { kept, keep, withdrawn, setWithdrawn } = useKept();
  const search = useSearch(kept);
  const { log, found } = search;
  const names = useTagNames();
  // No retired or merged one is offered.
  const tags = names?.offered(search.tags) ?? search.tags;
  const people = usePeople();
  const priorities = usePriorities();
  const now = useNow();
  const [jump, setJump] = useState<{ to: string }>();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => onTags(tags), [tags.join('\n')]);
  const isKnown = log !== undefined && (log.whole || log.rows.length > 0);
  const looked = useLooked(list, isKnown ? (log.rows[0]?.at ?? 0) : undefined);
  useArrivals(log, people);

  const around: Surroundings | undefined = people &&
    priorities && {
      me: people.me,
      nameOf: people.nameOf,
      priorities,
      knownTags: tags,
      tagsOf: names?.tagsOf,
      withdrawn,
      setWithdrawn,
      keep,
    };
  // A line between new and old has its place only among the newest first.
  const news = found && !found.ranked && people ? newsAmong(found.rows, looked, people.me?.member, now) : undefined;
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
      {!isEmpty && <SearchBox search={search} />}
      <div ref={list}>
        {around && found && (
          <SurroundingsProvider value={around}>
            <LogList rows={found.rows} whole={found.whole} {...(news && { news })} {...(jump && { jump })} />
          </SurroundingsProvider>
        )}
      </div>
    </section>
  );
}
