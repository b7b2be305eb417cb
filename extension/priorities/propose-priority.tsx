import { useRef, useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { newId } from '../../shared/ids.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useTask } from '../ui/use-task.ts';

/** Proposes a priority; it can be used at once, in outline until it is agreed. */
export function ProposePriority() {
  const { outbox, view } = useReplica();
  const me = useLive(() => view.me());
  const [title, setTitle] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const task = useTask(() => outbox.act(proposePriority, { id: newId(), title }));
  if (!me) return null;
  if (!can(me.actor, proposePriority.capability)) {
    return <p class="soft small">Observers read along. Leaders, heads and coordinators propose priorities.</p>;
  }
  const submit = async (event: Event) => {
    event.preventDefault();
    const done = await task.run(undefined);
    if (done?.ok) {
      announce(`Proposed: ${title}`);
      setTitle('');
    }
    input.current?.focus();
  };
  return (
    <Disclosure summary="Propose a priority">
      <form class="stack" onSubmit={submit}>
        <Field
          ref={input}
          label="What should change?"
          hint="Something that no school could manage alone, in one line."
          value={title}
          onValue={setTitle}
          maxLength={160}
          problem={task.problem && sentenceFor(task.problem)}
        />
        <div class="row">
          <Button type="submit" busy={task.busy}>
            Propose
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
