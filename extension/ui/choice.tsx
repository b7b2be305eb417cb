import type { ComponentChildren } from 'preact';
import './choice.css';

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  name?: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
  children: ComponentChildren;
  /** A line that says what choosing it means. */
  means?: string;
}

/** One choice in a list, with what it means. */
export function Choice({ type, name, checked, onChecked, children, means }: ChoiceProps) {
  return (
    <label class="choice">
      <input type={type} name={name} checked={checked} onChange={(event) => onChecked(event.currentTarget.checked)} />
      <span>
        {children}
        {means && <span class="choice-means">{means}</span>}
      </span>
    </label>
  );
}
