import { useState } from 'preact/hooks';
import { type Cycle, closeCycle, type Verdict, verdicts } from '../../shared/cycles/cycle.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { useLive } from '../ui/use-live.ts';
import { cycleAdvice, verdictWords } from './cycle-words.ts';
import type { Whole } from './use-cycles.ts';

/** Closes a cycle with a decision. What stands in the way of it is said before the button. */
export function CloseCycle({ cycle: { id, rev, body } }: { cycle: Whole<Cycle> }) {
  const { view } = useReplica();
  const [verdict, setVerdict] = useState<Verdict>('adopt');
  const [reflection, setReflection, forgetReflection] = useKept(`closing ${id}`, body.reflection ?? '');
  const [tell, setTell, forgetTell] = useKept(`tell ${id}`, '');
  const [tried, setTried] = useState(false);
  const task = useAct();
  // Whether it would be refused for what is in the log, whatever the words will be.
  const refusal = useLive(
    async () => ({
      verdict,
      problem: await view.refusal(closeCycle, { id, rev, verdict, reflection: 'so', tell: 'so' }),
    }),
    [id, rev, verdict],
  );
  const problem = refusal?.verdict === verdict ? refusal.problem : undefined;
  const close = async (event: Event) => {
    event.preventDefault();
    if (problem) return;
    setTried(true);
    if (reflection.trim() === '' || tell.trim() === '') return focusFirstProblem(event.target);
    if (!(await task.run([deed(closeCycle, { id, rev, verdict, reflection, tell })]))?.ok) return;
    forgetReflection();
    forgetTell();
    announce('Closed');
  };
  return (
    <form class="stack" aria-label="Close the cycle" onSubmit={close} noValidate>
      <fieldset class="group">
        <legend>What do you decide?</legend>
        {verdicts.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="verdict"
            checked={verdict === one}
            onChecked={() => setVerdict(one)}
            means={verdictWords[one].means}
          >
            {verdictWords[one].name}
          </Choice>
        ))}
      </fieldset>
      <TextArea
        label="What did you find?"
        rows={4}
        maxLength={8000}
        value={reflection}
        onValue={setReflection}
        problem={tried && reflection.trim() === '' ? 'Say what you found, even where it is little.' : undefined}
      />
      <TextArea
        label="What do you tell the others?"
        hint="What somebody in another school needs to know before they try it."
        rows={3}
        maxLength={4000}
        value={tell}
        onValue={setTell}
        problem={tried && tell.trim() === '' ? 'Say what the others should know.' : undefined}
      />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" look="main" busy={task.busy} reason={problem && cycleAdvice(problem)}>
          Close with this decision
        </Button>
      </div>
    </form>
  );
}
