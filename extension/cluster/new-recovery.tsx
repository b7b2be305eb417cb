import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import { ReachProblem } from './reach-problem.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';
import { useWhereabouts } from './use-whereabouts.ts';

/** A new recovery code in place of the old one. */
export function NewRecovery() {
  const { access } = useReplica();
  const here = useWhereabouts();
  const [code, setCode] = useState<string>();
  const making = useTask(async () => {
    const made = await access.newRecovery();
    if (made.ok) setCode(made.value.code);
    return made;
  });
  if (code && here?.session) {
    return (
      <RecoverySheet
        code={code}
        clusterName={here.cluster?.name ?? ''}
        clusterId={here.session.cluster}
        address={here.session.address}
        onKept={() => setCode(undefined)}
      />
    );
  }
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
