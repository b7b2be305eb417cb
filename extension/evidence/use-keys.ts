import { useLayoutEffect, useRef } from 'preact/hooks';

/** Where keys belong to what is typed or chosen there. */
const typing =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])';

/** What each key does; as `KeyboardEvent.key` names them, letters small. */
export type Keys = { [key: string]: (() => unknown) | undefined };

/**
 * Single keys of a screen, while `on`. They never fire while somebody types, while a dialog is open, or together with
 * Control, Alt or the like. They can be switched off (WCAG 2.2, 2.1.4).
 */
export function useKeys(keys: Keys, on: boolean): void {
  const now = useRef({ keys, on });
  now.current = { keys, on };
  // With what is drawn: a key that is pressed as soon as its button is seen is not lost.
  useLayoutEffect(() => {
    const gone = new AbortController();
    const pressed = (event: KeyboardEvent) => {
      if (
        !now.current.on ||
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.isComposing
      )
        return;
      const { target, key } = event;
      if (!(target instanceof Element) || target.closest(typing) || document.querySelector('dialog[open]')) return;
      // A button, a link or the like has its own use for these.
      if ((key === 'Enter' || key === ' ') && target.closest('button, a, summary, input')) return;
      const act = now.current.keys[key.length === 1 ? key.toLowerCase() : key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', pressed, { signal: gone.signal });
    return () => gone.abort();
  }, []);
}
