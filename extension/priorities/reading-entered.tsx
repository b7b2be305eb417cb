import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface EnteredProps {
  /** What was entered. */
  words: string;
  onDone: () => unknown;
  onUndo: () => unknown;
}

/** A figure was entered: it stays to be looked at, and can be taken back, until one goes on. */
export function Entered({ words, onDone, onUndo }: EnteredProps) {
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    announce(words);
    done.current?.focus();
  }, []);
  return (
    <Notice>
      <p>{words}</p>
      <div class="row">
        <Button look="main" ref={done} onPress={onDone}>
          Done
        </Button>
        <Button look="quiet" onPress={onUndo}>
          Undo
        </Button>
      </div>
    </Notice>
  );
}
