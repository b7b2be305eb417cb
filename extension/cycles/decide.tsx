import { useState } from 'preact/hooks';
import { isIn } from '../../shared/cluster/members.ts';
import { type Decision, recordDecision } from '../../shared/cycles/decision.ts';
import { newId } from '../../shared/ids.ts';
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
import { useDeciding } from './deciding.ts';
import type { Whole } from './use-cycles.ts';

interface DecideProps {
  /** The meeting in which it was decided, where that was an earlier one. */
  meeting?: string;
  /** The decision in whose place it stands. */
  replaces?: Whole<Decision>;
  onDone?: () => void;
}

const empty = { text: '', why: '', priority: '', owner: '', due: '' };
const asDraft = ({ text, why, priority = '', owner = '', due = '' }: Decision) => ({ text, why, priority, owner, due });

/** Enters a decision: what, why, who sees to it and by when; or one in the place of another, which stays in the log. */
export function Decide({ meeting, replaces, onDone }: DecideProps) {
  const { members, priorities } = useDeciding();
  const key = ['decision', replaces?.id ?? meeting].filter(Boolean).join(' ');
  const [draft, setDraft, forget] = useKept(key, replaces ? asDraft(replaces.body) : empty);
  const [tried, setTried] = useState(false);
  const task = useAct();
  const set = (change: Partial<typeof empty>) => setDraft({ ...draft, ...change });
  const missing = draft.text.trim() === '';
  const inMeeting = replaces?.body.meeting ?? meeting;
  const people = members.filter(isIn);
  const owner = people.some(({ id }) => id === draft.owner) ? draft.owner : '';
  const enter = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (missing) return focusFirstProblem(event.target);
    const { text, why, priority, due } = draft;
    const more = {
      ...(priority && { priority }),
      ...(owner && { owner }),
      ...(due && { due }),
      ...(inMeeting && { meeting: inMeeting }),
      ...(replaces && { about: { kind: 'decision' as const, id: replaces.id } }),
    };
    if (!(await task.run([deed(recordDecision, { id: newId(), text, why, ...more })]))?.ok) return;
    forget();
    setTried(false);
    announce('Decided');
    onDone?.();
  };
  return (
    <form class="stack" aria-label={replaces ? 'Decide anew' : 'Enter a decision'} onSubmit={enter} noValidate>
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
        value={owner}
        options={[
          { value: '', label: 'Nobody needs to' },
          ...people.map(({ id, body }) => ({ value: id, label: body?.name ?? '' })),
        ]}
        onValue={(owner) => set({ owner })}
      />
      <DayField label="By when?" value={draft.due} onValue={(due) => set({ due })} />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Enter the decision
        </Button>
        {onDone && (
          <Button look="quiet" onPress={onDone}>
            Not now
          </Button>
        )}
      </div>
    </form>
  );
}
