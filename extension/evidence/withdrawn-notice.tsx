import { useEffect, useRef } from 'preact/hooks';
import { reinstateEvidence } from '../../shared/evidence/evidence.ts';
import type { Entry } from '../replica/entries.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert, Notice } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import { useSurroundings } from './log-context.ts';

/** Milliseconds in which an entry that was withdrawn keeps its place. It can be reinstated at any time. */
const grace = 10_000;

/** In the place of an entry that was withdrawn just now. */
export function WithdrawnNotice({ entry }: { entry: Entry }) {
  const { outbox } = useReplica();
  const { setWithdrawn } = useSurroundings();
  const button = useRef<HTMLButtonElement>(null);
  const { id, rev } = entry.record;
  const undoing = useTask(() => outbox.act(reinstateEvidence, { id, rev }));
  useEffect(() => {
    const gone = new AbortController();
    button.current?.focus();
    const timer = setTimeout(() => {
      const at = button.current;
      // Whoever is on the button keeps it.
      if (at?.matches(':focus-visible')) {
        at.addEventListener('blur', () => setWithdrawn(id, false), { signal: gone.signal });
      } else setWithdrawn(id, false);
    }, grace);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [id]);
  const undo = async () => {
    const done = await undoing.run(undefined);
    if (!done?.ok) return;
    setWithdrawn(id, false);
    announce('Reinstated');
  };
  return (
    <Notice>
      <div class="row">
        <span role="status">Withdrawn.</span>
        <Button look="quiet" ref={button} busy={undoing.busy} onPress={undo}>
          Undo
        </Button>
      </div>
      {undoing.problem && <Alert>{sentenceFor(undoing.problem)}</Alert>}
    </Notice>
  );
}
