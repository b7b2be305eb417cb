import { useId } from 'preact/hooks';
import { statusWords, unitWords } from '../../shared/priorities/figure-words.ts';
import type { Indicator } from '../../shared/priorities/indicator.ts';
import { statuses } from '../../shared/priorities/reading.ts';
import { isWithheldGroup } from '../../shared/priorities/small-numbers.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import type { Fields, Wrong } from './reading-fields.ts';

interface ReadingValueProps {
  fields: Fields;
  onChange: (change: Partial<Fields>) => void;
  indicator: Indicator;
  wrong: Wrong;
  small?: 'withhold' | 'warn' | undefined;
  correcting: boolean;
}

const whats = {
  number: ['A number', undefined],
  suppressed: ['Suppressed', 'Withheld, since so few pupils might be told.'],
  'not-produced': ['Not produced', 'There is none for this period, and there will be none.'],
  'series-break': ['Series breaks here', 'From here on it is counted in another way; no figure yet.'],
} as const;

const names = Object.keys(whats) as (keyof typeof whats)[];

/** The figure itself: a number or why there is none, what it was made of, and where it is from. */
export function ReadingValue({ fields, onChange, indicator, wrong, small, correcting }: ReadingValueProps) {
  const name = useId();
  const isNumber = fields.what === 'number';
  return (
    <>
      <fieldset class="group">
        <legend>What is known</legend>
        {names.map((what) => {
          const [words, means] = whats[what];
          return (
            <Choice
              key={what}
              type="radio"
              name={name}
              checked={fields.what === what}
              onChecked={() => onChange({ what })}
              {...(means && { means })}
            >
              {words}
            </Choice>
          );
        })}
      </fieldset>
      {isNumber && (
        <Field
          label={
            indicator.unit === 'percent'
              ? 'Value in %'
              : ['Value', unitWords[indicator.unit]].filter(Boolean).join(' in ')
          }
          hint={indicator.about || undefined}
          value={fields.value}
          onValue={(value) => onChange({ value })}
          maxLength={20}
          autoComplete="off"
          problem={wrong.value}
        />
      )}
      {small && (
        <div role="status">
          <Notice look={small === 'withhold' ? 'trouble' : 'hint'}>
            {small === 'withhold' ? (
              <>
                <p>So few pupils might be recognised.</p>
                <p>Below 6 a figure is withheld, as DfE does it.</p>
                <div class="row">
                  <Button
                    onPress={() =>
                      onChange({
                        what: 'suppressed',
                        numerator: '',
                        ...(isWithheldGroup(Number(fields.cohort)) && { cohort: '' }),
                      })
                    }
                  >
                    Enter it as suppressed
                  </Button>
                </div>
              </>
            ) : (
              <p>This is about few pupils. Think of who might be recognised by it before you enter it.</p>
            )}
          </Notice>
        </div>
      )}
      {isNumber && (
        <Choice
          type="checkbox"
          checked={fields.breaks}
          onChecked={(breaks) => onChange({ breaks })}
          means="Counted or defined in another way from here on. The line is cut."
        >
          It cannot be compared with earlier figures
        </Choice>
      )}
      <Select
        label="How settled is it?"
        hint={fields.status === 'own' ? undefined : 'With its source below, anyone may enter what is published.'}
        value={fields.status}
        options={statuses.map((status) => ({ value: status, label: statusWords[status] }))}
        onValue={(status) => onChange({ status })}
      />
      <Disclosure summary="How many pupils, source and note" open={correcting || fields.url !== ''}>
        <div class="stack">
          <Field
            label="How many are in the group?"
            value={fields.cohort}
            onValue={(cohort) => onChange({ cohort })}
            inputMode="numeric"
            maxLength={12}
            problem={wrong.cohort}
          />
          {isNumber && (
            <Field
              label="How many of them are counted?"
              value={fields.numerator}
              onValue={(numerator) => onChange({ numerator })}
              inputMode="numeric"
              maxLength={12}
              problem={wrong.numerator}
            />
          )}
          <Field
            label="Address of the source"
            value={fields.url}
            onValue={(url) => onChange({ url })}
            inputMode="url"
            maxLength={2000}
            spellcheck={false}
            problem={wrong.url}
          />
          <Field
            label="What the source is called"
            value={fields.title}
            onValue={(title) => onChange({ title })}
            maxLength={300}
          />
          <Field label="Note" value={fields.note} onValue={(note) => onChange({ note })} maxLength={1000} />
        </div>
      </Disclosure>
    </>
  );
}
