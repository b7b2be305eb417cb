import { useState } from 'preact/hooks';
import { declineQuestion } from '../../shared/reviews/question.ts';
import { type DeclineReason, declineReasons, type Question } from '../../shared/reviews/question-kind.ts';
import { answerForm, forgetKept } from '../replica/writing.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { declineWords } from './question-words.ts';
import { reviewAdvice } from './review-words.ts';
import type { Whole } from './use-reviews.ts';

/** Declines a question, or takes an answered one back, with a reason that whoever asked may read. */
export function DeclineForm({ question: { id, rev } }: { question: Whole<Question> }) {
  const [reason, setReason] = useState<DeclineReason>();
  const task = useAct();
  const { db } = useReplica();
  const decline = async (event: Event) => {
    event.preventDefault();
    if (!reason) return;
    if (!(await task.run([deed(declineQuestion, { id, rev, reason })]))?.ok) return;
    await forgetKept(db, [answerForm(id)]);
    announce('Declined');
  };
  return (
    <form class="stack prose-width" onSubmit={decline} noValidate aria-label="Decline the question">
      <p class="soft">
        Whoever asked reads the reason under their private link. The page says how many were declined. After thirty days
        the question is deleted.
      </p>
      <fieldset class="group">
        <legend>Why?</legend>
        {declineReasons.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="decline"
            checked={reason === one}
            onChecked={() => setReason(one)}
            means={declineWords[one].means}
          >
            {declineWords[one].name}
          </Choice>
        ))}
      </fieldset>
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy} reason={reason ? undefined : 'Choose a reason.'}>
          Decline it
        </Button>
      </div>
    </form>
  );
}
