import './key-button.css';

/** A key, shown beside what it does. It is said as the shortcut of its button. */
export const Key = ({ of }: { of: string | undefined }) =>
  of === undefined ? null : (
    <span class="key" aria-hidden="true">
      {of.toUpperCase()}
    </span>
  );

interface KeyButtonProps {
  /** The key that does the same; none where single keys are off. */
  of: string | undefined;
  pressed?: boolean;
  children: string;
  onPress: () => unknown;
}

/** A small button with its key. */
export const KeyButton = ({ of, pressed, children, onPress }: KeyButtonProps) => (
  <button type="button" class="button key-button" aria-pressed={pressed} aria-keyshortcuts={of} onClick={onPress}>
    {children}
    <Key of={of} />
  </button>
);
