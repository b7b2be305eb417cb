import { useState } from 'preact/hooks';
import { editMember, isLastCoordinator, type Member } from '../../shared/cluster/members.ts';
import type { Role } from '../../shared/cluster/roles.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { Select } from '../ui/select.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import type { Roster, Whole } from './use-roster.ts';
import { roleOptions } from './wording.ts';

/** Changes somebody's name, role and schools; without a coordinator's role only one's own name. */
export function MemberForm({ one, roster }: { one: Whole<Member>; roster: Roster }) {
  const [name, setName] = useState(one.body.name);
  const [role, setRole] = useState<Role>(one.body.role);
  const [schools, setSchools] = useState<readonly string[]>(one.body.schools);
  const task = useAct();
  const full = roster.me.role === 'coordinator';
  const last = isLastCoordinator(roster.present, one.id);
  const reason =
    last && role !== 'coordinator' ? 'The cluster would have no coordinator. Pass the role on first.' : undefined;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (name.trim() === '') return focusFirstProblem(event.target);
    const change = {
      ...(name.trim() !== one.body.name && { name }),
      ...(role !== one.body.role && { role }),
      ...(schools.join() !== one.body.schools.join() && { schools: [...schools] }),
    };
    if (Object.keys(change).length === 0) return announce('Nothing was changed');
    const done = await task.run([deed(editMember, { id: one.id, rev: one.rev, ...change })]);
    if (done?.ok) announce(`Saved: ${name}`);
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field
        label="Name"
        value={name}
        onValue={setName}
        maxLength={80}
        problem={name.trim() === '' ? 'A name is needed.' : undefined}
      />
      {full && <Select label="Role" value={role} options={roleOptions} onValue={setRole} />}
      {full && roster.schools.length > 0 && (
        <fieldset class="group">
          <legend>Acts for</legend>
          <div>
            {roster.schools.map(({ id, body }) => (
              <Choice
                key={id}
                type="checkbox"
                checked={schools.includes(id)}
                onChecked={(on) => setSchools(on ? [...schools, id] : schools.filter((other) => other !== id))}
              >
                {body.name}
              </Choice>
            ))}
          </div>
        </fieldset>
      )}
      {task.problem && (
        <Alert>
          <p>{sentenceFor(task.problem)}</p>
        </Alert>
      )}
      <div class="row">
        <Button type="submit" label="Save this person" busy={task.busy} reason={reason}>
          Save
        </Button>
      </div>
    </form>
  );
}
