import type { Member } from '../../shared/cluster/members.ts';
import { holdMeeting } from '../../shared/cycles/decision.ts';
import { newId } from '../../shared/ids.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { cycleAdvice } from './cycle-words.ts';
import { MeetingFields } from './meeting-fields.tsx';

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
      <MeetingFields
        draft={{ ...draft, on: draft.on || today }}
        {...{ members, today }}
        onDraft={(change) => setDraft({ ...draft, ...change })}
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
