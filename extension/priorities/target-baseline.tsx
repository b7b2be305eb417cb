import { useState } from 'preact/hooks';
import { newId } from '../../shared/ids.ts';
import { figureText } from '../../shared/priorities/figure-words.ts';
import type { Unit } from '../../shared/priorities/indicator.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import type { SchoolProgress } from '../../shared/priorities/progress.ts';
import { setBaseline } from '../../shared/priorities/target.ts';
import { announce } from '../ui/announce.tsx';
import { attempt } from '../ui/attempt.ts';
import { Button } from '../ui/button.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { useTask } from '../ui/use-task.ts';
import { EnterReading } from './reading-enter.tsx';

interface BaselineProps {
  indicator: string;
  unit: Unit;
  progress: SchoolProgress;
  reason?: string | undefined;
  /** It was set. */
  onDone: () => void;
  /** It is not set now; without it the same. */
  onLeave?: () => void;
}

/** Where a school starts from: one of its figures, or one that is entered now. */
export function BaselineChoice({ indicator, unit, progress, reason, onDone, onLeave = onDone }: BaselineProps) {
  const replica = useReplica();
  const { baseline, points, school } = progress;
  const [chosen, setChosen] = useState(baseline?.reading.id);
  // As it was when this was opened: what is entered here changes it.
  const [first] = useState(!baseline);
  const [entering, setEntering] = useState(points.length === 0);
  const reading = chosen ?? points.at(-1)?.reading.id ?? '';
  const task = useTask(() => attempt(replica, setBaseline, { id: newId(), indicator, school: school.id, reading }));
  if (entering) {
    return (
      <div class="stack">
        <p class="soft">
          {first
            ? 'The figure that the school starts from: later ones are measured against it.'
            : 'Enter the other figure first; then choose it.'}
        </p>
        <EnterReading
          indicator={indicator}
          school={school.id}
          fixed="school"
          // The first one is where it starts; another in the place of a start is looked at before it is.
          start={first}
          onDone={first ? onDone : () => setEntering(false)}
          onLeave={points.length === 0 ? onLeave : () => setEntering(false)}
        />
      </div>
    );
  }
  const set = async () => {
    const done = await task.run(undefined);
    if (!done?.ok) return;
    announce('Start set');
    onDone();
  };
  return (
    <div class="stack reading-form">
      <Select
        label="Start from"
        value={reading}
        options={points.map((point) => ({
          value: point.reading.id,
          label: `${periodLabel(point.period)}: ${figureText(point.value, unit)}`,
        }))}
        onValue={setChosen}
        problem={task.problem && sentenceFor(task.problem)}
      />
      <div class="row">
        <Button
          look="main"
          busy={task.busy}
          reason={points.length === 0 ? 'Enter a figure first.' : reason}
          onPress={set}
        >
          Start from it
        </Button>
        <Button onPress={() => setEntering(true)}>Enter another figure</Button>
        <Button look="quiet" onPress={onLeave}>
          Not now
        </Button>
      </div>
    </div>
  );
}
