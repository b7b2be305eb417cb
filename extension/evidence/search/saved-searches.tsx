import { useState } from 'preact/hooks';
import { can } from '../../../shared/cluster/roles.ts';
import { parseQuery } from '../../../shared/evidence/query.ts';
import { editSearch, keepSearch, SavedSearch } from '../../../shared/evidence/saved-search.ts';
import { newId } from '../../../shared/ids.ts';
import { RedactButton } from '../../cluster/redact-button.tsx';
import { useMe } from '../../cluster/use-me.ts';
import type { SeenProblem } from '../../replica/database.ts';
import { announce } from '../../ui/announce.tsx';
import { attempt } from '../../ui/attempt.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus-first-problem.ts';
import { sentenceFor } from '../../ui/problem.ts';
import { RefusedList } from '../../ui/refused-list.tsx';
import { useReplica } from '../../ui/replica.ts';
import { useLive } from '../../ui/use-live.ts';
import { useTask } from '../../ui/use-task.ts';
import { Undo } from '../undo.tsx';
import { searchHref } from './address.ts';

interface SavedSearchesProps {
  /** The search under way, as it is read, and as it would be kept. */
  line: string;
  kept: string;
  canKeep: boolean;
}

const advice = (problem: SeenProblem): string =>
  problem.code === 'exists' ? 'This search is kept already.' : sentenceFor(problem);

/** Searches that the cluster keeps for everyone, and a way to keep the one under way. */
export function SavedSearches({ line, kept, canKeep }: SavedSearchesProps) {
  const { outbox, view } = useReplica();
  const me = useMe();
  const [dropped, setDropped] = useState<{ id: string; name: string }>();
  const all = useLive(() => view.list(SavedSearch));
  if (!all || !me) return null;
  const may = can(me.actor, 'search.keep');
  const shown = all.flatMap(({ id, rev, body }) => (body && !body.dropped ? [{ id, rev, ...body }] : []));
  const isKept = shown.some(({ query }) => query === kept);
  const setDrop = async (id: string, drop: boolean) => {
    const now = await view.get(SavedSearch, id);
    if (now) await outbox.act(editSearch, { id, rev: now.rev, dropped: drop });
  };
  return (
    <>
      {may && canKeep && !isKept && <KeepForm key={kept} line={line} kept={kept} />}
      <RefusedList<{ name: string }> action={keepSearch} titleOf={({ name }) => name} advice={advice} />
      {dropped && (
        <Undo
          key={dropped.id}
          words={`No longer kept: ${dropped.name}.`}
          focus
          onUndo={async () => {
            await setDrop(dropped.id, false);
            setDropped(undefined);
          }}
          onOver={() => setDropped(undefined)}
        />
      )}
      {shown.length > 0 && (
        <Disclosure summary={`Kept searches (${shown.length})`}>
          <ul class="saved-searches">
            {shown.map(({ id, name, query }) => (
              <li key={id}>
                <a href={searchHref(parseQuery(query))} aria-current={query === kept ? 'true' : undefined}>
                  {name}
                </a>
                {may && (
                  <Button
                    look="quiet"
                    label={`Let go of ${name}`}
                    onPress={async () => {
                      await setDrop(id, true);
                      setDropped({ id, name });
                    }}
                  >
                    Let go
                  </Button>
                )}
                <RedactButton kind="search" id={id} label={name} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function KeepForm({ line, kept }: { line: string; kept: string }) {
  const replica = useReplica();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const task = useTask(() => attempt(replica, keepSearch, { id: newId(), name: name.trim(), query: kept }));
  if (!open) {
    return (
      <div class="row">
        <Button look="quiet" onPress={() => setOpen(true)}>
          Keep this search for everyone
        </Button>
      </div>
    );
  }
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return focusFirstProblem(event.target);
    const done = await task.run(undefined);
    if (!done?.ok) return focusFirstProblem(event.target);
    announce(`Kept: ${name.trim()}`);
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field
        label="What to call it"
        hint={line}
        value={name}
        onValue={setName}
        maxLength={120}
        problem={tried && name.trim() === '' ? 'Type a name.' : task.problem && advice(task.problem)}
      />
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Keep it
        </Button>
        <Button look="quiet" onPress={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
