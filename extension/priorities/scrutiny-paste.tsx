import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { directionWords, figureText, unitNames } from '../../shared/priorities/figure-words.ts';
import { type Direction, directions, type Unit, units } from '../../shared/priorities/indicator.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { counted } from '../cluster/wording.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useTask } from '../ui/use-task.ts';
import { priorityAdvice } from './refusal-advice.ts';
import { schoolIn, useScene } from './scene.ts';
import type { Entry } from './scrutiny-cell-check.ts';
import { countsText } from './scrutiny-figure.ts';
import { FewCells, LeftCells } from './scrutiny-left.tsx';
import { type Choices, planSheet, schoolOf } from './scrutiny-plan.ts';
import { readSheet } from './scrutiny-sheet.ts';
import { type Written, writePlan } from './scrutiny-write.ts';

interface ScrutinyPasteProps {
  begun: string;
  entry: Entry;
  onWritten: (written: Written) => void;
  onClose: () => void;
}

const none: Pick<Choices, 'schools' | 'units' | 'directions' | 'suppress'> = {
  schools: {},
  units: {},
  directions: {},
  suppress: false,
};

/** A table from a spreadsheet: what it would write is shown first, with what could not be read, and why. */
export function ScrutinyPaste({ begun, entry, onWritten, onClose }: ScrutinyPasteProps) {
  const replica = useReplica();
  const scene = useScene();
  const [text, setText] = useState(begun);
  const [chosen, setChosen] = useState(none);
  const [progress, setProgress] = useState<[done: number, all: number]>();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.querySelector<HTMLElement>('textarea, h2')?.focus(), []);
  const result = useMemo(
    () => (text.trim() === '' ? undefined : readSheet(text, scene.schools)),
    [text, scene.schools],
  );
  const sheet = result?.ok ? result.sheet : undefined;
  const choices: Choices = { ...chosen, ...entry, period: sheet?.period ?? entry.period };
  const plan = sheet && planSheet(sheet, choices, scene);
  const task = useTask(async () =>
    plan
      ? writePlan(replica, plan, entry, (done, all) => setProgress([done, all]))
      : { ok: false as const, problem: { code: 'missing' } },
  );
  const write = async () => {
    const done = await task.run(undefined);
    setProgress(undefined);
    if (!done?.ok) return;
    announce(`${counted(done.value.figures, 'figure', 'figures')} written`);
    onWritten(done.value);
  };
  const fresh = plan?.indicators.filter(
    ({ present, key }) => !present && plan.writes.some((cell) => cell.indicator.key === key),
  );
  const replaced = plan?.writes.filter(({ present }) => present).length ?? 0;
  return (
    <section class="sheet stack wide" aria-labelledby="paste-title" ref={section}>
      <h2 id="paste-title" tabIndex={-1}>
        From a spreadsheet
      </h2>
      <TextArea
        label="Copied cells"
        hint="Schools along the top, by name or URN; indicators down the side; periods in a row or a second column if you have them. Of how many pupils a figure is can stand in it, as 12/30 or 40% (12/30), or in rows or columns called ‘Cohort’ and ‘Numerator’."
        rows={5}
        spellcheck={false}
        autoComplete="off"
        value={text}
        onValue={setText}
      />
      {result && !result.ok && (
        <p class="field-problem">
          {result.why === 'too-large'
            ? 'That is more than 300 rows or 80 columns. Copy a part of it.'
            : 'That is no table yet: it needs a row of schools and at least one row of figures.'}
        </p>
      )}
      {sheet && plan && (
        <>
          <fieldset class="group">
            <legend>Schools</legend>
            <ul class="columns">
              {sheet.columns.map(({ header, matched, period }, i) => (
                <li key={i}>
                  <Select
                    label={`${header || `Column ${i + 2}`}${period ? `, ${periodLabel(period)}` : ''}`}
                    hint={
                      matched && !matched.sure && chosen.schools[i] === undefined
                        ? 'By its likeness: please look.'
                        : undefined
                    }
                    value={schoolOf(sheet, i, chosen) ?? ''}
                    options={[
                      { value: '', label: 'Leave out' },
                      ...scene.schools.map(({ id, body }) => ({ value: id, label: body?.name ?? '' })),
                    ]}
                    onValue={(school) => setChosen({ ...chosen, schools: { ...chosen.schools, [i]: school } })}
                  />
                </li>
              ))}
            </ul>
          </fieldset>
          {fresh && fresh.length > 0 && (
            <fieldset class="group">
              <legend>New indicators</legend>
              {fresh.map(({ key, name, unit, direction }) => (
                <div class="side-by-side" key={key}>
                  <Select<Unit>
                    label={name}
                    value={unit}
                    options={units.map((value) => ({ value, label: unitNames[value] }))}
                    onValue={(value) => setChosen({ ...chosen, units: { ...chosen.units, [key]: value } })}
                  />
                  <Select<Direction>
                    label={`${name}: which way`}
                    value={direction}
                    options={directions.map((value) => ({ value, label: directionWords[value] }))}
                    onValue={(value) => setChosen({ ...chosen, directions: { ...chosen.directions, [key]: value } })}
                  />
                </div>
              ))}
            </fieldset>
          )}
          <LeftCells cells={plan.left} />
          <FewCells cells={plan.writes} />
          {(chosen.suppress || plan.left.some(({ why }) => why === 'small-number')) && (
            <Choice
              type="checkbox"
              checked={chosen.suppress}
              onChecked={(suppress) => setChosen({ ...chosen, suppress })}
              means="Their numbers are not kept anywhere."
            >
              Write figures of fewer than six pupils as suppressed
            </Choice>
          )}
          <p role="status">
            {counted(plan.writes.length, 'figure', 'figures')} to write
            {replaced > 0 && `, ${replaced} in the place of what stands`}
            {plan.same.length > 0 && `; ${plan.same.length} stand there already`}
            {plan.left.length > 0 && `; ${plan.left.length} left out`}.
          </p>
          {plan.writes.length > 0 && (
            <Disclosure summary="See each of them">
              <ul class="stack tight small">
                {plan.writes.map(({ indicator, school, period, value, present, ...counts }) => (
                  <li key={`${indicator.key} ${school} ${period}`}>
                    {schoolIn(scene, school)}, {indicator.name}, {period && periodLabel(period)}:{' '}
                    {value !== undefined && figureText(value, indicator.unit)}
                    {countsText(counts) && ` (${countsText(counts)})`}
                    {present?.body && (
                      <span class="soft"> in the place of {figureText(present.body.value, indicator.unit)}</span>
                    )}
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </>
      )}
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      {progress && (
        <label class="small">
          Writing{' '}
          <progress value={progress[0]} max={progress[1]}>
            {progress[0]} of {progress[1]}
          </progress>
        </label>
      )}
      <div class="row">
        <Button
          look="main"
          busy={task.busy}
          onPress={write}
          reason={!plan || plan.writes.length === 0 ? 'There is nothing to write yet.' : undefined}
        >
          {plan && plan.writes.length > 0 ? `Write ${counted(plan.writes.length, 'figure', 'figures')}` : 'Write'}
        </Button>
        <Button look="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
