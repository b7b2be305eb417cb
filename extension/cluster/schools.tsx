import { useRef, useState } from 'preact/hooks';
import { parse } from '../../shared/action.ts';
import { can } from '../../shared/cluster/roles.ts';
import { addSchool, School, Urn } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import type { SeenProblem } from '../replica/database.ts';
import { announce } from '../ui/announce.tsx';
import { attempt } from '../ui/attempt.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { sentenceFor } from '../ui/problem.ts';
import { RefusedList } from '../ui/refused-list.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useTask } from '../ui/use-task.ts';
import './lists.css';

/** The schools that are in it. */
export function Schools() {
  const { view } = useReplica();
  const schools = useLive(() => view.list(School));
  return (
    <section class="stack" aria-labelledby="schools-title">
      <h2 id="schools-title">Schools</h2>
      {schools?.length === 0 && <p class="soft">None yet.</p>}
      <ul class="list">
        {schools?.map(({ id, body }) => (
          <li key={id}>
            <span>{body?.name}</span>
            <span class="soft small">URN {body?.urn}</span>
          </li>
        ))}
      </ul>
      <RefusedList<{ name: string }> action={addSchool} titleOf={({ name }) => name} advice={schoolAdvice} />
      <AddSchool />
    </section>
  );
}

const schoolAdvice = (problem: SeenProblem): string =>
  problem.code === 'exists' ? 'A school with this URN is there already.' : sentenceFor(problem);

function AddSchool() {
  const replica = useReplica();
  const me = useLive(() => replica.view.me());
  const [name, setName] = useState('');
  const [urn, setUrn] = useState('');
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const task = useTask(() => attempt(replica, addSchool, { id: newId(), name, urn: urn.trim() }));
  if (!me) return null;
  if (!can(me.actor, addSchool.capability)) {
    return <p class="soft small">Heads and coordinators can add schools.</p>;
  }
  const urnRight = parse(Urn, urn.trim()).ok;
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || !urnRight) return focusFirstProblem(event.target);
    const done = await task.run(undefined);
    if (!done?.ok) return focusFirstProblem(event.target);
    announce(`Added: ${name}`);
    setName('');
    setUrn('');
    setTried(false);
    first.current?.focus();
  };
  const urnProblem = tried && !urnRight ? 'A URN has six digits and begins with 1.' : undefined;
  return (
    <Disclosure summary="Add a school">
      <form class="stack" onSubmit={submit} noValidate>
        <Field
          ref={first}
          label="Name"
          value={name}
          onValue={setName}
          maxLength={160}
          problem={tried && name.trim() === '' ? 'Type the school’s name.' : undefined}
        />
        <Field
          label="URN"
          hint="Six digits, as on Get Information about Schools."
          value={urn}
          onValue={setUrn}
          inputMode="numeric"
          maxLength={12}
          problem={urnProblem ?? (task.problem && schoolAdvice(task.problem))}
        />
        <div class="row">
          <Button type="submit" busy={task.busy}>
            Add
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
