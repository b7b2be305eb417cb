import { useEffect, useRef, useState } from 'preact/hooks';
import { parse } from '../../shared/action.ts';
import { WebAddress } from '../../shared/cluster/text.ts';
import { newId } from '../../shared/ids.ts';
import { directionWords, unitNames } from '../../shared/priorities/figure-words.ts';
import {
  addIndicator,
  type Direction,
  type Due,
  directions,
  editIndicator,
  type Indicator,
  type Unit,
  units,
} from '../../shared/priorities/indicator.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { useTask } from '../ui/use-task.ts';
import { DueFields } from './indicator-due.tsx';
import { IndicatorSchools } from './indicator-schools.tsx';
import { priorityAdvice } from './refusal-advice.ts';
import { useScene } from './scene.ts';

interface IndicatorFormProps {
  /** The indicator to change; a new one without. Its unit and direction stay, since its figures would mean another thing. */
  indicator?: Record<Indicator> & { body: Indicator };
  /** The priorities that a new one is for. */
  priorities?: readonly string[];
  onDone: () => void;
}

/** Something that is measured in every school, to be added or changed. */
export function IndicatorForm({ indicator, priorities = [], onDone }: IndicatorFormProps) {
  const { outbox } = useReplica();
  const scene = useScene();
  const [seen] = useState(indicator);
  const body = seen?.body;
  const [name, setName] = useState(body?.name ?? '');
  const [unit, setUnit] = useState<Unit>(body?.unit ?? 'percent');
  const [direction, setDirection] = useState<Direction>(body?.direction ?? 'up');
  const [about, setAbout] = useState(body?.about ?? '');
  const [url, setUrl] = useState(body?.source?.url ?? '');
  const [pupils, setPupils] = useState(true);
  const [schools, setSchools] = useState<readonly string[] | null>(body?.schools ?? null);
  const [due, setDue] = useState<readonly Due[]>(body?.due ?? []);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const address = url.trim();
  const addressRight = address === '' || parse(WebAddress, address).ok;
  const task = useTask(() => {
    const source = address ? { url: address, title: hostOf(address) } : null;
    const words = { name, about, source: address === body?.source?.url ? body.source : source, due: [...due] };
    const its = schools && [...schools];
    return seen
      ? outbox.act(editIndicator, {
          id: seen.id,
          rev: seen.rev,
          ...words,
          ...((its || body?.schools) && { schools: its }),
        })
      : outbox.act(addIndicator, {
          id: newId(),
          ...words,
          unit,
          direction,
          priorities: [...priorities],
          ...(!pupils && { pupils }),
          ...(its && { schools: its }),
        });
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || !addressRight || schools?.length === 0) return focusFirstProblem(event.target);
    const done = await task.run(undefined);
    if (!done?.ok) return;
    announce(seen ? 'Saved on this device' : `Added: ${name}`);
    onDone();
  };
  return (
    <form
      class="stack"
      ref={form}
      aria-label={seen ? `Edit ${seen.body.name}` : 'A new indicator'}
      onSubmit={submit}
      noValidate
    >
      <Field
        label="What is measured?"
        hint="Such as ‘Persistent absence’."
        value={name}
        onValue={setName}
        maxLength={160}
        problem={tried && name.trim() === '' ? 'Give it a name.' : undefined}
      />
      {!seen && (
        <div class="side-by-side">
          <Select<Unit>
            label="In"
            value={unit}
            options={units.map((value) => ({ value, label: unitNames[value] }))}
            onValue={setUnit}
          />
          <Select<Direction>
            label="Which way"
            value={direction}
            options={directions.map((value) => ({ value, label: directionWords[value] }))}
            onValue={setDirection}
          />
        </div>
      )}
      <Field
        label="Whom it is about"
        hint="Such as ‘Year 6 pupils who are disadvantaged’."
        value={about}
        onValue={setAbout}
        maxLength={300}
      />
      <IndicatorSchools
        schools={scene.schools}
        chosen={schools}
        onChosen={setSchools}
        words={`${name}. ${about}`}
        problem={tried && schools?.length === 0 ? 'Choose at least one.' : undefined}
      />
      <Field
        label="Where its figures are published"
        hint="The address of a page, if there is one."
        inputMode="url"
        value={url}
        onValue={setUrl}
        maxLength={2000}
        problem={tried && !addressRight ? 'An address begins with https://' : undefined}
      />
      {!seen && (unit === 'count' || unit === 'percent') && (
        <Choice
          type="checkbox"
          checked={pupils}
          onChecked={setPupils}
          means="Fewer than six are then withheld, since they might be recognised."
        >
          It counts pupils
        </Choice>
      )}
      <DueFields due={due} onDue={setDue} />
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          {seen ? 'Save changes' : 'Add it'}
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const hostOf = (address: string): string => URL.parse(address)?.hostname.replace(/^www\./, '') ?? address;
