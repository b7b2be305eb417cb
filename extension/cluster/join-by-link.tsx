import { useState } from 'preact/hooks';
import { type LookAnswer, linkIn } from '../../shared/cluster/access.ts';
import { fail, ok } from '../../shared/problem.ts';
import { addressOf } from '../replica/client.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useTask } from '../ui/use-task.ts';
import { AddressProblem, WayInProblem } from './way-in-problem.tsx';

/** A code that was looked at: where it is for, and what. */
export interface Looked {
  address: string;
  code: string;
  answer: LookAnswer;
}

interface JoinByLinkProps {
  pasted: string;
  onPasted: (text: string) => void;
  address: string;
  /** It can be no other. */
  fixed?: boolean | undefined;
  onAddress: (address: string) => void;
  onLooked: (looked: Looked) => void;
}

/** Takes a link or a code, and looks at what it is for. */
export function JoinByLink({ pasted, onPasted, address, fixed, onAddress, onLooked }: JoinByLinkProps) {
  const { access } = useReplica();
  // The address that was tried, for the problem to name: a pasted link brings its own.
  const [tried, setTried] = useState(address);
  const task = useTask(async () => {
    const link = linkIn(pasted);
    if (!link) return fail('not-valid', 'code');
    const at = addressOf(link.address ?? address);
    if (!at.ok) return at;
    if (fixed && at.value !== address) return fail('not-valid', 'elsewhere');
    setTried(at.value);
    const answer = await access.look(at.value, link.code);
    return answer.ok ? ok({ address: at.value, code: link.code, answer: answer.value }) : answer;
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    const looked = await task.run(undefined);
    if (looked?.ok) onLooked(looked.value);
  };
  const { problem } = task;
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <TextArea
        label="Your link or code"
        hint="From the message that you were sent, or from another device of yours. A recovery code works too."
        value={pasted}
        onValue={onPasted}
        rows={3}
        spellcheck={false}
        autoComplete="off"
      />
      {!fixed && (
        <Disclosure summary="Address">
          <Field
            label="Address of the cluster"
            hint="Only for a code by itself. A link brings its own."
            value={address}
            onValue={onAddress}
            inputMode="url"
            spellcheck={false}
          />
        </Disclosure>
      )}
      {problem &&
        (problem.code !== 'not-valid' ? (
          <WayInProblem problem={problem} address={tried} />
        ) : problem.detail === 'address' ? (
          <AddressProblem />
        ) : problem.detail === 'elsewhere' ? (
          <Alert>
            <p>This link leads to another address.</p>
            <p>Open it in the browser as it is: paste it into the address bar.</p>
          </Alert>
        ) : (
          <Alert>
            <p>{pasted.trim() ? 'There is no whole code in this.' : 'Paste your link first.'}</p>
            <p>Copy the link from its first letter to its last, and paste it again.</p>
          </Alert>
        ))}
      <div class="row">
        <Button look="main" type="submit" busy={task.busy}>
          {task.busy ? 'Looking …' : 'Go on'}
        </Button>
      </div>
    </form>
  );
}
