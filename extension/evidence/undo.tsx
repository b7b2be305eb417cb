import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Milliseconds in which something done to a card can be undone. */
const grace = 10_000;

interface UndoProps {
  /** What was done. */
  words: string;
  /** Whether the button takes the focus, since what had it is gone. */
  focus?: boolean;
  onUndo: () => unknown;
  /** The time ran out; `focused` says whether the focus was here. */
  onOver: (focused: boolean) => void;
}

/** Says what was done and offers to undo it: for ten seconds, and for as long as somebody stays on it. */
export function Undo({ words, focus, onUndo, onOver }: UndoProps) {
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    announce(words);
    if (focus) button.current?.focus();
    let timer = setTimeout(look, grace);
    function look() {
      const at = button.current;
      if (box.current?.matches(':hover') || at?.matches(':focus-visible')) timer = setTimeout(look, 500);
      else over.current(at?.matches(':focus') ?? false);
    }
    return () => clearTimeout(timer);
  }, []);
  return (
    <div ref={box}>
      <Notice>
        <div class="row">
          <span>{words}</span>
          <Button look="quiet" ref={button} onPress={onUndo}>
            Undo
          </Button>
        </div>
      </Notice>
    </div>
  );
}
