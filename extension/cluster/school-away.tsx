import { useState } from 'preact/hooks';
import { markSchool, type School } from '../../shared/cluster/schools.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { RedactButton } from './redact-button.tsx';
import type { Whole } from './use-roster.ts';

/** Says that a school takes no part, for a while or for good, so that nobody waits for it; or that it does again. */
export function SchoolAway({ school }: { school: Whole<School> }) {
  const { away, name } = school.body;
  const [how, setHow] = useState<'absent' | 'left'>('absent');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const task = useAct();
  const mark = async (next: { how: 'absent' | 'left'; reason: string } | null) => {
    const done = await task.run([deed(markSchool, { id: school.id, rev: school.rev, away: next })]);
    if (done?.ok) announce(next ? `${name}: nobody waits for it now` : `${name} takes part again`);
  };
  const problem = task.problem && (
    <Alert>
      <p>{sentenceFor(task.problem)}</p>
    </Alert>
  );
  if (away) {
    return (
      <div class="stack">
        <p>
          {away.how === 'left' ? 'It has left' : 'It is away for now'}: {away.reason}
        </p>
        {problem}
        <div class="row">
          <Button busy={task.busy} onPress={() => mark(null)}>
            It takes part again
          </Button>
          <RedactButton kind="school" id={school.id} label={`why ${name} is away`} />
        </div>
      </div>
    );
  }
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return focusFirstProblem(event.target);
    await mark({ how, reason });
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <fieldset class="group">
        <legend>It takes no part</legend>
        <div>
          <Choice
            type="radio"
            name="away"
            checked={how === 'absent'}
            onChecked={() => setHow('absent')}
            means="Nothing waits for it meanwhile."
          >
            For now
          </Choice>
          <Choice
            type="radio"
            name="away"
            checked={how === 'left'}
            onChecked={() => setHow('left')}
            means="What it gave stays. Its people are taken out one by one."
          >
            It has left for good
          </Choice>
        </div>
      </fieldset>
      <Field
        label="Why"
        hint="Everyone sees this."
        value={reason}
        onValue={setReason}
        maxLength={500}
        problem={tried && reason.trim() === '' ? 'A few words are enough.' : undefined}
      />
      {problem}
      <div class="row">
        <Button type="submit" label="Save that it takes no part" busy={task.busy}>
          Save
        </Button>
      </div>
    </form>
  );
}
