import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import type { School } from '../../shared/cluster/schools.ts';
import type { Cycle } from '../../shared/cycles/cycle.ts';
import { planTrial, recordTrial, type Trial } from '../../shared/cycles/trial.ts';
import { newId } from '../../shared/ids.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { dayInWords } from '../priorities/priority-words.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Alert } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { cycleAdvice } from './cycle-words.ts';
import { schoolName, schoolsOfMine, useCycles, type Whole } from './use-cycles.ts';

/** What each school tries in a cycle, and what it did; one writes that for one's own school. */
export function Trials({ cycle }: { cycle: Whole<Cycle> }) {
  const scene = useCycles();
  const its = scene.trials.filter(({ body }) => body.cycle === cycle.id);
  const mine = cycle.body.closed || !can(scene.me, planTrial.capability) ? [] : schoolsOfMine(scene);
  const without = mine.filter(({ id }) => !its.some(({ body }) => body.school === id));
  return (
    <section class="stack" aria-labelledby="tried">
      <h2 id="tried">What each school tries</h2>
      {its.length === 0 && <p class="soft">No school has said yet what it will try.</p>}
      {its.map((trial) => {
        const name = schoolName(scene, trial.body.school);
        return (
          <div key={trial.id} class="stack tight">
            <h3>{name}</h3>
            <p class="story-words">{trial.body.what}</p>
            {trial.body.did ? (
              <p class="story-words">
                <b>What it did{trial.body.on ? `, ${dayInWords(trial.body.on)}` : ''}:</b> {trial.body.did}
              </p>
            ) : (
              <p class="soft small">It has not said yet what it did.</p>
            )}
            <RedactButton kind="trial" id={trial.id} words={trial.body.what} label={`what ${name} tries`} />
            {mine.some(({ id }) => id === trial.body.school) && (
              <Disclosure key={trial.body.did} summary={`What ${name} did`}>
                <Did trial={trial} name={name} />
              </Disclosure>
            )}
          </div>
        );
      })}
      {without.map((school) => (
        <Disclosure key={school.id} summary={`What ${school.body.name} will try`}>
          <Try cycle={cycle.id} school={school} />
        </Disclosure>
      ))}
    </section>
  );
}

function Try({ cycle, school }: { cycle: string; school: Whole<School> }) {
  const [what, setWhat, forget] = useKept(`try ${cycle} ${school.id}`, '');
  const task = useAct();
  const label = `${school.body.name} will try`;
  const save = async (event: Event) => {
    event.preventDefault();
    const done = await task.run([deed(planTrial, { id: newId(), cycle, school: school.id, what })]);
    if (!done?.ok) return;
    forget();
    announce('Saved');
  };
  return (
    <form class="stack" onSubmit={save}>
      <TextArea label={label} rows={3} maxLength={2000} value={what} onValue={setWhat} />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy} label={`Save what ${label}`}>
          Save what {label}
        </Button>
      </div>
    </form>
  );
}

function Did({ trial: { id, rev, body }, name }: { trial: Whole<Trial>; name: string }) {
  const [did, setDid, forget] = useKept(`did ${id}`, body.did ?? '');
  const [on, setOn] = useState(body.on ?? '');
  const task = useAct();
  const save = async (event: Event) => {
    event.preventDefault();
    const { cycle, school } = body;
    const done = await task.run([deed(recordTrial, { id, rev, cycle, school, did, on: on || null })]);
    if (!done?.ok) return;
    forget();
    announce('Saved');
  };
  return (
    <form class="stack" onSubmit={save}>
      <TextArea
        label={`What did ${name} do?`}
        hint="What was really done, by whom, how often; also where it came out otherwise."
        rows={3}
        maxLength={4000}
        value={did}
        onValue={setDid}
      />
      <DayField label="When" value={on} onValue={setOn} />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy} label={`Save what ${name} did`}>
          Save what {name} did
        </Button>
      </div>
    </form>
  );
}
