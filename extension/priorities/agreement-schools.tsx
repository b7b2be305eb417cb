import { useState } from 'preact/hooks';
import { appointActing } from '../../shared/cluster/acting.ts';
import { can } from '../../shared/cluster/roles.ts';
import { markSchool, type School, speaksFor, takesPart } from '../../shared/cluster/schools.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { useTask } from '../ui/use-task.ts';
import { priorityAdvice } from './refusal-advice.ts';
import { useScene } from './scene.ts';

/** What can be done so that nobody waits for a school whose head cannot answer. */
export function AgreementSchools() {
  const scene = useScene();
  const [chosen, setChosen] = useState('');
  const coordinates = can(scene.me, markSchool.capability);
  const mine = scene.schools.filter(
    (school) => coordinates || (can(scene.me, appointActing.capability) && speaksFor(scene.me, school)),
  );
  const school = mine.find(({ id }) => id === chosen) ?? mine[0];
  if (!school) return null;
  return (
    <Disclosure summary="If a school’s head cannot answer">
      <div class="stack">
        <Select
          label="School"
          value={school.id}
          options={mine.map(({ id, body }) => ({ value: id, label: body?.name ?? '' }))}
          onValue={setChosen}
        />
        <Acting key={`acting ${school.id}`} school={school} />
        {coordinates && <Away key={`away ${school.id}`} school={school} />}
      </div>
    </Disclosure>
  );
}

function Acting({ school: { id, rev, body } }: { school: Record<School> }) {
  const { outbox } = useReplica();
  const scene = useScene();
  const [acting, setActing] = useState(body?.acting ?? '');
  const task = useTask(() => outbox.act(appointActing, { id, rev, acting: acting || null }));
  const people = scene.members.filter((one) => one.body && one.body.role !== 'observer');
  const name = async () => {
    if ((await task.run(undefined))?.ok) announce('Saved on this device');
  };
  return (
    <>
      <Select
        label="Who speaks for it meanwhile"
        hint="Besides its head. They agree, object and affirm in its name."
        value={acting}
        options={[
          { value: '', label: 'Nobody else' },
          ...people.map((one) => ({ value: one.id, label: one.body?.name ?? '' })),
        ]}
        onValue={setActing}
      />
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      <div class="row">
        <Button busy={task.busy} onPress={name}>
          Name them
        </Button>
      </div>
    </>
  );
}

function Away({ school }: { school: Record<School> }) {
  const { outbox } = useReplica();
  const scene = useScene();
  const { id, rev, body } = school;
  const [reason, setReason] = useState('');
  const [how, setHow] = useState<'absent' | 'left'>('absent');
  const [tried, setTried] = useState(false);
  const task = useTask((away: { how: 'absent' | 'left'; reason: string } | null) =>
    outbox.act(markSchool, { id, rev, away }),
  );
  if (!takesPart(school)) {
    return (
      <>
        <p>
          {body?.name} takes no part at present: {body?.away?.reason}
        </p>
        {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
        <div class="row">
          <Button busy={task.busy} onPress={() => task.run(null)}>
            It takes part again
          </Button>
        </div>
      </>
    );
  }
  const mark = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || !(await task.run({ how, reason }))?.ok) return;
    announce('Nobody waits for it now');
    setReason('');
    setTried(false);
  };
  return (
    <form class="stack" onSubmit={mark} noValidate>
      <Select
        label="Or it takes no part"
        value={how}
        options={[
          { value: 'absent', label: 'For a while' },
          { value: 'left', label: 'It has left' },
        ]}
        onValue={setHow}
      />
      <Field
        label="Why"
        hint="Everybody reads it. Nothing waits for the school until it is back."
        value={reason}
        onValue={setReason}
        maxLength={500}
        problem={tried && reason.trim() === '' ? 'Say why.' : undefined}
      />
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Mark it
        </Button>
      </div>
    </form>
  );
}
