import { useRef, useState } from 'preact/hooks';
import { isOf } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { figureText } from '../../shared/priorities/figure-words.ts';
import type { Indicator } from '../../shared/priorities/indicator.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { enterReading, withdrawReading } from '../../shared/priorities/reading.ts';
import { seriesOf } from '../../shared/priorities/series.ts';
import { setBaseline } from '../../shared/priorities/target.ts';
import type { Record } from '../../shared/record.ts';
import { attemptTogether } from '../ui/attempt.ts';
import { Button } from '../ui/button.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { deed } from '../ui/use-act.ts';
import { useTask } from '../ui/use-task.ts';
import './reading.css';
import { PeriodField } from './period-field.tsx';
import { Entered } from './reading-entered.tsx';
import { emptyFields, type Fields, fieldsOf, read } from './reading-fields.ts';
import { ReadingHistory } from './reading-history.tsx';
import { ReadingValue } from './reading-value.tsx';
import type { SeenDealings } from './use-dealings.ts';

export interface ReadingFormProps {
  dealings: SeenDealings;
  indicator: Record<Indicator> & { body: Indicator };
  /** The school that it is for at first. */
  school: string;
  /** Periods that may be meant, and the one that is likeliest. */
  periods: readonly string[];
  period: string;
  owed: readonly string[];
  /** Only this school and period: nothing else can be chosen; or only this school. */
  fixed?: boolean | 'school' | undefined;
  /** With the figure it is said that the school starts from it. */
  start?: boolean | undefined;
  /** A figure was entered and looked at. */
  onDone?: (() => void) | undefined;
  /** It is not entered now. */
  onLeave?: (() => void) | undefined;
}

/** Enters a school's figure for a period, or corrects the one that stands; what stood before is kept. */
export function ReadingForm({
  dealings,
  indicator,
  periods,
  owed,
  fixed,
  start,
  onDone,
  onLeave,
  ...first
}: ReadingFormProps) {
  const replica = useReplica();
  const [school, setSchool] = useState(first.school);
  const [period, setPeriod] = useState(first.period);
  // What is typed belongs to one school and period: with another, what stands there is shown.
  const [typed, setTyped] = useState<{ of: string; fields: Fields }>();
  const [tried, setTried] = useState(false);
  const [entered, setEntered] = useState<{ id: string; words: string }>();
  const form = useRef<HTMLFormElement>(null);

  const { body: about } = indicator;
  const { me, readings, schools } = dealings;
  const of = `${school} ${period}`;
  const point = seriesOf(readings, indicator.id, school).find((one) => one.period === period);
  const fields = typed?.of === of ? typed.fields : point ? fieldsOf(point.reading.body) : emptyFields;
  const set = (change: Partial<Fields>) => setTyped({ of, fields: { ...fields, ...change } });
  const { filled, wrong, small } = read(fields, about);

  const task = useTask(async () => {
    const id = newId();
    const body = {
      id,
      indicator: indicator.id,
      school,
      period,
      ...filled,
      ...(point && { replaces: point.reading.id }),
    };
    const from = { id: newId(), indicator: indicator.id, school, reading: id };
    const done = await attemptTogether(replica, [
      deed(enterReading, body),
      ...(start ? [deed(setBaseline, from)] : []),
    ]);
    const words = `${figureText(filled.value, about.unit)}, ${periodLabel(period)}`;
    if (done.ok) setEntered({ id, words: start ? `Starts from ${words}` : `Entered: ${words}` });
    return done;
  });
  const undo = async () => {
    // As it was entered just now: all that can happen to a reading is to be taken back.
    if (entered) await replica.outbox.act(withdrawReading, { id: entered.id, rev: 1 });
    setEntered(undefined);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (period === '' || small === 'withhold' || Object.keys(wrong).length > 0) return focusFirstProblem(form.current);
    const done = await task.run(undefined);
    if (!done?.ok) return focusFirstProblem(form.current);
    setTyped(undefined);
    setTried(false);
  };

  const record = schools.find(({ id }) => id === school);
  const published = fields.status !== 'own' && fields.url.trim() !== '';
  const may = me?.role === 'coordinator' || published || (me && record && isOf(me, record));
  const reason = may ? undefined : 'Only the school itself, or a coordinator, gives its own figures.';
  if (entered) {
    const done = () => {
      setEntered(undefined);
      onDone?.();
    };
    return <Entered words={entered.words} onUndo={undo} onDone={done} />;
  }
  return (
    <form class="stack reading-form" onSubmit={submit} noValidate ref={form} aria-label={`A figure: ${about.name}`}>
      {fixed ? (
        <p>
          <b>{record?.body?.name}</b>
          {fixed === true && ` · ${periodLabel(period)}`}
        </p>
      ) : (
        <Select
          label="School"
          value={school}
          options={schools.map(({ id, body }) => ({ value: id, label: body?.name ?? '' }))}
          onValue={setSchool}
        />
      )}
      {fixed !== true && (
        <PeriodField
          label="Period"
          options={periods}
          beside={(one) => (owed.includes(`${school} ${one}`) ? 'due' : undefined)}
          value={period}
          onValue={setPeriod}
          problem={tried && period === '' ? 'No period was found in this.' : undefined}
        />
      )}
      {point && <ReadingHistory point={point} unit={about.unit} />}
      <ReadingValue
        fields={fields}
        onChange={set}
        indicator={about}
        wrong={tried ? wrong : {}}
        small={small}
        correcting={point !== undefined}
      />
      {task.problem && (
        <p class="field-problem" role="alert">
          {sentenceFor(task.problem)}
        </p>
      )}
      <div class="row">
        <Button
          look="main"
          type="submit"
          busy={task.busy}
          reason={reason ?? (small === 'withhold' ? 'Below 6 pupils it is withheld.' : undefined)}
        >
          {`${point ? 'Correct it' : 'Enter it'}${start ? ' and start from it' : ''}`}
        </Button>
        {onLeave && (
          <Button look="quiet" onPress={onLeave}>
            Not now
          </Button>
        )}
      </div>
    </form>
  );
}
