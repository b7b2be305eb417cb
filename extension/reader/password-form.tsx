import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Labelled } from '../ui/labelled.tsx';

interface PasswordFormProps {
  /** The last one was wrong. */
  again: boolean;
  onPassword: (password: string | undefined) => void;
}

/** Asks for the password of a file. It is used once and kept nowhere. */
export function PasswordForm({ again, onPassword }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [again]);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(password);
      }}
    >
      <Labelled
        label="Password of this file"
        hint="It is used to open the file and kept nowhere."
        problem={again ? 'That was not it. Try again.' : undefined}
      >
        {(box) => (
          <input
            {...box}
            ref={field}
            type="password"
            autoComplete="off"
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        )}
      </Labelled>
      <div class="row">
        <Button look="main" type="submit">
          Open
        </Button>
        <Button look="quiet" onPress={() => onPassword(undefined)}>
          Leave it closed
        </Button>
      </div>
    </form>
  );
}
