import { useEffect, useRef, useState } from 'preact/hooks';
import { closePriority, type Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useKept } from '../ui/use-kept.ts';
import { useTask } from '../ui/use-task.ts';
import { priorityAdvice } from './refusal-advice.ts';
import { useScene } from './scene.ts';

interface CloseFormProps {
  priority: Record<Priority>;
  onDone: () => void;
}

/** Closes a priority: what was learned, and what will be kept. Its evidence and figures stay. */
export function CloseForm({ priority: { id, rev }, onDone }: CloseFormProps) {
  const { outbox } = useReplica();
  const scene = useScene();
  const [learned, setLearned, forgetLearned] = useKept(`learned ${id}`, '');
  const [kept, setKept, forgetKept] = useKept(`kept ${id}`, '');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const task = useTask(() => outbox.act(closePriority, { id, rev, learned, kept }));
  const lacking = (text: string, words: string) => (tried && text.trim() === '' ? words : undefined);
  const close = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (learned.trim() === '' || kept.trim() === '') return focusFirstProblem(event.target);
    if (!(await task.run(undefined))?.ok) return;
    forgetLearned();
    forgetKept();
    announce('Closed');
    onDone();
  };
  return (
    <form class="stack" aria-label="Close this priority" ref={form} onSubmit={close} noValidate>
      <p class="soft">Its evidence and its figures stay where they are. Its place is free for another priority.</p>
      <TextArea
        label="What was learned?"
        hint="What worked, what did not, and for whom."
        rows={4}
        maxLength={4000}
        value={learned}
        onValue={setLearned}
        problem={lacking(learned, 'Say what was learned, even where it is little.')}
      />
      <TextArea
        label="What will be kept?"
        hint="What goes on without being a priority, and who sees to it."
        rows={4}
        maxLength={4000}
        value={kept}
        onValue={setKept}
        problem={lacking(kept, 'Say what is kept; nothing is an answer too.')}
      />
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      <div class="row">
        <Button type="submit" look="main" busy={task.busy}>
          Close it
        </Button>
        <Button look="quiet" onPress={onDone}>
          Not yet
        </Button>
      </div>
    </form>
  );
}
