import { useState } from 'preact/hooks';
import { newId } from '../../shared/ids.ts';
import { indicatorsFor, indicatorsOf } from '../../shared/priorities/agreement.ts';
import { figureText } from '../../shared/priorities/figure-words.ts';
import { comparePeriods, periodLabel } from '../../shared/priorities/period.ts';
import { presentReading } from '../../shared/priorities/reading.ts';
import { setBaseline } from '../../shared/priorities/target.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { hrefTo } from '../ui/route.ts';
import { Select } from '../ui/select.tsx';
import { useTask } from '../ui/use-task.ts';
import { priorityAdvice } from './refusal-advice.ts';
import { type Scene, schoolIn, useScene } from './scene.ts';

/** The figures of a school that it can start from: of the priority's indicators, the newest first. */
function figuresOf(scene: Scene, priority: string, school: string) {
  return indicatorsFor(scene.indicators, priority, school).flatMap(({ id, body }) =>
    scene.readings
      .filter((one) => {
        const { body: said } = one;
        if (!body || said?.indicator !== id || said.school !== school) return false;
        return presentReading(scene.readings, said)?.id === one.id;
      })
      .sort((a, b) => comparePeriods(b.body?.period ?? '', a.body?.period ?? ''))
      .flatMap((one) =>
        body && one.body
          ? [
              {
                value: one.id,
                indicator: id,
                label: `${body.name}: ${figureText(one.body.value, body.unit)}, ${periodLabel(one.body.period)}`,
              },
            ]
          : [],
      ),
  );
}

/** Where a school starts from on a priority: one of its figures, or the way to enter one. */
export function BaselineChoice({ priority, school }: { priority: string; school: string }) {
  const { outbox } = useReplica();
  const scene = useScene();
  const figures = figuresOf(scene, priority, school);
  const [chosen, setChosen] = useState('');
  const one = figures.find(({ value }) => value === chosen) ?? figures[0];
  const task = useTask(async () => {
    if (!one) return { ok: false, problem: { code: 'missing' } };
    return outbox.act(setBaseline, { id: newId(), indicator: one.indicator, school, reading: one.value });
  });
  const start = async () => {
    if ((await task.run(undefined))?.ok) announce('Recorded where it starts from');
  };
  if (!one) {
    const measured = indicatorsOf(scene.indicators, priority).length > 0;
    return (
      <p>
        {measured ? (
          <>
            Record where {schoolIn(scene, school)} starts from:{' '}
            <a href={hrefTo('priorities', 'scrutiny')}>enter a figure</a> of one of the indicators first.
          </>
        ) : (
          'Once it has an indicator, record where you start from.'
        )}
      </p>
    );
  }
  return (
    <div class="stack">
      <Select
        label={`Where ${schoolIn(scene, school)} starts from`}
        hint="Its figure that the others are measured against from now on."
        value={one.value}
        options={figures}
        onValue={setChosen}
      />
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      <div class="row">
        <Button busy={task.busy} onPress={start}>
          Start from this
        </Button>
      </div>
    </div>
  );
}
