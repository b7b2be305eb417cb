import { isIn, type Member } from '../../shared/cluster/members.ts';
import type { Record } from '../../shared/record.ts';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { ManyChoice } from '../ui/many-choice.tsx';
import { TextArea } from '../ui/text-area.tsx';

/** A meeting as its form shows it. */
export interface MeetingDraft {
  /** ISO 8601. */
  on: string;
  title: string;
  present: string[];
  notes: string;
}

interface MeetingFieldsProps {
  draft: MeetingDraft;
  members: readonly Record<Member>[];
  /** ISO 8601. */
  today: string;
  onDraft: (change: Partial<MeetingDraft>) => void;
}

/** When a meeting was, who was there, and what was said. */
export function MeetingFields({ draft, members, today, onDraft }: MeetingFieldsProps) {
  // Who was there then stays on the list, also when they have left since.
  const offered = members.filter((one) => isIn(one) || draft.present.includes(one.id));
  return (
    <>
      <DayField label="When was it?" value={draft.on} onValue={(on) => onDraft({ on })} max={today} />
      <Field
        label="What was it?"
        hint="‘Heads’ meeting’, ‘The reading group’. Empty is fine."
        maxLength={200}
        value={draft.title}
        onValue={(title) => onDraft({ title })}
      />
      <ManyChoice
        legend="Who was there?"
        none="Nobody has joined yet."
        options={offered.map(({ id, body }) => ({ id, name: body?.name ?? '' }))}
        chosen={draft.present}
        onChosen={(present) => onDraft({ present })}
      />
      <TextArea
        label="Notes"
        hint="Short. Decisions stand on their own."
        rows={4}
        maxLength={20_000}
        value={draft.notes}
        onValue={(notes) => onDraft({ notes })}
      />
    </>
  );
}
