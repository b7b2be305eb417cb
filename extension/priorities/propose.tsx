import { useRef, useState } from 'preact/hooks';
import type { Action } from '../../shared/action.ts';
import { can } from '../../shared/cluster/roles.ts';
import { newId } from '../../shared/ids.ts';
import { editIndicator } from '../../shared/priorities/indicator.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { useReplica } from '../ui/replica.ts';
import { goTo } from '../ui/route.ts';
import { useKept } from '../ui/use-kept.ts';
import { useTask } from '../ui/use-task.ts';
import { emptyDraft, type PriorityDraft, PriorityFields } from './priority-form.tsx';
import { dayOf } from './priority-words.ts';
import { priorityAdvice } from './refusal-advice.ts';
import { useScene } from './scene.ts';

/** So many indicators go with a proposal in one group, which holds twenty actions. */
const mostAttached = 15;

/** Proposes a priority, with the indicators that were chosen in the grid. It can be used at once. */
export function Propose({ indicators }: { indicators: readonly string[] }) {
  const { outbox } = useReplica();
  const scene = useScene();
  const today = dayOf(useNow());
  const [kept, setDraft, forget] = useKept<Partial<PriorityDraft>>('propose', {});
  const draft: PriorityDraft = { ...emptyDraft, ...kept };
  const [left, setLeft] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const id = useRef(newId()).current;
  const chosen = scene.indicators
    .filter((one) => indicators.includes(one.id) && !left.includes(one.id))
    .slice(0, mostAttached);
  const task = useTask(() => {
    const { starts, review, description, alone, plans, title } = draft;
    const planned = Object.values(plans).some((one) => one?.plan || one?.who);
    const proposed = {
      id,
      title,
      ...(description.trim() && { description }),
      ...(alone.trim() && { alone }),
      ...(planned && { plans }),
      ...(starts && { starts }),
      ...(review && { review }),
    };
    const attached = chosen.map(({ id: indicator, rev, body }) => ({
      action: editIndicator as Action,
      body: { id: indicator, rev, priorities: [...(body?.priorities ?? []), id] },
    }));
    return outbox.actTogether([{ action: proposePriority as Action, body: proposed }, ...attached]);
  });
  if (!can(scene.me, proposePriority.capability)) {
    return <p class="soft">Observers read along. Leaders, heads and coordinators propose priorities.</p>;
  }
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (draft.title.trim() === '') return focusFirstProblem(event.target);
    const done = await task.run(undefined);
    if (!done?.ok) return;
    announce(`Proposed: ${draft.title}`);
    forget();
    goTo('priorities', id);
  };
  const listed = scene.indicators.filter((one) => indicators.includes(one.id));
  return (
    <form class="stack wide measure" onSubmit={submit} noValidate>
      {listed.length > 0 && (
        <fieldset class="group">
          <legend>Measured by</legend>
          {listed.map((one) => (
            <Choice
              key={one.id}
              type="checkbox"
              checked={!left.includes(one.id)}
              onChecked={(on) => setLeft(on ? left.filter((other) => other !== one.id) : [...left, one.id])}
            >
              {one.body?.name}
            </Choice>
          ))}
        </fieldset>
      )}
      <PriorityFields
        draft={draft}
        onDraft={setDraft}
        today={today}
        problem={tried && draft.title.trim() === '' ? 'Say in one line what should change.' : undefined}
      />
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      <div class="row">
        <Button type="submit" look="main" busy={task.busy}>
          Propose
        </Button>
        <Button look="quiet" onPress={() => history.back()}>
          Not now
        </Button>
      </div>
    </form>
  );
}
