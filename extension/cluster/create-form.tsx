import { useState } from 'preact/hooks';
import { type Cluster, words } from '../../shared/cluster/cluster.ts';
import { fail } from '../../shared/problem.ts';
import { addressOf } from '../replica/client.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { useTask } from '../ui/use-task.ts';
import { deviceNameFrom } from './device-name.ts';
import { OwnDevice } from './own-device.tsx';
import { AddressProblem, WayInProblem } from './way-in-problem.tsx';
import { capital } from './wording.ts';

interface CreateFormProps {
  address: string;
  /** It can be no other. */
  fixed?: boolean | undefined;
  onAddress: (address: string) => void;
}

/** Starts a cluster. Whoever does is its first coordinator. */
export function CreateForm({ address, fixed, onAddress }: CreateFormProps) {
  const { access } = useReplica();
  const [name, setName] = useState('');
  const [word, setWord] = useState<Cluster['word']>('cluster');
  const [founder, setFounder] = useState('');
  const [device, setDevice] = useState(() => deviceNameFrom(navigator.userAgent));
  const [own, setOwn] = useState<boolean>();
  const [secret, setSecret] = useState('');
  const [closed, setClosed] = useState(false);
  const [tried, setTried] = useState(false);
  const task = useTask(async (mine: boolean) => {
    const at = addressOf(address);
    if (!at.ok) return at;
    const about = await access.about(at.value);
    if (!about.ok) return about;
    setClosed(!about.value.open);
    if (!about.value.open && secret.trim() === '') return fail('creation-closed');
    const body = { name, word, founder, device, ...(secret.trim() && { secret: secret.trim() }) };
    return access.create(at.value, body, mine);
  });
  const complete = [name, founder, device].every((text) => text.trim() !== '') && own !== undefined;
  const missing = (text: string, words: string) => (tried && text.trim() === '' ? words : undefined);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (complete && own !== undefined) await task.run(own);
    else focusFirstProblem(event.target);
  };
  return (
    <form class="stack wide" onSubmit={submit} noValidate>
      <Field
        label="What is it called?"
        value={name}
        onValue={setName}
        maxLength={120}
        problem={missing(name, 'Give it a name, then go on.')}
      />
      <Select
        label="What do you call yourselves?"
        hint="The word that your screens use."
        value={word}
        options={words.map((value) => ({ value, label: capital(value) }))}
        onValue={setWord}
      />
      <Field
        label="Your name"
        hint="You become its first coordinator."
        value={founder}
        onValue={setFounder}
        maxLength={80}
        autoComplete="name"
        problem={missing(founder, 'Type your name, then go on.')}
      />
      <Field
        label="A name for this device"
        value={device}
        onValue={setDevice}
        maxLength={80}
        problem={missing(device, 'Give it a name, then go on.')}
      />
      <OwnDevice own={own} onOwn={setOwn} missing={tried && own === undefined} />
      {closed && (
        <Field
          label="Secret of the address"
          hint="The owner of this address gives it to whoever may start a cluster."
          value={secret}
          onValue={setSecret}
          maxLength={200}
          autoComplete="off"
        />
      )}
      {!fixed && (
        <Disclosure summary="Address">
          <Field
            label="Address to keep it at"
            hint="Your school’s or trust’s own, if it has one."
            value={address}
            onValue={onAddress}
            inputMode="url"
            spellcheck={false}
          />
        </Disclosure>
      )}
      {task.problem &&
        (task.problem.code === 'not-valid' && task.problem.detail === 'address' ? (
          <AddressProblem />
        ) : (
          <WayInProblem problem={task.problem} address={address} />
        ))}
      <div class="row">
        <Button look="main" type="submit" busy={task.busy}>
          Start it
        </Button>
      </div>
    </form>
  );
}
