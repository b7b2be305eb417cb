import { useMemo, useState } from 'preact/hooks';
import { newId } from '../../shared/ids.ts';
import { usePriorities } from '../priorities/use-priorities.ts';
import type { Draft } from '../replica/database.ts';
import type { Entry } from '../replica/entries.ts';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { draftOf } from './entry.tsx';
import { Hand } from './hand.tsx';
import { LogList } from './log-list.tsx';

const page = 50;

/** What is in hand, and below it the log that the whole cluster shares. */
export function Log() {
  const { drafts, outbox, view } = useReplica();
  const [limit, setLimit] = useState(page);
  const [discarded, setDiscarded] = useState<Draft>();
  const entries = useLive(() => view.entries(limit), [limit]);
  const priorities = usePriorities();
  const inHand = useLive(async () => new Set((await drafts.all()).flatMap(({ replaces }) => replaces ?? [])));
  const knownTags = useMemo(() => tagsOf(entries ?? []), [entries]);
  const settled = entries?.filter(({ standing }) => standing !== 'refused').length ?? 0;

  const edit = async (entry: Entry) => {
    if (!entry.group) return;
    await drafts.begin({ ...draftOf(entry, newId(), Date.now()), replaces: entry.group });
    scrollTo({ top: 0 });
  };
  const discard = async (entry: Entry) => {
    if (!entry.group) return;
    await outbox.discard(entry.group);
    setDiscarded(draftOf(entry, newId(), Date.now()));
  };

  return (
    <div class="stack wide">
      <Hand knownTags={knownTags} {...(discarded && { discarded })} onDiscarded={setDiscarded} />
      <Later load={() => import('./this-page.tsx').then(({ ThisPage }) => ThisPage)} props={{}} />
      <Later load={() => import('./thread-lines.tsx').then(({ ThreadLines }) => ThreadLines)} props={{}} />
      <section class="stack tight" aria-labelledby="log-title">
        <h2 id="log-title">Log</h2>
        {entries?.length === 0 && (
          <p class="soft">Nothing yet. What you and your colleagues save is listed here, newest first.</p>
        )}
        {entries && priorities && inHand && (
          <LogList
            entries={entries}
            priorities={priorities}
            knownTags={knownTags}
            inHand={inHand}
            onEdit={edit}
            onDiscard={discard}
          />
        )}
        {settled >= limit && (
          <div class="row">
            <Button onPress={() => setLimit(limit + page)}>Show older</Button>
          </div>
        )}
      </section>
    </div>
  );
}

/** Tags in use, the commonest first. */
function tagsOf(entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  for (const tag of entries.flatMap(({ record }) => record.body?.tags ?? [])) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
}
