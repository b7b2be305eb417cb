import { Choice } from './choice.tsx';
import './many-choice.css';

interface ManyChoiceProps {
  legend: string;
  /** What is said where there is nothing to choose. */
  none: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
  /** What is wrong with the choice as a whole. */
  problem?: string | undefined;
}

/** Any of a few: people, schools, indicators. */
export function ManyChoice({ legend, none, options, chosen, onChosen, problem }: ManyChoiceProps) {
  return (
    <fieldset class="group" data-missing={problem ? true : undefined}>
      <legend>{legend}</legend>
      {options.length === 0 && <p class="soft small">{none}</p>}
      <div class="many">
        {options.map(({ id, name }) => (
          <Choice
            key={id}
            type="checkbox"
            checked={chosen.includes(id)}
            onChecked={(on) => onChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
          >
            {name}
          </Choice>
        ))}
      </div>
      {problem && (
        <span class="field-problem" role="alert">
          {problem}
        </span>
      )}
    </fieldset>
  );
}
