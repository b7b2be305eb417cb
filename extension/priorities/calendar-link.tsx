import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import '../cluster/lists.css';

/** An address to give to a calendar program, so that what is due stands there by itself. */
export function CalendarLink() {
  const { access } = useReplica();
  const [address, setAddress] = useState<string>();
  const task = useTask(() => access.calendar());
  const make = async () => {
    const done = await task.run(undefined);
    if (done?.ok) setAddress(done.value);
  };
  return (
    <Disclosure summary="Subscribe to it in a calendar">
      <div class="stack prose-width">
        <p>
          In Outlook, Google or Apple Calendar choose to add a calendar <i>from an address</i> or <i>from the web</i>,
          and paste this one. It then keeps up by itself.
        </p>
        {address ? (
          <>
            <p class="issued">{address}</p>
            <div class="row">
              <CopyButton text={address} look="main">
                Copy the address
              </CopyButton>
            </div>
          </>
        ) : (
          <div class="row">
            <Button busy={task.busy} onPress={make}>
              Make my address
            </Button>
          </div>
        )}
        {task.problem && <p role="alert">{sentenceFor(task.problem)}</p>}
        <p class="soft small">
          Whoever has it can read what is due, and nothing else. A new one ends the one that you had before.
        </p>
      </div>
    </Disclosure>
  );
}
