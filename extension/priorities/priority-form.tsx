import type { ComponentChildren } from 'preact';
import { type Priority, strands } from '../../shared/priorities/priority.ts';
import { DayField } from '../ui/day-field.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { isSoon, strandWords } from './priority-words.ts';

/** What a person writes about a priority. Empty texts are nothing. */
export type PriorityDraft = Required<Pick<Priority, 'title' | 'description' | 'alone' | 'plans'>> & {
  starts: string;
  review: string;
};

export const emptyDraft: PriorityDraft = { title: '', description: '', alone: '', plans: {}, starts: '', review: '' };

/** A priority as its form shows it. */
export const draftOf = (body: Priority): PriorityDraft => ({
  title: body.title,
  description: body.description ?? '',
  alone: body.alone ?? '',
  plans: body.plans ?? {},
  starts: body.starts ?? '',
  review: body.review ?? '',
});

interface PriorityFieldsProps {
  draft: PriorityDraft;
  onDraft: (draft: PriorityDraft) => void;
  /** What is wrong with the title. */
  problem?: string | undefined;
  /** It is agreed: what schools agreed to stays as it is. */
  agreed?: boolean;
  today: string;
}

/** What a priority says, to be written or changed. */
export function PriorityFields({ draft, onDraft, problem, agreed, today }: PriorityFieldsProps) {
  const set = (change: Partial<PriorityDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      {agreed ? (
        <Notice>
          <p>
            Title, description and reason stay as the schools agreed to them. To word them otherwise, close this
            priority and propose it anew.
          </p>
        </Notice>
      ) : (
        <Worded draft={draft} set={set} problem={problem} />
      )}
      <fieldset class="group priority-dates">
        <legend>When</legend>
        <div class="side-by-side">
          <DayField label="Starts" value={draft.starts} onValue={(starts) => set({ starts })} />
          <DayField label="To be reviewed" value={draft.review} onValue={(review) => set({ review })} />
        </div>
        {draft.review !== '' && isSoon(draft.starts || today, draft.review) && (
          <p class="small soft" role="status">
            That is under two years. Change takes two to four; a look on the way is no review of the whole.
          </p>
        )}
      </fieldset>
      <fieldset class="group">
        <legend>What is planned, and by whom</legend>
        {strands.map((strand) => {
          const { plan = '', who = '' } = draft.plans[strand] ?? {};
          const put = (change: object) => set({ plans: { ...draft.plans, [strand]: { plan, who, ...change } } });
          return (
            <Disclosure key={strand} summary={strandWords[strand].name} open={plan !== '' || who !== ''}>
              <div class="stack">
                <TextArea
                  label={`Planned: ${strandWords[strand].name}`}
                  hint={strandWords[strand].means}
                  rows={3}
                  maxLength={2000}
                  value={plan}
                  onValue={(text) => put({ plan: text })}
                />
                <Field
                  label={`By whom: ${strandWords[strand].name}`}
                  maxLength={300}
                  value={who}
                  onValue={(text) => put({ who: text })}
                />
              </div>
            </Disclosure>
          );
        })}
      </fieldset>
    </>
  );
}

interface WordedProps {
  draft: PriorityDraft;
  set: (change: Partial<PriorityDraft>) => void;
  problem: string | undefined;
}

/** The part that schools agree to. */
function Worded({ draft, set, problem }: WordedProps): ComponentChildren {
  return (
    <>
      <Field
        label="What should change?"
        hint="In one line, as you would say it to a parent."
        value={draft.title}
        onValue={(title) => set({ title })}
        maxLength={160}
        problem={problem}
      />
      <TextArea
        label="In more words"
        rows={4}
        maxLength={4000}
        value={draft.description}
        onValue={(description) => set({ description })}
      />
      <TextArea
        label="Why could no school achieve it alone?"
        hint="It can wait, but nobody can agree a priority without it. What do you need of one another?"
        rows={3}
        maxLength={2000}
        value={draft.alone}
        onValue={(alone) => set({ alone })}
      />
    </>
  );
}
