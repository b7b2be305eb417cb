import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import './button.css';

interface ButtonProps {
  children: ComponentChildren;
  /** `main` is the one obvious next thing of a screen; `quiet` looks like a line of text. */
  look?: 'main' | 'plain' | 'quiet';
  type?: 'button' | 'submit';
  busy?: boolean;
  /** Why it cannot be used now. It can still be reached, and says so. */
  reason?: string | undefined;
  /** What is said instead of the words on it, where those need their surroundings. They must be part of it. */
  label?: string;
  ref?: Ref<HTMLButtonElement>;
  'aria-expanded'?: boolean;
  'aria-pressed'?: boolean;
  'aria-controls'?: string;
  onPress?: () => unknown;
}

/** A button. One that may not be used stays in the order of the keyboard and gives its reason. */
export function Button({
  children,
  look = 'plain',
  type = 'button',
  busy,
  reason,
  label,
  onPress,
  ...rest
}: ButtonProps) {
  const id = useId();
  const idle = busy || reason !== undefined;
  return (
    <>
      <button
        {...rest}
        type={type}
        class={`button ${look}`}
        aria-label={label}
        aria-disabled={idle || undefined}
        aria-busy={busy || undefined}
        aria-describedby={reason === undefined ? undefined : id}
        onClick={(event) => {
          if (idle) event.preventDefault();
          else onPress?.();
        }}
      >
        {children}
      </button>
      {reason !== undefined && (
        <span class="button-reason" id={id}>
          {reason}
        </span>
      )}
    </>
  );
}
