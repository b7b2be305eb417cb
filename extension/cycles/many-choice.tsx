import { Choice } from '../ui/choice.tsx';

interface ManyChoiceProps {
  legend: string;
  /** What is said where there is nothing to choose. */
  none: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
}

/** Any of a few: people, schools, indicators. */
export function ManyChoice({ legend, none, options, chosen, onChosen }: ManyChoiceProps) {
  return (
    <fieldset class="group">
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
    </fieldset>
  );
}
