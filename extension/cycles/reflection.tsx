import { can } from '../../shared/cluster/roles.ts';
import { type Cycle, editCycle } from '../../shared/cycles/cycle.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Alert } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { cycleAdvice } from './cycle-words.ts';
import { useCycles, type Whole } from './use-cycles.ts';

/** What the group makes of it so far. */
export function Reflection({ cycle }: { cycle: Whole<Cycle> }) {
  const { me } = useCycles();
  const { reflection } = cycle.body;
  return (
    <section class="stack" aria-labelledby="reflection">
      <h2 id="reflection">What we make of it</h2>
      {reflection ? <p class="story-words">{reflection}</p> : <p class="soft">Nothing is written yet.</p>}
      {can(me, editCycle.capability) && (
        <Disclosure key={reflection} summary="Write what you make of it">
          <Write cycle={cycle} />
        </Disclosure>
      )}
    </section>
  );
}

function Write({ cycle: { id, rev, body } }: { cycle: Whole<Cycle> }) {
  const [text, setText, forget] = useKept(`reflection ${id}`, body.reflection ?? '');
  const task = useAct();
  const save = async (event: Event) => {
    event.preventDefault();
    if (!(await task.run([deed(editCycle, { id, rev, reflection: text })]))?.ok) return;
    forget();
    announce('Saved');
  };
  return (
    <form class="stack" onSubmit={save}>
      <TextArea
        label="What do you make of it so far?"
        hint="What you saw, for whom, what surprised you, what you cannot say."
        rows={5}
        maxLength={8000}
        value={text}
        onValue={setText}
      />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Save what you make of it
        </Button>
      </div>
    </form>
  );
}
