import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface ConfirmProps {
  /** The words on the button that asks. */
  ask: string;
  /** What is said of that button, where its words need their surroundings. */
  label?: string;
  look?: 'plain' | 'quiet';
  /** What will happen. */
  children: ComponentChildren;
  yes: string;
  no: string;
  busy?: boolean;
  onYes: () => unknown;
}

/** Something that cannot be taken back, asked twice, in place. */
export function Confirm({ ask, label, look = 'plain', children, yes, no, busy, onYes }: ConfirmProps) {
  const [open, setOpen] = useState(false);
  const asker = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  const returning = useRef(false);
  useEffect(() => {
    if (open) box.current?.focus();
    else if (returning.current) asker.current?.focus();
    returning.current = open;
  }, [open]);
  if (!open) {
    return (
      <Button ref={asker} look={look} {...(label && { label })} onPress={() => setOpen(true)}>
        {ask}
      </Button>
    );
  }
  return (
    <fieldset class="group" aria-label={label ?? ask} tabIndex={-1} ref={box}>
      <Notice>
        {children}
        <div class="row">
          <Button {...(busy && { busy })} onPress={onYes}>
            {yes}
          </Button>
          <Button look="quiet" onPress={() => setOpen(false)}>
            {no}
          </Button>
        </div>
      </Notice>
    </fieldset>
  );
}
