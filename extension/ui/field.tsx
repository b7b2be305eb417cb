import type { Ref } from 'preact';
import { Labelled, type Labels } from './labelled.tsx';

interface FieldProps extends Labels {
  value: string;
  onValue: (value: string) => void;
  maxLength?: number;
  autoComplete?: string;
  inputMode?: 'numeric' | 'url' | 'text';
  spellcheck?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** One line to type. */
export function Field({ label, hint, problem, onValue, ...rest }: FieldProps) {
  return (
    <Labelled {...{ label, hint, problem }}>
      {(box) => <input {...rest} {...box} type="text" onInput={(event) => onValue(event.currentTarget.value)} />}
    </Labelled>
  );
}
