import { ok } from '../../shared/problem.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { useReplica } from '../ui/replica.ts';
import { SaveButton } from '../ui/save-button.tsx';
import { useTask } from '../ui/use-task.ts';
import './alone.css';
import { type UnsentText, useUnsent } from './use-unsent.ts';
import { counted } from './wording.ts';

/** The panel on a device that was removed from its cluster: what is left here is offered before it goes. */
export function Removed({ unsentText }: { unsentText: UnsentText }) {
  const { sessions } = useReplica();
  const unsent = useUnsent(unsentText);
  const clearing = useTask(async () => {
    await sessions.wipe();
    return ok(null);
  });
  if (!unsent) return null;
  const clear = () => clearing.run(undefined);
  return (
    <main class="panel-alone">
      <h1>This device was removed</h1>
      <p>
        It no longer belongs to the cluster. If that surprises you, ask a coordinator; a new link lets you in again.
      </p>
      {unsent.count > 0 ? (
        <>
          <p>{counted(unsent.count, 'entry is', 'entries are')} only here. Copy what you want to keep.</p>
          <div class="row">
            <CopyButton look="main" text={unsent.text}>
              Copy as text
            </CopyButton>
            <SaveButton text={unsent.text} file="goldthread-unsent.txt">
              Save as a file
            </SaveButton>
          </div>
          <div class="row">
            <Confirm ask="Clear this device" yes="Clear it" no="Not yet" busy={clearing.busy} onYes={clear}>
              <p>What is only here goes with it.</p>
            </Confirm>
          </div>
        </>
      ) : (
        <div class="row">
          <Button look="main" busy={clearing.busy} onPress={clear}>
            Clear this device
          </Button>
        </div>
      )}
    </main>
  );
}
