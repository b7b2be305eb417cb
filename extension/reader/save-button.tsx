import { useEffect, useState } from 'preact/hooks';
import { selectionEnd } from './selection.ts';

/** How long a selection must rest before the button appears, in milliseconds. */
const rest = 250;

/** A button beside what is selected on the pages. */
export function SaveButton({ within, onSave }: { within: HTMLElement; onSave: () => void }) {
  const [at, setAt] = useState<{ x: number; y: number }>();
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let holding = false;
    const look = () => setAt(selectionEnd(within));
    const soon = () => {
      clearTimeout(timer);
      if (!holding) timer = setTimeout(look, rest);
    };
    const changed = () => {
      if (getSelection()?.isCollapsed) setAt(undefined);
      soon();
    };
    document.addEventListener('selectionchange', changed, { signal });
    within.addEventListener(
      'mousedown',
      () => {
        holding = true;
      },
      { signal },
    );
    addEventListener(
      'mouseup',
      () => {
        holding = false;
        soon();
      },
      { signal },
    );
    within.addEventListener('scroll', soon, { signal, passive: true });
    addEventListener('resize', soon, { signal });
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    return () => gone.abort();
  }, [within]);
  if (!at) return null;
  return (
    <button
      type="button"
      class="button save-selection"
      style={{
        left: `${Math.max(4, Math.min(at.x - 20, innerWidth - 180))}px`,
        top: `${Math.min(at.y + 6, innerHeight - 48)}px`,
      }}
      // Pressing it neither moves the focus nor loses the selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        setAt(undefined);
        onSave();
      }}
    >
      Save to Goldthread
    </button>
  );
}
