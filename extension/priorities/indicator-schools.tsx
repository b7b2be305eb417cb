import { useId } from 'preact/hooks';
import type { School } from '../../shared/cluster/schools.ts';
import type { Indicator } from '../../shared/priorities/indicator.ts';
import { likelySchools } from '../../shared/priorities/phases.ts';
import type { Record } from '../../shared/record.ts';
import { listed } from '../cluster/wording.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { ManyChoice } from '../ui/many-choice.tsx';
import { schoolIn } from './scene.ts';

/** Which schools an indicator is for, in words; `undefined` where it is for all. */
export const schoolsWords = (
  { schools: chosen }: Pick<Indicator, 'schools'>,
  schools: readonly Record<School>[],
): string | undefined =>
  chosen ? `Only for ${listed(chosen.map((id) => schoolIn({ schools }, id)).sort())}` : undefined;

interface IndicatorSchoolsProps {
  /** All that there are. */
  schools: readonly Record<School>[];
  /** Those that it is for; `null` is all that take part, also those that join later. */
  chosen: readonly string[] | null;
  onChosen: (chosen: readonly string[] | null) => void;
  /** What the indicator says of itself, so that schools can be suggested. */
  words: string;
  problem?: string | undefined;
}

/** Which schools an indicator is for: all that take part, or some of them. */
export function IndicatorSchools({ schools, chosen, onChosen, words, problem }: IndicatorSchoolsProps) {
  const name = useId();
  const there = schools.filter(({ id, body }) => body && (body.away?.how !== 'left' || chosen?.includes(id)));
  if (there.length < 2 && !chosen) return null;
  const likely = chosen ? undefined : likelySchools(words, there);
  return (
    <>
      <fieldset class="group">
        <legend>Which schools is it for?</legend>
        <Choice type="radio" name={name} checked={chosen === null} onChecked={() => onChosen(null)}>
          Every school that takes part
        </Choice>
        <Choice
          type="radio"
          name={name}
          checked={chosen !== null}
          onChecked={() => onChosen(chosen ?? [])}
          means="The others are asked for no figure, start or target of it."
        >
          Only some of them
        </Choice>
        {likely && (
          <div class="row">
            <span class="small soft">It seems to be for {listed(likely.map((id) => schoolIn({ schools }, id)))}.</span>
            <Button look="quiet" onPress={() => onChosen(likely)}>
              Only for these
            </Button>
          </div>
        )}
      </fieldset>
      {chosen && (
        <ManyChoice
          legend="The schools that it is for"
          none="No school is here yet."
          options={there.map(({ id, body }) => ({ id, name: body?.name ?? '' }))}
          chosen={chosen}
          onChosen={onChosen}
          problem={problem}
        />
      )}
    </>
  );
}
