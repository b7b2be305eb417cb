import { useState } from 'preact/hooks';
import { isIn } from '../../shared/cluster/members.ts';
import { planActivity } from '../../shared/cycles/activity.ts';
import { newId } from '../../shared/ids.ts';
import { type Strand, strands } from '../../shared/priorities/priority.ts';
import { PriorityChoices } from '../priorities/priority-choices.tsx';
import { strandWords } from '../priorities/priority-words.ts';
import { usePriorities } from '../priorities/use-priorities.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { ManyChoice } from '../ui/many-choice.tsx';
import { Alert } from '../ui/notice.tsx';
import { goTo, hrefTo } from '../ui/route.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { cycleAdvice } from './cycle-words.ts';
import { schoolsHere, useCycles } from './use-cycles.ts';

const examples: { [strand in Strand]: string } = {
  review: 'A visit to look at one another’s practice.',
  research: 'A lesson planned and taught together.',
  learning: 'A course, a coaching pair, a day together.',
  investment: 'Something paid for or shared.',
};

const empty = {
  ...{ strand: 'review' as Strand, title: '', on: '', until: '', host: '', focus: '' },
  ...{ visitors: [] as string[], members: [] as string[], priorities: undefined as string[] | undefined },
};

/** Plans an activity in one of the four strands; `cycle` says of which cycle it is part. */
export function PlanActivity({ cycle }: { cycle?: string | undefined }) {
  const scene = useCycles();
  const priorities = usePriorities();
  const part = scene.cycles.find(({ id, body }) => id === cycle && !body.closed);
  const [draft, setDraft, forget] = useKept(`activity ${part?.id ?? 'new'}`, empty);
  const [tried, setTried] = useState(false);
  const task = useAct();
  const set = (change: Partial<typeof empty>) => setDraft({ ...draft, ...change });
  const schools = schoolsHere(scene);
  const chosen = draft.priorities ?? (part ? [part.body.priority] : []);
  const plan = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (draft.title.trim() === '') return focusFirstProblem(event.target);
    const id = newId();
    const { on, until, host, ...rest } = draft;
    const body = {
      ...{ ...rest, id, on: on || null, until: until || null, host: host || null, priorities: chosen },
      ...(part && { cycle: part.id }),
    };
    if (!(await task.run([deed(planActivity, body)]))?.ok) return;
    forget();
    announce('Planned');
    goTo('activities', id);
  };
  return (
    <form class="stack story" aria-label="Plan an activity" onSubmit={plan} noValidate>
      {part && (
        <p>
          For the cycle <a href={hrefTo('cycles', part.id)}>{part.body.question}</a>
        </p>
      )}
      <Select
        label="Strand"
        hint={examples[draft.strand]}
        value={draft.strand}
        options={strands.map((one) => ({ value: one, label: strandWords[one].name }))}
        onValue={(strand) => set({ strand })}
      />
      <Field
        label="What is it?"
        maxLength={200}
        value={draft.title}
        onValue={(title) => set({ title })}
        problem={tried && draft.title.trim() === '' ? 'Give it a name.' : undefined}
      />
      <TextArea
        label="Focus"
        hint="What is looked at, learned or bought, and why."
        rows={3}
        maxLength={2000}
        value={draft.focus}
        onValue={(focus) => set({ focus })}
      />
      <div class="row">
        <DayField label="On" value={draft.on} onValue={(on) => set({ on })} />
        <DayField label="Until" value={draft.until} onValue={(until) => set({ until })} />
      </div>
      <Select
        label="Host"
        value={draft.host}
        options={[
          { value: '', label: 'No school hosts it' },
          ...schools.map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
        onValue={(host) => set({ host, visitors: draft.visitors.filter((one) => one !== host) })}
      />
      <ManyChoice
        legend="Which schools come or take part?"
        none="No school is here yet."
        options={schools.filter(({ id }) => id !== draft.host).map(({ id, body }) => ({ id, name: body.name }))}
        chosen={draft.visitors}
        onChosen={(visitors) => set({ visitors })}
      />
      <ManyChoice
        legend="Who takes part?"
        none="Nobody has joined yet."
        options={scene.members.filter(isIn).map(({ id, body }) => ({ id, name: body.name }))}
        chosen={draft.members}
        onChosen={(members) => set({ members })}
      />
      <PriorityChoices priorities={priorities ?? []} chosen={chosen} onChosen={(ids) => set({ priorities: ids })} />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" look="main" busy={task.busy}>
          Plan it
        </Button>
        <a href={part ? hrefTo('cycles', part.id) : hrefTo('activities')}>Not now</a>
      </div>
    </form>
  );
}
