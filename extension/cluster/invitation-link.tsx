import { useEffect, useRef } from 'preact/hooks';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useNow } from '../ui/now.ts';
import { type InvitationWords, invitationMessage } from './invitation-words.ts';
import './people-place.css';

/** An invitation that was just made: a message to copy, and the link by itself. It is shown here and nowhere else. */
export function InvitationLink({ words, label }: { words: InvitationWords; label: string }) {
  const now = useNow();
  const box = useRef<HTMLElement>(null);
  // Each new link is told of.
  useEffect(() => box.current?.focus(), [words.link]);
  const message = invitationMessage(words, now);
  return (
    <section class="stack tight" aria-label={label} tabIndex={-1} ref={box}>
      <div class="row">
        <CopyButton look="main" text={message}>
          Copy the message
        </CopyButton>
        <CopyButton text={words.link}>Copy only the link</CopyButton>
      </div>
      <Disclosure summary="Read the message">
        <p class="message">{message}</p>
      </Disclosure>
    </section>
  );
}
