import { useState } from 'preact/hooks';
import { ok } from '../../shared/problem.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { useReplica } from '../ui/replica.ts';
import { SaveButton } from '../ui/save-button.tsx';
import { useTask } from '../ui/use-task.ts';
import { type Unsent, type UnsentText, useUnsent } from './use-unsent.ts';
import { counted } from './wording.ts';

const sendingWords = ({ waiting, offline }: Unsent): string =>
  waiting === 0
    ? 'What could go has gone.'
    : offline
      ? 'The cluster cannot be reached just now. You can copy, or wait for a connection.'
      : 'Sending …';

/** The way out, after what is unsent was offered. */
export function Leave({ unsentText }: { unsentText: UnsentText }) {
  const { access, sync } = useReplica();
  const unsent = useUnsent(unsentText);
  const [sending, setSending] = useState(false);
  const send = () => {
    setSending(true);
    sync.nudge().catch(reportError);
  };
  const leaving = useTask(async () => {
    await access.leave();
    return ok(null);
  });
  if (!unsent) return null;
  return (
    <div class="stack">
      <p>
        Takes the log and everything of the cluster away from this device. The log itself stays, and so do you in it.
      </p>
      {unsent.count > 0 && (
        <div class="notice hint">
          <p>{counted(unsent.count, 'entry is', 'entries are')} only on this device, and would be lost.</p>
          <div class="row">
            {unsent.waiting > 0 && <Button onPress={send}>Send first</Button>}
            <CopyButton text={unsent.text}>Copy unsent</CopyButton>
            <SaveButton text={unsent.text} file="goldthread-unsent.txt">
              Save as a file
            </SaveButton>
          </div>
          <p role="status" class="small">
            {sending && sendingWords(unsent)}
          </p>
        </div>
      )}
      <div class="row">
        <Confirm ask="Leave this device" yes="Leave" no="Stay" busy={leaving.busy} onYes={() => leaving.run(undefined)}>
          <p>
            {unsent.count > 0
              ? `Leave without ${counted(unsent.count, 'entry that is', 'entries that are')} only here?`
              : 'Nothing is unsent. To come back you need a link, another device of yours, or your recovery code.'}
          </p>
        </Confirm>
      </div>
    </div>
  );
}
