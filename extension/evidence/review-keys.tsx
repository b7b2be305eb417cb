import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Key } from './key-button.tsx';
import './review.css';

const keys: readonly [key: string, does: string][] = [
  ['R', 'Relevant'],
  ['A', 'Set aside, with a reason'],
  ['1', 'A hint'],
  ['2', 'Fair'],
  ['3', 'Strong'],
  ['S', 'Supports'],
  ['C', 'Challenges'],
  ['O', 'Context'],
  ['W', 'Write: so what for us?'],
  ['T', 'Add a tag'],
  ['Enter', 'Save, and go on (Ctrl+Enter while typing)'],
  ['N', 'Next piece that waits'],
  ['P', 'The piece before'],
  ['U', 'Undo the last weighing'],
  ['Esc', 'Leave what you type in'],
  ['?', 'These keys'],
];

interface ReviewKeysProps {
  open: boolean;
  on: boolean;
  onOn: (on: boolean) => void;
  onClose: () => void;
}

/** The keys of the review queue, and whether they are used at all. */
export function ReviewKeys({ open, on, onOn, onClose }: ReviewKeysProps) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) box.current?.showModal();
    else box.current?.close();
  }, [open]);
  return (
    <dialog class="review-keys" ref={box} aria-labelledby="review-keys-title" onClose={onClose}>
      <h2 id="review-keys-title">Keys</h2>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <Key of={key} />
              <span class="unseen">{key}</span>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Choice
        type="checkbox"
        checked={on}
        onChecked={onOn}
        means="Switch them off if you dictate, or press keys by chance."
      >
        Use single keys
      </Choice>
      <div class="row">
        <Button onPress={onClose}>Close</Button>
      </div>
    </dialog>
  );
}
