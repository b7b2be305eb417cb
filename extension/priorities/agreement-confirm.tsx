import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { adoptPriority, confirmPriority } from '../../shared/priorities/agreement.ts';
import type { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useTask } from '../ui/use-task.ts';
import { whyNotYet } from './agreement-words.ts';
import { dayOf } from './priority-words.ts';
import { priorityAdvice } from './refusal-advice.ts';
import { useScene } from './scene.ts';

interface OfPriority {
  priority: Record<Priority> & { body: Priority };
}

/** Makes a proposal an agreed priority. What stands in the way is said before the button is pressed. */
export function AgreementConfirm({ priority }: OfPriority) {
  const { outbox, view } = useReplica();
  const scene = useScene();
  const { id, rev } = priority;
  // Asked of the scene that is shown: whenever that is another, again.
  const refusal = useLive(() => view.refusal(confirmPriority, { id, rev }), [id, rev, scene]);
  const task = useTask(() => outbox.act(confirmPriority, { id, rev }));
  const why = whyNotYet(scene, priority);
  if (why.length === 0 && refusal && refusal.code !== 'not-allowed') why.push(priorityAdvice(refusal, scene));
  const may = can(scene.me, confirmPriority.capability);
  const confirm = async () => {
    if ((await task.run(undefined))?.ok) announce('Agreed');
  };
  return (
    <div class="stack">
      {why.length > 0 && (
        <div class="notice">
          <p>Before it can be agreed:</p>
          <ul class="plain-list">
            {why.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      {may ? (
        <div class="row">
          <Button
            look="main"
            busy={task.busy}
            onPress={confirm}
            reason={why.length > 0 ? 'Not yet: what is missing stands above.' : undefined}
          >
            Confirm that it is agreed
          </Button>
        </div>
      ) : (
        <p class="small soft">A head or a coordinator confirms it, once every school has agreed.</p>
      )}
      {can(scene.me, adoptPriority.capability) && <Adopt priority={priority} />}
    </div>
  );
}

/** Takes over what was agreed before the partnership came here; the schools' words stay visibly outstanding. */
function Adopt({ priority: { id, rev } }: OfPriority) {
  const { outbox, view } = useReplica();
  const scene = useScene();
  const today = dayOf(useNow());
  const [on, setOn] = useState('');
  const [minuted, setMinuted] = useState('');
  const [tried, setTried] = useState(false);
  const refusal = useLive(
    () => view.refusal(adoptPriority, { id, rev, on: '2000-01-01', minuted: '-' }),
    [id, rev, scene],
  );
  const task = useTask(() => outbox.act(adoptPriority, { id, rev, on, minuted }));
  const dayProblem = on === '' ? 'On which day?' : on > today ? 'That is yet to come.' : undefined;
  const adopt = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (dayProblem || minuted.trim() === '') return focusFirstProblem(event.target);
    if ((await task.run(undefined))?.ok) announce('Taken over as agreed');
  };
  return (
    <Disclosure summary="It was agreed before we came here">
      <form class="stack" onSubmit={adopt} noValidate>
        <p class="soft">
          It counts as agreed from now on. Each school’s confirmation here stays outstanding, for all to see, until it
          is given.
        </p>
        <DayField label="Agreed on" max={today} value={on} onValue={setOn} problem={tried ? dayProblem : undefined} />
        <Field
          label="Minuted in"
          hint="Such as ‘Heads’ meeting, minutes of 3 July, item 4’."
          value={minuted}
          onValue={setMinuted}
          maxLength={500}
          problem={tried && minuted.trim() === '' ? 'Where can it be looked up?' : undefined}
        />
        {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
        <div class="row">
          <Button type="submit" busy={task.busy} reason={refusal && priorityAdvice(refusal, scene)}>
            Take it over as agreed
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
