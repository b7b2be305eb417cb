import { dayAt, monthsOn, releasesOf } from '../../shared/priorities/due.ts';
import { type Due, type Part, parts } from '../../shared/priorities/indicator.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { monthText } from '../../shared/priorities/progress-words.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/now.ts';
import { Select } from '../ui/select.tsx';

export const partWords: { [part in Part]: string } = {
  year: 'the school year',
  autumn: 'the autumn term',
  spring: 'the spring term',
  summer: 'the summer term',
  'autumn-spring': 'autumn and spring together',
  'financial-year': 'the financial year',
};

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** A month by its number from 1. */
export const monthWord = (number: number): string => month.format(Date.UTC(2000, number - 1));

const months = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: monthWord(i + 1) }));
const most = 6;

/** In which months its figures come out, and for which part of the year. */
export function DueFields({ due, onDue }: { due: readonly Due[]; onDue: (due: readonly Due[]) => void }) {
  const today = dayAt(useNow()).slice(0, 7);
  // What it comes to, so that nobody is asked for another year's figure than was meant.
  const next = (one: Due) => {
    const [release] = releasesOf([one], today, monthsOn(today, 11));
    return release && `Next in ${monthText(release.month)}: the figure for ${periodLabel(release.period)}.`;
  };
  const set = (i: number, change: Partial<Due>) =>
    onDue(due.map((one, at) => (at === i ? { ...one, ...change } : one)));
  return (
    <fieldset class="group">
      <legend>When its figures come out</legend>
      {due.length === 0 && <span class="field-hint">Then everyone is reminded in that month.</span>}
      {due.map((one, i) => (
        <div class="stack tight" key={i}>
          <div class="side-by-side">
            <Select
              label={`Month ${i + 1}`}
              value={String(one.month)}
              options={months}
              onValue={(value) => set(i, { month: Number(value) })}
            />
            <Select<Part>
              label={`For, in month ${i + 1}`}
              value={one.part}
              options={parts.map((value) => ({ value, label: partWords[value] }))}
              onValue={(part) => set(i, { part })}
            />
            <div class="row">
              <Button
                look="quiet"
                label={`Take away ${monthWord(one.month)}`}
                onPress={() => onDue(due.filter((_, at) => at !== i))}
              >
                Take away
              </Button>
            </div>
          </div>
          <p class="small soft">{next(one)}</p>
        </div>
      ))}
      {due.length < most && (
        <div class="row">
          <Button look="quiet" onPress={() => onDue([...due, { month: 10, part: 'year' }])}>
            Add a month
          </Button>
        </div>
      )}
    </fieldset>
  );
}
