import { useState } from 'preact/hooks';
import { editResponse, type Response } from '../../shared/evidence/response.ts';
import type { Record } from '../../shared/record.ts';
import { attempt } from '../ui/attempt.ts';
import { Button } from '../ui/button.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useKept } from '../ui/use-kept.ts';
import { useTask } from '../ui/use-task.ts';

/** Words one's own response anew. Who was named in it stays named. */
export function EditResponse({ one, onDone }: { one: Record<Response> & { body: Response }; onDone: () => void }) {
  const replica = useReplica();
  // What is edited is what was there when the form was opened.
  const [seen] = useState(one);
  const [text, setText, forget] = useKept(`respond/edit/${seen.id}`, seen.body.text);
  const task = useTask(() => attempt(replica, editResponse, { id: seen.id, rev: seen.rev, text }));
  const save = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const done = await task.run(undefined);
    if (!done?.ok) return;
    forget();
    onDone();
  };
  return (
    <form class="stack response-form" aria-label="Edit what you said" onSubmit={save}>
      <TextArea
        label="What you said"
        value={text}
        onValue={setText}
        rows={3}
        maxLength={4000}
        problem={task.problem ? sentenceFor(task.problem) : text.trim() === '' ? 'Write a sentence or two.' : undefined}
      />
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Save
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
