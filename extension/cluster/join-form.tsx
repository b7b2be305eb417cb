import { useEffect, useRef, useState } from 'preact/hooks';
import type { LookAnswer } from '../../shared/cluster/access.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import { deviceNameFrom } from './device-name.ts';
import type { Looked } from './join-by-link.tsx';
import { OwnDevice } from './own-device.tsx';
import { WayInProblem } from './way-in-problem.tsx';
import { aRole, listed } from './wording.ts';

/** What taking up a code means, in a sentence. */
function meaningOf({ kind, cluster, role, schools = [], member }: LookAnswer): string {
  if (kind === 'device') return `You are adding this device to ${cluster.name}${member ? ` for ${member}` : ''}.`;
  if (kind === 'recovery') return `You are coming back to ${cluster.name}${member ? ` as ${member}` : ''}.`;
  const as = role ? ` as ${aRole[role]}` : '';
  return `You are joining ${cluster.name}${as}${schools.length > 0 ? ` for ${listed(schools)}` : ''}.`;
}

interface JoinFormProps {
  looked: Looked;
  onBack: () => void;
}

/** The last step in: who, on which device, and whether it is theirs alone. */
export function JoinForm({ looked: { address, code, answer }, onBack }: JoinFormProps) {
  const { access } = useReplica();
  const [name, setName] = useState('');
  const [device, setDevice] = useState(() => deviceNameFrom(navigator.userAgent));
  const [own, setOwn] = useState<boolean>();
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const named = answer.kind !== 'invitation' || name.trim() !== '';
  const task = useTask((mine: boolean) =>
    access.join(address, { code, device, ...(answer.kind === 'invitation' && { name }) }, mine),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (own !== undefined && named && device.trim() !== '') await task.run(own);
    else focusFirstProblem(event.target);
  };
  return (
    <form class="stack wide" onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {meaningOf(answer)}
      </h2>
      {answer.cluster.demo && <p>It is a demonstration: everything in it is made up.</p>}
      {answer.kind === 'recovery' && <p>This uses the recovery code up. You get a new one to keep.</p>}
      {answer.kind === 'invitation' && (
        <Field
          label="Your name"
          hint="As your colleagues know you. It stands beside what you save."
          value={name}
          onValue={setName}
          maxLength={80}
          autoComplete="name"
          problem={tried && !named ? 'Type your name, then go on.' : undefined}
        />
      )}
      <Field
        label="A name for this device"
        hint="So that you can tell it from your others."
        value={device}
        onValue={setDevice}
        maxLength={80}
        problem={tried && device.trim() === '' ? 'Give it a name, then go on.' : undefined}
      />
      <OwnDevice own={own} onOwn={setOwn} missing={tried && own === undefined} />
      {task.problem && <WayInProblem problem={task.problem} address={address} />}
      <div class="row">
        <Button look="main" type="submit" busy={task.busy}>
          {answer.kind === 'invitation' ? 'Join' : 'Use this device'}
        </Button>
        <Button look="quiet" onPress={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
