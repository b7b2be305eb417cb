import { useState } from 'preact/hooks';
import { beginCycle } from '../../shared/cycles/cycle.ts';
import { planTrial } from '../../shared/cycles/trial.ts';
import { newId } from '../../shared/ids.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { goTo, hrefTo } from '../ui/route.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { type CycleDraft, CycleFields, cycleBody } from './cycle-fields.tsx';
import { cycleAdvice } from './cycle-words.ts';
import { schoolsOfMine, useCycles } from './use-cycles.ts';

type Begun = CycleDraft & { priority: string; tries: { [school: string]: string } };

const empty: Begun = { question: '', members: [], indicators: [], starts: '', ends: '', priority: '', tries: {} };

/** Begins a cycle under a priority, with what the schools that one speaks of will try. */
export function BeginCycle() {
  const scene = useCycles();
  const [draft, setDraft, forget] = useKept('cycle new', empty);
  const [tried, setTried] = useState(false);
  const task = useAct();
  const offered = scene.priorities.filter(({ body }) => body.state === 'agreed' || body.state === 'proposed');
  const priority = offered.find(({ id }) => id === draft.priority)?.id ?? offered[0]?.id;
  if (!priority) {
    return (
      <p>
        A cycle looks into something under a priority. <a href={hrefTo('priorities')}>Propose a priority first</a>
      </p>
    );
  }
  const set = (change: Partial<Begun>) => setDraft({ ...draft, ...change });
  const begin = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (draft.question.trim() === '') return focusFirstProblem(event.target);
    const id = newId();
    const { tries, ...rest } = draft;
    const trials = schoolsOfMine(scene).flatMap((school) => {
      const what = tries[school.id]?.trim();
      return what ? [deed(planTrial, { id: newId(), cycle: id, school: school.id, what })] : [];
    });
    const done = await task.run([deed(beginCycle, { ...cycleBody(rest), id, priority }), ...trials]);
    if (!done?.ok) return;
    forget();
    announce('Begun');
    goTo('cycles', id);
  };
  return (
    <form class="stack story" aria-label="Begin a cycle" onSubmit={begin} noValidate>
      <Select
        label="Under which priority?"
        value={priority}
        options={offered.map(({ id, body }) => ({ value: id, label: body.title }))}
        onValue={(chosen) => set({ priority: chosen, indicators: [] })}
      />
      <CycleFields
        draft={draft}
        priority={priority}
        onDraft={set}
        problem={tried && draft.question.trim() === '' ? 'Say what you want to find out.' : undefined}
      />
      {schoolsOfMine(scene).map(({ id, body }) => (
        <TextArea
          key={id}
          label={`What ${body.name} will try`}
          rows={2}
          maxLength={2000}
          value={draft.tries[id] ?? ''}
          onValue={(what) => set({ tries: { ...draft.tries, [id]: what } })}
        />
      ))}
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" look="main" busy={task.busy}>
          Begin
        </Button>
        <a href={hrefTo('cycles')}>Not now</a>
      </div>
    </form>
  );
}
