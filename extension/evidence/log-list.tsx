import { useEffect, useRef, useState } from 'preact/hooks';
import { Member } from '../../shared/cluster/members.ts';
import { isWithdrawn } from '../../shared/evidence/evidence.ts';
import type { SeenPriority } from '../priorities/use-priorities.ts';
import type { Entry } from '../replica/entries.ts';
import { announce } from '../ui/announce.tsx';
import { Later } from '../ui/later.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { EntryView } from './entry.tsx';
import { type Surroundings, SurroundingsProvider } from './log-context.ts';
import './log-list.css';

const refusedChange = () => import('./refused-change.tsx').then(({ RefusedChange }) => RefusedChange);

interface LogListProps {
  entries: readonly Entry[];
  priorities: readonly SeenPriority[];
  knownTags: readonly string[];
  /** The outbox groups that cards in hand take up again. */
  inHand: ReadonlySet<string>;
  onEdit: (entry: Entry) => void;
  onDiscard: (entry: Entry) => void;
}

/** The entries, newest first, everyone's. */
export function LogList({ entries, priorities, knownTags, inHand, onEdit, onDiscard }: LogListProps) {
  const { view } = useReplica();
  const people = useLive(async () => ({
    me: (await view.me())?.actor,
    names: new Map((await view.list(Member)).map(({ id, body }) => [id, body?.name ?? ''])),
  }));
  const nameOf = (member: string) => (member === people?.me?.member ? 'You' : people?.names.get(member) || 'A member');
  useArrivals(people && entries, (entry) => {
    const by = entry.record.body?.by;
    if (by && by !== people?.me?.member) announce(`New in the log, from ${nameOf(by)}`);
  });
  const [withdrawn, setWithdrawn] = useState<ReadonlySet<string>>(new Set());
  if (!people || entries.length === 0) return null;
  const around: Surroundings = {
    me: people.me,
    nameOf,
    priorities,
    knownTags,
    withdrawn,
    setWithdrawn: (id, just) =>
      setWithdrawn((before) => new Set(just ? [...before, id] : [...before].filter((other) => other !== id))),
  };
  const refused = entries.filter(({ change }) => change);
  const shown = entries.filter(
    ({ change, record: { id, body } }) => !change && (!body || !isWithdrawn(body) || withdrawn.has(id)),
  );
  return (
    <SurroundingsProvider value={around}>
      {refused.map((entry) => (
        <Later key={entry.change?.id} load={refusedChange} props={{ entry }} />
      ))}
      <ol class="log-list">
        {shown.map((entry) => (
          <li key={entry.record.id}>
            <EntryView
              entry={entry}
              author={nameOf(entry.record.body?.by ?? '')}
              priorities={priorities}
              inHand={entry.group !== undefined && inHand.has(entry.group)}
              onEdit={onEdit}
              onDiscard={onDiscard}
            />
          </li>
        ))}
      </ol>
    </SurroundingsProvider>
  );
}

/** Tells of each entry that is newer than all that were there before; not of older ones that were asked for. */
function useArrivals(entries: readonly Entry[] | undefined, tell: (entry: Entry) => void): void {
  const newest = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (!entries) return;
    const before = newest.current;
    for (const entry of entries) {
      const at = entry.record.body?.at ?? 0;
      if (before !== undefined && at > before) tell(entry);
      newest.current = Math.max(newest.current ?? 0, at);
    }
    newest.current ??= 0;
  }, [entries]);
}
