import { isIn } from '../../shared/cluster/members.ts';
import type { Cycle } from '../../shared/cycles/cycle.ts';
import { indicatorsOf } from '../../shared/priorities/agreement.ts';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { ManyChoice } from '../ui/many-choice.tsx';
import { useCycles } from './use-cycles.ts';

/** What a person writes about a cycle. Empty texts are nothing. */
export interface CycleDraft {
  question: string;
  members: string[];
  indicators: string[];
  starts: string;
  ends: string;
}

/** A cycle as its form shows it. */
export const cycleDraft = ({ question, members, indicators, starts, ends }: Cycle): CycleDraft => ({
  ...{ question, members, indicators, starts: starts ?? '', ends: ends ?? '' },
});

/** The draft as an action's body takes it. */
export const cycleBody = ({ starts, ends, ...rest }: CycleDraft) => ({
  ...rest,
  starts: starts || null,
  ends: ends || null,
});

interface CycleFieldsProps {
  draft: CycleDraft;
  priority: string;
  onDraft: (change: Partial<CycleDraft>) => void;
  problem?: string | undefined;
}

/** What a cycle asks, who is in it, when, and which figures it watches. */
export function CycleFields({ draft, priority, onDraft, problem }: CycleFieldsProps) {
  const scene = useCycles();
  const indicators = indicatorsOf(scene.indicators, priority);
  return (
    <>
      <Field
        label="What do you want to find out?"
        hint="As a question that what you try can answer."
        maxLength={300}
        value={draft.question}
        onValue={(question) => onDraft({ question })}
        problem={problem}
      />
      <ManyChoice
        legend="Who is in it?"
        none="Nobody has joined yet."
        options={scene.members.filter(isIn).map(({ id, body }) => ({ id, name: body.name }))}
        chosen={draft.members}
        onChosen={(members) => onDraft({ members })}
      />
      <ManyChoice
        legend="Which figures do you watch?"
        none="This priority has no indicator yet. A cycle can do without."
        options={indicators.map(({ id, body }) => ({ id, name: body?.name ?? '' }))}
        chosen={draft.indicators}
        onChosen={(chosen) => onDraft({ indicators: chosen })}
      />
      <div class="row">
        <DayField label="Begins" value={draft.starts} onValue={(starts) => onDraft({ starts })} />
        <DayField label="Ends" value={draft.ends} onValue={(ends) => onDraft({ ends })} />
      </div>
    </>
  );
}
