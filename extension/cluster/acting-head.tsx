import { useState } from 'preact/hooks';
import { appointActing } from '../../shared/cluster/acting.ts';
import type { School } from '../../shared/cluster/schools.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { Select } from '../ui/select.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import type { Roster, Whole } from './use-roster.ts';

/** Names who speaks for a school where its head cannot. */
export function ActingHead({ school, roster }: { school: Whole<School>; roster: Roster }) {
  const [chosen, setChosen] = useState(school.body.acting ?? '');
  const task = useAct();
  const people = roster.present.map(({ id, body }) => ({ value: id, label: body.name }));
  const submit = async (event: Event) => {
    event.preventDefault();
    const body = { id: school.id, rev: school.rev, acting: chosen || null };
    const done = await task.run([deed(appointActing, body)]);
    if (done?.ok) announce('Saved');
  };
  return (
    <form class="stack" onSubmit={submit}>
      <Select
        label="Acts for the head"
        hint="May agree, object and affirm in the school’s name."
        value={chosen}
        options={[{ value: '', label: 'Nobody' }, ...people]}
        onValue={setChosen}
      />
      {task.problem && (
        <Alert>
          <p>{sentenceFor(task.problem)}</p>
        </Alert>
      )}
      <div class="row">
        <Button type="submit" label="Save who acts for the head" busy={task.busy}>
          Save
        </Button>
      </div>
    </form>
  );
}
