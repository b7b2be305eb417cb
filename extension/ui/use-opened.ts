import { useEffect, useRef } from 'preact/hooks';

/** Takes the focus into what was opened in place of a button, and back to that button once it is closed. */
export function useOpened<Inside extends HTMLElement>(open: boolean) {
  const inside = useRef<Inside>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const was = useRef(open);
  useEffect(() => {
    if (open === was.current) return;
    was.current = open;
    (open ? inside.current : opener.current)?.focus();
  }, [open]);
  return { inside, opener };
}
