import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './notice.css';

interface NoticeProps {
  children: ComponentChildren;
  look?: 'hint' | 'trouble';
}

/** Something to know, set apart from its surroundings. */
export function Notice({ children, look = 'hint' }: NoticeProps) {
  return <div class={`notice ${look}`}>{children}</div>;
}

/** Something that went wrong just now: it is said at once, and takes the focus, so that nobody has to look for it. */
export function Alert({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="notice trouble" role="alert" tabIndex={-1} ref={box}>
      {children}
    </div>
  );
}
