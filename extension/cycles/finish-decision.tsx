import { useState } from 'preact/hooks';
import { finishDecision } from '../../shared/cycles/decision.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Alert } from '../ui/notice.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { cycleAdvice } from './cycle-words.ts';

/** Says that a decision was carried out, and what came of it. */
export function FinishDecision({ id, rev, text }: { id: string; rev: number; text: string }) {
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome, forget] = useKept(`outcome ${id}`, '');
  const task = useAct();
  if (!open) {
    return (
      <Button look="quiet" label={`Done: ${text}`} onPress={() => setOpen(true)}>
        Done
      </Button>
    );
  }
  const finish = async (event: Event) => {
    event.preventDefault();
    if (!(await task.run([deed(finishDecision, { id, rev, outcome })]))?.ok) return;
    forget();
    announce('Done');
  };
  return (
    <form class="stack" onSubmit={finish}>
      <Field label="What came of it?" maxLength={2000} value={outcome} onValue={setOutcome} />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          It is done
        </Button>
        <Button look="quiet" onPress={() => setOpen(false)}>
          Not yet
        </Button>
      </div>
    </form>
  );
}
