import { useEffect, useRef, useState } from 'preact/hooks';
import { dropPriority, type Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useTask } from '../ui/use-task.ts';
import { priorityAdvice } from './refusal-advice.ts';
import { useScene } from './scene.ts';

interface DropFormProps {
  priority: Record<Priority>;
  onDone: () => void;
}

/** Takes a proposal back, with the reason. It can be proposed again. */
export function DropForm({ priority: { id, rev }, onDone }: DropFormProps) {
  const { outbox } = useReplica();
  const scene = useScene();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const task = useTask(() => outbox.act(dropPriority, { id, rev, reason }));
  const drop = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || !(await task.run(undefined))?.ok) return;
    announce('Dropped. It can be proposed again.');
    onDone();
  };
  return (
    <form class="stack" aria-label="Drop this proposal" ref={form} onSubmit={drop} noValidate>
      <TextArea
        label="Why is it dropped?"
        hint="Its evidence stays, and it can be proposed again."
        rows={2}
        maxLength={1000}
        value={reason}
        onValue={setReason}
        problem={tried && reason.trim() === '' ? 'Say why, for those who proposed it.' : undefined}
      />
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Drop it
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
