import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { indicatorsOf } from '../../shared/priorities/agreement.ts';
import { editIndicator, type Indicator } from '../../shared/priorities/indicator.ts';
import type { Record } from '../../shared/record.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { hrefTo } from '../ui/route.ts';
import { Select } from '../ui/select.tsx';
import { useTask } from '../ui/use-task.ts';
import '../cluster/lists.css';
import { directionWords, unitNames } from '../../shared/priorities/figure-words.ts';
import { monthWord, partWords } from './indicator-due.tsx';
import { IndicatorForm } from './indicator-form.tsx';
import { schoolsWords } from './indicator-schools.tsx';
import { priorityAdvice } from './refusal-advice.ts';
import { inOrder, useScene } from './scene.ts';

type Known = Record<Indicator> & { body: Indicator };

const known = (records: readonly Record<Indicator>[]): Known[] =>
  inOrder(records.flatMap((record) => (record.body ? [{ ...record, body: record.body }] : [])));

/** What a priority is measured by, with ways to add, attach, change and retire. */
export function IndicatorList({ priority, open }: { priority: string; open: boolean }) {
  const scene = useScene();
  const [adding, setAdding] = useState(false);
  const mine = known(indicatorsOf(scene.indicators, priority));
  const retired = known(scene.indicators).filter(({ body }) => body.priorities.includes(priority) && body.retired);
  const may = open && can(scene.me, editIndicator.capability);
  return (
    <section class="stack" aria-labelledby="indicators-title">
      <h2 id="indicators-title">Indicators</h2>
      {mine.length === 0 && <p class="soft">None yet. What would show, in every school, that it has come about?</p>}
      <ul class="list">
        {mine.map((one) => (
          <OneIndicator key={one.id} indicator={one} may={may} />
        ))}
      </ul>
      {may && !adding && (
        <div class="row">
          <Button onPress={() => setAdding(true)}>Add an indicator</Button>
          <a href={hrefTo('priorities', 'scrutiny')}>All figures</a>
        </div>
      )}
      {may && adding && <IndicatorForm priorities={[priority]} onDone={() => setAdding(false)} />}
      {may && <Attach priority={priority} />}
      {retired.length > 0 && (
        <Disclosure summary={`Retired (${retired.length})`}>
          <ul class="list">
            {retired.map((one) => (
              <OneIndicator key={one.id} indicator={one} may={may} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function OneIndicator({ indicator, may }: { indicator: Known; may: boolean }) {
  const { outbox } = useReplica();
  const scene = useScene();
  const [editing, setEditing] = useState(false);
  const { id, rev, body } = indicator;
  const retiring = useTask(() => outbox.act(editIndicator, { id, rev, retired: !body.retired }));
  if (editing) {
    return (
      <li>
        <IndicatorForm indicator={indicator} onDone={() => setEditing(false)} />
      </li>
    );
  }
  const retire = async () => {
    if ((await retiring.run(undefined))?.ok) announce(body.retired ? 'In use again' : `Retired: ${body.name}`);
  };
  const schools = schoolsWords(body, scene.schools);
  const due = body.due?.map(({ month, part }) => `${monthWord(month)} for ${partWords[part]}`).join(', ');
  return (
    <li>
      <span>{body.name}</span>
      <span class="soft small">
        {[unitNames[body.unit], directionWords[body.direction], body.about].filter(Boolean).join(' · ')}
      </span>
      {schools && <span class="soft small">{schools}</span>}
      {due && <span class="soft small">Comes out in {due}</span>}
      {body.source && (
        <a class="small" href={body.source.url} target="_blank" rel="noreferrer">
          {body.source.title}
        </a>
      )}
      {retiring.problem && <Alert>{priorityAdvice(retiring.problem, scene)}</Alert>}
      {may && (
        <div class="row">
          {!body.retired && (
            <Button look="quiet" label={`Edit ${body.name}`} onPress={() => setEditing(true)}>
              Edit
            </Button>
          )}
          <Button
            look="quiet"
            busy={retiring.busy}
            label={body.retired ? `Use again: ${body.name}` : `Retire ${body.name}`}
            onPress={retire}
          >
            {body.retired ? 'Use again' : 'Retire'}
          </Button>
          <RedactButton kind="indicator" id={id} words={body.name} label={body.name} />
        </div>
      )}
    </li>
  );
}

/** Ties an indicator that is there already, such as one that was looked at in the grid. */
function Attach({ priority }: { priority: string }) {
  const { outbox } = useReplica();
  const scene = useScene();
  const others = known(scene.indicators).filter(({ body }) => !body.retired && !body.priorities.includes(priority));
  const [chosen, setChosen] = useState('');
  const one = others.find(({ id }) => id === chosen) ?? others[0];
  const task = useTask(async () => {
    if (!one) return { ok: false, problem: { code: 'missing' } };
    const { id, rev, body } = one;
    return outbox.act(editIndicator, { id, rev, priorities: [...body.priorities, priority] });
  });
  if (!one) return null;
  const attach = async () => {
    if ((await task.run(undefined))?.ok) announce(`Attached: ${one.body.name}`);
  };
  return (
    <Disclosure summary="Use one that was looked at already">
      <div class="stack">
        <Select
          label="Indicator"
          value={one.id}
          options={others.map(({ id, body }) => ({ value: id, label: body.name }))}
          onValue={setChosen}
        />
        {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
        <div class="row">
          <Button busy={task.busy} onPress={attach}>
            Use it here
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
