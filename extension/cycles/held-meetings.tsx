import type { Meeting } from '../../shared/cycles/decision.ts';
import type { Record } from '../../shared/record.ts';
import { dayInWords } from '../priorities/priority-words.ts';
import { Disclosure } from '../ui/disclosure.tsx';

interface HeldMeetingsProps {
  meetings: readonly Record<Meeting>[];
  nameOf: (member: string) => string;
}

/** The meetings that were kept, the newest first. */
export function HeldMeetings({ meetings, nameOf }: HeldMeetingsProps) {
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
            {body.notes && <span class="story-words">{body.notes}</span>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
