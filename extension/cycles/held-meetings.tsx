import { useState } from 'preact/hooks';
import type { Actor } from '../../shared/cluster/roles.ts';
import { can } from '../../shared/cluster/roles.ts';
import { type Decision, editMeeting, type Meeting, replacedBy } from '../../shared/cycles/decision.ts';
import { dayAt } from '../../shared/priorities/due.ts';
import type { Record } from '../../shared/record.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { dayInWords } from '../priorities/priority-words.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { CorrectMeeting } from './correct-meeting.tsx';
import { Decide } from './decide.tsx';
import { useDeciding } from './deciding.ts';
import { DecisionItem } from './decision-item.tsx';
import type { Whole } from './use-cycles.ts';

interface HeldMeetingsProps {
  me: Actor;
  meetings: readonly Record<Meeting>[];
}

/** The meetings that were kept, the newest first, each to be corrected and with what was decided in it. */
export function HeldMeetings({ me, meetings }: HeldMeetingsProps) {
  if (meetings.length === 0) return null;
  const held = meetings
    .flatMap((one) => (one.body ? [{ ...one, body: one.body }] : []))
    .sort((a, b) => (a.body.on < b.body.on ? 1 : -1));
  return (
    <Disclosure summary="Earlier meetings">
      <ul class="cycle-list">
        {held.map((meeting) => (
          <Held key={meeting.id} meeting={meeting} may={can(me, editMeeting.capability)} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Held({ meeting, may }: { meeting: Whole<Meeting>; may: boolean }) {
  const { id, body } = meeting;
  const deciding = useDeciding();
  const [open, setOpen] = useState<'correct' | 'decide'>();
  const done = () => setOpen(undefined);
  const decided = decidedIn(deciding.decisions, id, body.on);
  const what = `${body.title}, ${dayInWords(body.on)}`;
  if (open === 'correct') {
    return (
      <li class="stack tight">
        <CorrectMeeting meeting={meeting} onDone={done} />
      </li>
    );
  }
  return (
    <li class="stack tight">
      <b>{what}</b>
      {body.present.length > 0 && <span class="soft small">{body.present.map(deciding.nameOf).join(', ')}</span>}
      {body.notes && <span class="story-words">{body.notes}</span>}
      {decided.length > 0 && (
        <ul class="cycle-list meeting-decided" aria-label={`Decided: ${what}`}>
          {decided.map((one) => (
            <DecisionItem key={one.id} decision={one} meeting={id} />
          ))}
        </ul>
      )}
      <RedactButton kind="meeting" id={id} words={body.title} label={body.title} />
      {open === 'decide' && <Decide meeting={id} onDone={done} />}
      {may && !open && (
        <div class="row no-print">
          <Button look="quiet" label={`Correct it: ${what}`} onPress={() => setOpen('correct')}>
            Correct it
          </Button>
          {deciding.may && (
            <Button look="quiet" label={`Add what was decided: ${what}`} onPress={() => setOpen('decide')}>
              Add what was decided
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** What was decided in a meeting and stands; what names none counts to the meeting of its day. */
function decidedIn(decisions: readonly Record<Decision>[], meeting: string, on: string): Whole<Decision>[] {
  const replaced = replacedBy(decisions);
  return decisions.flatMap((one) => {
    if (!one.body || replaced.has(one.id)) return [];
    const its = one.body.meeting ? one.body.meeting === meeting : dayAt(one.body.at) === on;
    return its ? [{ ...one, body: one.body }] : [];
  });
}
