import { useState } from 'preact/hooks';
import { editMember, type Member } from '../../shared/cluster/members.ts';
import type { Role } from '../../shared/cluster/roles.ts';
import { announce } from '../ui/announce.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Alert } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { Select } from '../ui/select.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import type { Roster, Whole } from './use-roster.ts';
import { aRole, roleOptions } from './wording.ts';

/** Hands the coordinator's role to somebody else, and takes another; both at once or not at all. */
export function PassRole({ mine, roster }: { mine: Whole<Member>; roster: Roster }) {
  const others = roster.present.filter(({ id }) => id !== mine.id);
  const [to, setTo] = useState(others[0]?.id ?? '');
  const [next, setNext] = useState<Exclude<Role, 'coordinator'>>('leader');
  const task = useAct();
  const other = others.find(({ id }) => id === to);
  if (!other) return <p class="soft">Nobody else has joined yet to whom you could pass it.</p>;
  const pass = async () => {
    const steps = [
      deed(editMember, { id: other.id, rev: other.rev, role: 'coordinator' as const }),
      deed(editMember, { id: mine.id, rev: mine.rev, role: next }),
    ];
    const done = await task.run(steps);
    if (done?.ok) announce(`${other.body.name} is a coordinator now`);
  };
  const roles = roleOptions.flatMap(({ value, label }) => (value === 'coordinator' ? [] : [{ value, label }]));
  return (
    <div class="stack">
      <Select
        label="To"
        value={to}
        options={others.map(({ id, body }) => ({ value: id, label: body.name }))}
        onValue={setTo}
      />
      <Select label="You will be" value={next} options={roles} onValue={setNext} />
      {task.problem && (
        <Alert>
          <p>{sentenceFor(task.problem)}</p>
        </Alert>
      )}
      <div class="row">
        <Confirm ask="Pass the role on" yes="Pass it on" no="Keep it" busy={task.busy} onYes={pass}>
          <p>
            {other.body.name} becomes a coordinator, and you become {aRole[next]}. Only a coordinator can give you the
            role again.
          </p>
        </Confirm>
      </div>
    </div>
  );
}
