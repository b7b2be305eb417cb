import { useEffect, useRef } from 'preact/hooks';
import { CopyButton } from '../ui/copy-button.tsx';
import { useNow } from '../ui/now.ts';
import { onDay } from '../ui/when.tsx';
import './lists.css';

interface IssuedLinkProps {
  link: string;
  expires: number;
  /** Who may use it, in a sentence. */
  children: string;
}

/** A link that was just made: copied with one press, and shown whole for whoever wants to see it. */
export function IssuedLink({ link, expires, children }: IssuedLinkProps) {
  const now = useNow();
  const box = useRef<HTMLElement>(null);
  // Each new link is told of.
  useEffect(() => box.current?.focus(), [link]);
  return (
    <section class="stack" aria-label="New link" tabIndex={-1} ref={box}>
      <p class="issued">{link}</p>
      <p class="soft small">
        {children} It runs out on {onDay(expires, now)}.
      </p>
      <div class="row">
        <CopyButton look="main" text={link}>
          Copy the link
        </CopyButton>
      </div>
    </section>
  );
}
