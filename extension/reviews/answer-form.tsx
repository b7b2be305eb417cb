import { useState } from 'preact/hooks';
import { newId } from '../../shared/ids.ts';
import { amendAnswer, answerQuestion } from '../../shared/reviews/question.ts';
import type { Question } from '../../shared/reviews/question-kind.ts';
import { answerForm } from '../replica/writing.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { lookFirst, usePublicLooks } from './public-looks.tsx';
import { reviewAdvice } from './review-words.ts';
import type { Whole } from './use-reviews.ts';

/** Writes the answer to a question, or changes it; with the question as it is published. */
export function AnswerForm({ question: { id, rev, body } }: { question: Whole<Question> }) {
  const present = body.answer;
  const [draft, setDraft, forget] = useKept(answerForm(id), {
    asked: undefined as string | undefined,
    text: present?.text ?? '',
    changed: present?.changed ?? '',
  });
  // What was asked may be about a child: only what is worded otherwise is kept here.
  const given = present?.asked ?? body.text;
  const asked = draft.asked ?? given;
  const [tried, setTried] = useState(false);
  const task = useAct();
  const looks = usePublicLooks([asked, draft.text, draft.changed].join('\n'));
  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (draft.text.trim() === '' || asked.trim() === '') return focusFirstProblem(event.target);
    if (looks.unseen) return;
    const words = {
      ...{ id, rev, asked, text: draft.text },
      ...(draft.changed.trim() && { changed: draft.changed }),
    };
    const step = present ? deed(amendAnswer, words) : deed(answerQuestion, { ...words, public: newId() });
    if (!(await task.run([step]))?.ok) return;
    forget();
    announce('Published. It is on the page in a moment.');
  };
  return (
    <form class="stack prose-width" onSubmit={save} noValidate aria-label="Answer the question">
      <TextArea
        label="The question, as it is published"
        hint="Take out what tells of a person; keep what was meant."
        rows={3}
        maxLength={1000}
        value={asked}
        onValue={(next) => setDraft({ ...draft, asked: next === given ? undefined : next })}
        problem={tried && asked.trim() === '' ? 'Without the question nobody understands the answer.' : undefined}
      />
      <TextArea
        label="Your answer"
        hint="Short and straight, as you would say it at the gate."
        rows={5}
        maxLength={2000}
        value={draft.text}
        onValue={(text) => setDraft({ ...draft, text })}
        problem={tried && draft.text.trim() === '' ? 'Write the answer first.' : undefined}
      />
      <TextArea
        label="What you changed because of it, if anything"
        hint="It stands under ‘You asked, we changed’."
        rows={2}
        maxLength={1200}
        value={draft.changed}
        onValue={(changed) => setDraft({ ...draft, changed })}
      />
      {looks.notices}
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" look="main" busy={task.busy} reason={lookFirst(looks)}>
          {present ? 'Publish the change' : 'Publish question and answer'}
        </Button>
      </div>
    </form>
  );
}
