import { useState } from 'preact/hooks';
import { editMeeting, type Meeting } from '../../shared/cycles/decision.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { cycleAdvice } from './cycle-words.ts';
import { useDeciding } from './deciding.ts';
import { type MeetingDraft, MeetingFields } from './meeting-fields.tsx';
import type { Whole } from './use-cycles.ts';

interface CorrectMeetingProps {
  meeting: Whole<Meeting>;
  onDone: () => void;
}

/** Corrects when a meeting was, who was there and what was said. Its decisions stay as they are. */
export function CorrectMeeting({ meeting: { id, rev, body }, onDone }: CorrectMeetingProps) {
  const { members, today } = useDeciding();
  const { on, title, present, notes } = body;
  const [draft, setDraft] = useState<MeetingDraft>({ on, title, present, notes });
  const task = useAct();
  const save = async (event: Event) => {
    event.preventDefault();
    const said = { ...draft, on: draft.on || on, title: draft.title.trim() || 'Meeting' };
    if (!(await task.run([deed(editMeeting, { id, rev, ...said })]))?.ok) return;
    announce('Saved');
    onDone();
  };
  return (
    <form class="stack" aria-label={`Correct ${title}`} onSubmit={save} noValidate>
      <MeetingFields {...{ draft, members, today }} onDraft={(change) => setDraft({ ...draft, ...change })} />
      <p class="soft small">A decision is not overwritten: ‘Decide anew’ beside it puts another in its place.</p>
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Save the meeting
        </Button>
        <Button look="quiet" onPress={onDone}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
