import { useEffect, useRef, useState } from 'preact/hooks';
import { editPriority, type Priority, strands } from '../../shared/priorities/priority.ts';
import { ok } from '../../shared/problem.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert, Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import { draftOf, type PriorityDraft, PriorityFields } from './priority-form.tsx';
import { dayOf } from './priority-words.ts';
import { priorityAdvice } from './refusal-advice.ts';
import { useScene } from './scene.ts';

type Seen = Record<Priority> & { body: Priority };

const fields = ['title', 'description', 'alone', 'plans', 'starts', 'review'] as const;
const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

/** What of a form differs from a priority, as an edit says it: plans by strand, a day that was emptied as `null`. */
function changesOf(before: PriorityDraft, { starts, review, plans, ...after }: PriorityDraft) {
  const words = (['title', 'description', 'alone'] as const).filter((field) => after[field].trim() !== before[field]);
  const planned = strands.filter((strand) => differs(plans[strand], before.plans[strand]));
  return {
    ...Object.fromEntries(words.map((field) => [field, after[field]])),
    ...(planned.length > 0 && { plans: Object.fromEntries(planned.map((strand) => [strand, plans[strand]])) }),
    ...(starts !== before.starts && { starts: starts || null }),
    ...(review !== before.review && { review: review || null }),
  };
}

/** A priority, to be changed in place. What somebody else changed meanwhile is shown, and its author decides. */
export function EditPriority({ priority, onDone }: { priority: Seen; onDone: () => void }) {
  const { outbox } = useReplica();
  const scene = useScene();
  const today = dayOf(useNow());
  const [seen, setSeen] = useState(priority);
  const [draft, setDraft] = useState(() => draftOf(priority.body));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const before = draftOf(seen.body);
  const now = draftOf(priority.body);
  const moved = priority.rev !== seen.rev;
  const clashes = fields.filter((field) => differs(now[field], before[field]) && differs(draft[field], before[field]));
  const saving = useTask(async () => {
    const changes = changesOf(before, draft);
    if (Object.keys(changes).length === 0) return ok(null);
    return outbox.act(editPriority, { id: seen.id, rev: seen.rev, ...changes });
  });
  // What was not touched here follows what the other did; what was, stays as typed.
  const goOn = () => {
    const kept = fields.filter((field) => differs(draft[field], before[field]));
    setDraft({ ...now, ...Object.fromEntries(kept.map((field) => [field, draft[field]])) });
    setSeen(priority);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (moved || draft.title.trim() === '') return;
    const done = await saving.run(undefined);
    if (!done?.ok) return;
    if (done.value) announce('Saved on this device');
    onDone();
  };
  const rewords = priority.body.state === 'proposed' && scene.agreements.some(({ body }) => body?.priority === seen.id);
  return (
    <form class="stack wide" aria-label="Edit this priority" ref={form} onSubmit={submit} noValidate>
      {rewords && (
        <p class="small soft">
          Schools have spoken on it. Where title, description or reason change, they are asked again.
        </p>
      )}
      <PriorityFields
        draft={draft}
        onDraft={setDraft}
        agreed={priority.body.state === 'agreed'}
        today={today}
        problem={draft.title.trim() === '' ? 'It needs a title.' : undefined}
      />
      {moved && (
        <Notice look="trouble">
          <p>Somebody changed it while you were writing.</p>
          {clashes.map((field) => (
            <p key={field} class="small">
              As it is now: {typeof now[field] === 'string' ? now[field] || 'nothing' : 'other plans'}
            </p>
          ))}
          <div class="row">
            <Button onPress={goOn}>Go on with my words</Button>
            <Button look="quiet" onPress={onDone}>
              Keep it as it is now
            </Button>
          </div>
        </Notice>
      )}
      {saving.problem && <Alert>{priorityAdvice(saving.problem, scene)}</Alert>}
      <div class="row">
        <Button type="submit" look="main" busy={saving.busy} reason={moved ? 'Decide above first.' : undefined}>
          Save changes
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
