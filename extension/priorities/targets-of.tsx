import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { speaksFor } from '../../shared/cluster/schools.ts';
import { figureText } from '../../shared/priorities/figure-words.ts';
import { isFor } from '../../shared/priorities/indicator.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { schoolOn } from '../../shared/priorities/progress.ts';
import { placeSentence } from '../../shared/priorities/progress-words.ts';
import type { Target } from '../../shared/priorities/target.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { Button } from '../ui/button.tsx';
import { maySetStart } from './may-set-start.ts';
import { BaselineChoice } from './target-baseline.tsx';
import { TargetForm } from './target-form.tsx';
import './targets.css';
import { useDealings } from './use-dealings.ts';

type Step = 'baseline' | 'own' | 'stretch';

/** Where a school starts from on an indicator, where it means to be, and where only the partnership takes it. */
export function TargetsOf({ indicator, school }: { indicator: string; school: string }) {
  const dealings = useDealings();
  const [open, setOpen] = useState<Step>();
  const found = dealings?.indicators.find(({ id }) => id === indicator);
  const record = dealings?.schools.find(({ id }) => id === school);
  if (!dealings || !found?.body || !record?.body) return null;
  if (!isFor(found, school)) {
    return (
      <p class="soft">
        {found.body.name} is not for {record.body.name}.
      </p>
    );
  }
  const about = { ...found, body: found.body };
  const { unit } = found.body;
  const progress = schoolOn(dealings, about, record);
  const { baseline, own, stretch } = progress;
  const stretchId = dealings.targets.find(({ body }) => body === stretch)?.id;
  const { me } = dealings;
  const speaks = me && speaksFor(me, record);
  const barred = speaks ? undefined : 'The head, or whoever speaks for the school, sets this.';
  const mayStart = maySetStart(me, record);
  const close = () => setOpen(undefined);
  const said = (target: Target) => `${figureText(target.value, unit)} by ${periodLabel(target.period)}`;
  // The one obvious next thing.
  const next: Step | undefined = !baseline ? 'baseline' : !own ? 'own' : !stretch ? 'stretch' : undefined;
  const step = (name: Step, words: string, value: ComponentChildren, form: ComponentChildren) => (
    <li>
      <div class="target-line">
        <span class="soft">{words}</span>
        <span>{value ?? 'Not set yet'}</span>
        {open !== name && (
          <Button
            look={next === name ? 'plain' : 'quiet'}
            label={`${value ? 'Change' : 'Set'}: ${words}, ${record.body?.name}`}
            onPress={() => setOpen(name)}
          >
            {value ? 'Change' : 'Set'}
          </Button>
        )}
      </div>
      {open === name && form}
    </li>
  );
  const forms = { indicator: about, school, own, beyond: stretch, reason: barred, onDone: close };
  return (
    <section class="stack tight" aria-label={`Targets: ${found.body.name}, ${record.body.name}`}>
      <ul class="targets">
        {step(
          'baseline',
          'Start',
          baseline && `${figureText(baseline.value, unit)} (${periodLabel(baseline.period)})`,
          <BaselineChoice
            indicator={indicator}
            unit={unit}
            progress={progress}
            reason={mayStart ? undefined : 'Only the school itself, or a coordinator, says where it starts.'}
            onDone={close}
          />,
        )}
        {step('own', 'Own target', own && said(own), <TargetForm key="own" stretch={false} {...forms} />)}
        {step(
          'stretch',
          'Stretch target',
          stretch && (
            <>
              {said(stretch)}
              <span class="soft small target-contribution">{stretch.contribution}</span>
              {stretchId && (
                <RedactButton
                  kind="target"
                  id={stretchId}
                  words={stretch.contribution}
                  label={`what the partnership contributes at ${record.body.name}`}
                />
              )}
            </>
          ),
          <TargetForm key="stretch" stretch {...forms} />,
        )}
      </ul>
      <p class="soft small">{placeSentence(progress)}</p>
    </section>
  );
}
