import { useState } from 'preact/hooks';
import { isIn, type Member } from '../../shared/cluster/members.ts';
import { recordDecision } from '../../shared/cycles/decision.ts';
import { newId } from '../../shared/ids.ts';
import type { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { cycleAdvice } from './cycle-words.ts';

interface DecideProps {
  members: readonly Record<Member>[];
  priorities: readonly { id: string; body: Priority }[];
}

const empty = { text: '', why: '', priority: '', owner: '', due: '' };

/** Enters a decision: what, why, who sees to it and by when. */
export function Decide({ members, priorities }: DecideProps) {
  const [draft, setDraft, forget] = useKept('decision', empty);
  const [tried, setTried] = useState(false);
  const task = useAct();
  const set = (change: Partial<typeof empty>) => setDraft({ ...draft, ...change });
  const missing = draft.text.trim() === '';
  const enter = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (missing) return focusFirstProblem(event.target);
    const { text, why, priority, owner, due } = draft;
    const more = { ...(priority && { priority }), ...(owner && { owner }), ...(due && { due }) };
    if (!(await task.run([deed(recordDecision, { id: newId(), text, why, ...more })]))?.ok) return;
    forget();
    setTried(false);
    announce('Decided');
  };
  return (
    <form class="stack" aria-label="Enter a decision" onSubmit={enter} noValidate>
      <TextArea
        label="What was decided?"
        rows={2}
        maxLength={2000}
        value={draft.text}
        onValue={(text) => set({ text })}
        problem={tried && missing ? 'Say what was decided.' : undefined}
      />
      <Field label="Why?" maxLength={2000} value={draft.why} onValue={(why) => set({ why })} />
      <Select
        label="For which priority?"
        value={draft.priority}
        options={[
          { value: '', label: 'None in particular' },
          ...priorities.map(({ id, body }) => ({ value: id, label: body.title })),
        ]}
        onValue={(priority) => set({ priority })}
      />
      <Select
        label="Who sees to it?"
        value={draft.owner}
        options={[
          { value: '', label: 'Nobody needs to' },
          ...members.filter(isIn).map(({ id, body }) => ({ value: id, label: body?.name ?? '' })),
        ]}
        onValue={(owner) => set({ owner })}
      />
      <DayField label="By when?" value={draft.due} onValue={(due) => set({ due })} />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Enter the decision
        </Button>
      </div>
    </form>
  );
}
