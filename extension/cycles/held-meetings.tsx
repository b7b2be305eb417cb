import type { Decision, Meeting } from '../../shared/cycles/decision.ts';
import { dayAt } from '../../shared/priorities/due.ts';
import type { Record } from '../../shared/record.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { dayInWords } from '../priorities/priority-words.ts';
import { Disclosure } from '../ui/disclosure.tsx';

interface HeldMeetingsProps {
  meetings: readonly Record<Meeting>[];
  decisions: readonly Record<Decision>[];
  nameOf: (member: string) => string;
}

/** The meetings that were kept, the newest first. */
export function HeldMeetings({ meetings, decisions, nameOf }: HeldMeetingsProps) {
  if (meetings.length === 0) return null;
  const held = meetings
    .flatMap(({ id, body }) => (body ? [{ id, body }] : []))
    .sort((a, b) => (a.body.on < b.body.on ? 1 : -1));
  return (
    <Disclosure summary="Earlier meetings">
      <ul class="cycle-list">
        {held.map(({ id, body }) => (
          <li key={id} class="stack tight">
            <b>
              {body.title}, {dayInWords(body.on)}
            </b>
            {body.present.length > 0 && <span class="soft small">{body.present.map(nameOf).join(', ')}</span>}
            {decidedOn(decisions, id, body.on).map((one) => (
              <span key={one.id}>
                Decided: {one.body?.text}{' '}
                <RedactButton kind="decision" id={one.id} words={one.body?.text} label={`decided: ${one.body?.text}`} />
              </span>
            ))}
            {body.notes && <span class="story-words">{body.notes}</span>}
            <RedactButton kind="meeting" id={id} words={body.title} label={body.title} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** What was decided in a meeting; what names none counts to the meeting of its day. */
const decidedOn = (decisions: readonly Record<Decision>[], meeting: string, on: string) =>
  decisions.filter(({ body }) => body && (body.meeting ? body.meeting === meeting : dayAt(body.at) === on));
