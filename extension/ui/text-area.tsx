import type { Ref } from 'preact';
import { Labelled, type Labels } from './labelled.tsx';

interface TextAreaProps extends Labels {
  value: string;
  onValue: (value: string) => void;
  rows: number;
  maxLength?: number;
  autoComplete?: string;
  spellcheck?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines to type. */
export function TextArea({ label, hint, problem, onValue, ...rest }: TextAreaProps) {
  return (
    <Labelled {...{ label, hint, problem }}>
      {(box) => <textarea {...rest} {...box} onInput={(event) => onValue(event.currentTarget.value)} />}
    </Labelled>
  );
}
