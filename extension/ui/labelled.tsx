import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** What every field has besides the box itself. */
export interface Labels {
  label: string;
  /** A line under the label that says what is meant. */
  hint?: ComponentChildren;
  /** What is wrong with it, said in place. */
  problem?: string | undefined;
}

/** What a box needs so that its label, hint and problem are said with it. */
export interface Labelling {
  id: string;
  class: 'input';
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A box to type or choose in, with its label above, its hint, and what is wrong with it. */
export function Labelled({
  label,
  hint,
  problem,
  children,
}: Labels & { children: (box: Labelling) => ComponentChildren }) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        class: 'input',
        'aria-describedby': described || undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {problem && (
        <span class="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}
