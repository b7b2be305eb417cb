import { openWelcome } from '../platform/tabs.ts';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import { ReachProblem } from './reach-problem.tsx';

/** A new recovery code in place of the old one. */
export function NewRecovery() {
  const { access } = useReplica();
  const making = useTask(async () => {
    const made = await access.newRecovery();
    // It is shown there until it is kept, whatever happens to this panel.
    if (made.ok) await openWelcome();
    return made;
  });
  return (
    <div class="stack">
      <p>It lets you back in when every device is lost. A new one puts the old one out of use.</p>
      {making.problem && <ReachProblem problem={making.problem} />}
      <div class="row">
        <Button busy={making.busy} onPress={() => making.run(undefined)}>
          Make a new code
        </Button>
      </div>
    </div>
  );
}
