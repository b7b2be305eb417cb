import { useState } from 'preact/hooks';
import { findPupilData } from '../../shared/evidence/pupil-data.ts';
import { newId } from '../../shared/ids.ts';
import { amendAnswer, answerQuestion } from '../../shared/reviews/question.ts';
import type { Question } from '../../shared/reviews/question-kind.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert, Notice } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { reviewAdvice } from './review-words.ts';
import type { Whole } from './use-reviews.ts';

/** Writes the answer to a question, or changes it; with the question as it is published. */
export function AnswerForm({ question: { id, rev, body } }: { question: Whole<Question> }) {
  const present = body.answer;
  const [draft, setDraft, forget] = useKept(`answer ${id}`, {
    asked: present?.asked ?? body.text,
    text: present?.text ?? '',
    changed: present?.changed ?? '',
  });
  const [tried, setTried] = useState(false);
  const [looked, setLooked] = useState('');
  const task = useAct();
  const all = [draft.asked, draft.text, draft.changed].join('\n');
  const found = [...new Set(findPupilData(all).map(({ start, end }) => all.slice(start, end)))];
  const unseen = found.length > 0 && looked !== found.join('\n');
  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (draft.text.trim() === '' || draft.asked.trim() === '') return focusFirstProblem(event.target);
    if (unseen) return;
    const words = {
      ...{ id, rev, asked: draft.asked, text: draft.text },
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
        value={draft.asked}
        onValue={(asked) => setDraft({ ...draft, asked })}
        problem={tried && draft.asked.trim() === '' ? 'Without the question nobody understands the answer.' : undefined}
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
      {found.length > 0 && (
        <Notice look="trouble">
          <p>This may tell of one person. Everybody will be able to read it:</p>
          <ul class="meeting-lines">
            {found.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <Choice type="checkbox" checked={!unseen} onChecked={(on) => setLooked(on ? found.join('\n') : '')}>
            I have looked: it may stand
          </Choice>
        </Notice>
      )}
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button
          type="submit"
          look="main"
          busy={task.busy}
          reason={unseen ? 'Look first at what may tell of a person.' : undefined}
        >
          {present ? 'Publish the change' : 'Publish question and answer'}
        </Button>
      </div>
    </form>
  );
}
