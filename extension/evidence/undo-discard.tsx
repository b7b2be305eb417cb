import { useEffect, useRef } from 'preact/hooks';
import type { Draft } from '../replica/database.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';

/** Milliseconds in which a discarded card can be had back. */
const grace = 10_000;

interface UndoDiscardProps {
  draft: Draft;
  /** It came back, or its time ran out; `focused` says whether the focus was here. */
  onDone: (focused: boolean) => void;
}

/** Gives a discarded card back, for ten seconds, or for as long as somebody at the keyboard stays on the button. */
export function UndoDiscard({ draft, onDone }: UndoDiscardProps) {
  const { drafts } = useReplica();
  const button = useRef<HTMLButtonElement>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const gone = new AbortController();
    button.current?.focus();
    const timer = setTimeout(() => {
      const at = button.current;
      if (at?.matches(':focus-visible')) {
        at.addEventListener('blur', () => done.current(false), { signal: gone.signal });
      } else done.current(at?.matches(':focus') ?? false);
    }, grace);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, []);
  const undo = async () => {
    await drafts.begin({ ...draft, changed: Date.now() });
    done.current(true);
  };
  return (
    <Notice>
      <div class="row">
        <span role="status">Discarded.</span>
        <Button look="quiet" ref={button} onPress={undo}>
          Undo
        </Button>
      </div>
    </Notice>
  );
}
