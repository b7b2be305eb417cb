import { useId } from 'preact/hooks';
import { Choice } from '../ui/choice.tsx';
import '../ui/field.css';

interface OwnDeviceProps {
  own: boolean | undefined;
  onOwn: (own: boolean) => void;
  /** It was not answered. */
  missing: boolean;
}

/** Whether anything may last here. */
export function OwnDevice({ own, onOwn, missing }: OwnDeviceProps) {
  const id = useId();
  return (
    <fieldset
      class="group"
      data-missing={missing || undefined}
      aria-describedby={missing ? `${id}-missing` : undefined}
    >
      <legend>Is this device only yours?</legend>
      <div>
        <Choice
          type="radio"
          name={id}
          checked={own === true}
          onChecked={() => onOwn(true)}
          means="The log stays on it, so that it opens at once and works without a connection."
        >
          Yes, only I use it
        </Choice>
        <Choice
          type="radio"
          name={id}
          checked={own === false}
          onChecked={() => onOwn(false)}
          means="Nothing stays when the browser closes. ‘Leave this device’ takes everything away sooner."
        >
          No, others use it too
        </Choice>
      </div>
      {missing && (
        <span class="field-problem" id={`${id}-missing`} role="alert">
          Choose one, then go on.
        </span>
      )}
    </fieldset>
  );
}
