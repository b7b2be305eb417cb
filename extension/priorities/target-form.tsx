import { useRef, useState } from 'preact/hooks';
import { newId } from '../../shared/ids.ts';
import { figureText, unitWords } from '../../shared/priorities/figure-words.ts';
import { fits, type Indicator, isBeyond } from '../../shared/priorities/indicator.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { setStretch, setTarget, type Target } from '../../shared/priorities/target.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { attempt } from '../ui/attempt.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { useNow } from '../ui/now.ts';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useTask } from '../ui/use-task.ts';
import { PeriodField } from './period-field.tsx';
import { numberIn } from './reading-fields.ts';
import { periodsAhead } from './reading-periods.ts';

interface TargetFormProps {
  indicator: Record<Indicator> & { body: Indicator };
  school: string;
  stretch: boolean;
  own?: Target | undefined;
  beyond?: Target | undefined;
  /** Why this person may not set it. */
  reason?: string | undefined;
  onDone: () => void;
}

/** Where a school means to be: by itself, or, further, with what the partnership contributes. */
export function TargetForm({ indicator, school, stretch, own, beyond, reason, onDone }: TargetFormProps) {
  const replica = useReplica();
  const now = useNow();
  const present = stretch ? beyond : own;
  const periods = periodsAhead(indicator.body.due, now);
  const [value, setValue] = useState(present ? String(present.value) : '');
  const [period, setPeriod] = useState(present?.period ?? own?.period ?? periods[1] ?? periods[0] ?? '');
  const [contribution, setContribution] = useState(present?.contribution ?? '');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const { unit, direction } = indicator.body;
  const number = numberIn(value);
  const right = number !== undefined && fits(unit, number);
  const said = (target: Target) => figureText(target.value, unit);
  const more = direction === 'up' ? 'more' : 'less';
  let barred = reason;
  if (stretch && !own) barred ??= 'Set the school’s own target first.';
  if (right && stretch && own && !isBeyond(direction, number, own.value))
    barred ??= `A stretch target goes beyond the school’s own: ${more} than ${said(own)}.`;
  if (right && !stretch && beyond && !isBeyond(direction, beyond.value, number))
    barred ??= `The stretch target (${said(beyond)}) would no longer go beyond it. Set that anew first, or stay below.`;

  const task = useTask(async () => {
    const where = { id: newId(), indicator: indicator.id, school, value: number ?? 0, period };
    return stretch ? attempt(replica, setStretch, { ...where, contribution }) : attempt(replica, setTarget, where);
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!right || period === '' || (stretch && contribution.trim() === '')) return focusFirstProblem(form.current);
    const done = await task.run(undefined);
    if (!done?.ok) return focusFirstProblem(form.current);
    announce(`${stretch ? 'Stretch target' : 'Target'} set: ${figureText(number, unit)} by ${periodLabel(period)}`);
    onDone();
  };
  return (
    <form class="stack reading-form" onSubmit={submit} noValidate ref={form}>
      <Field
        label={[stretch ? 'Stretch target' : 'Own target', unit === 'percent' ? '%' : unitWords[unit]]
          .filter(Boolean)
          .join(' in ')}
        hint={
          stretch
            ? `What only the partnership makes possible${own ? `: ${more} than the school’s own ${said(own)}` : ''}.`
            : `Where the school means to be by itself. ${direction === 'up' ? 'More' : 'Less'} is better.`
        }
        value={value}
        onValue={setValue}
        maxLength={20}
        autoComplete="off"
        problem={tried && !right ? 'Type a number that this can be, such as 70.' : undefined}
      />
      <PeriodField
        label="By the figure for"
        options={periods}
        value={period}
        onValue={setPeriod}
        problem={tried && period === '' ? 'No period was found in this.' : undefined}
      />
      {stretch && (
        <TextArea
          label="What does the partnership contribute?"
          hint="What the school would not manage alone: people, time, knowledge, money."
          value={contribution}
          onValue={setContribution}
          rows={3}
          maxLength={1000}
          problem={tried && contribution.trim() === '' ? 'Say what it contributes.' : undefined}
        />
      )}
      {task.problem && (
        <p class="field-problem" role="alert">
          {sentenceFor(task.problem)}
        </p>
      )}
      <div class="row">
        <Button type="submit" look="main" busy={task.busy} reason={barred}>
          {present ? 'Set it anew' : 'Set it'}
        </Button>
        <Button look="quiet" onPress={onDone}>
          Not now
        </Button>
      </div>
    </form>
  );
}
