import { isIn, type Member } from '../../shared/cluster/members.ts';
import { holdMeeting } from '../../shared/cycles/decision.ts';
import { newId } from '../../shared/ids.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { ManyChoice } from '../ui/many-choice.tsx';
import { Alert } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { cycleAdvice } from './cycle-words.ts';

interface HoldMeetingProps {
  members: readonly Record<Member>[];
  /** ISO 8601. */
  today: string;
  /** It is kept: what happened until its day is no longer new. */
  onHeld: () => void;
}

/** Keeps a meeting: when it was, who was there, and what was said. The next page tells what happened since its day. */
export function HoldMeeting({ members, today, onHeld }: HoldMeetingProps) {
  const empty = { on: '', title: '', present: [] as string[], notes: '' };
  const [draft, setDraft, forget] = useKept('meeting', empty);
  const set = (change: Partial<typeof empty>) => setDraft({ ...draft, ...change });
  const task = useAct();
  const hold = async (event: Event) => {
    event.preventDefault();
    const body = { ...draft, id: newId(), on: draft.on || today, title: draft.title.trim() || 'Meeting' };
    if (!(await task.run([deed(holdMeeting, body)]))?.ok) return;
    forget();
    announce('Kept');
    onHeld();
  };
  return (
    <form class="stack" aria-label="Keep this meeting" onSubmit={hold} noValidate>
      <DayField label="When was it?" value={draft.on || today} onValue={(on) => set({ on })} max={today} />
      <Field
        label="What was it?"
        hint="‘Heads’ meeting’, ‘The reading group’. Empty is fine."
        maxLength={200}
        value={draft.title}
        onValue={(title) => set({ title })}
      />
      <ManyChoice
        legend="Who was there?"
        none="Nobody has joined yet."
        options={members.filter(isIn).map(({ id, body }) => ({ id, name: body?.name ?? '' }))}
        chosen={draft.present}
        onChosen={(present) => set({ present })}
      />
      <TextArea
        label="Notes"
        hint="Short. Decisions stand on their own."
        rows={4}
        maxLength={20_000}
        value={draft.notes}
        onValue={(notes) => set({ notes })}
      />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" look="main" busy={task.busy}>
          Keep the meeting
        </Button>
      </div>
    </form>
  );
}
