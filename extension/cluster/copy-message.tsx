import { CopyButton } from '../ui/copy-button.tsx';
import { useNow } from '../ui/now.ts';
import { type InvitationWords, invitationMessage } from './invitation-words.ts';

/** A message around an invitation's link, to copy. */
export function CopyMessage({ words }: { words: InvitationWords }) {
  const now = useNow();
  return (
    <div class="row">
      <CopyButton text={invitationMessage(words, now)}>Copy a message with it</CopyButton>
    </div>
  );
}
