import { useState } from 'preact/hooks';
import { passQuestion } from '../../shared/reviews/question-gone.ts';
import type { Question } from '../../shared/reviews/question-kind.ts';
import { answerForm, forgetKept } from '../replica/writing.ts';
import { announce } from '../ui/announce.tsx';
import { Choice } from '../ui/choice.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { reviewAdvice } from './review-words.ts';
import { schoolsHere, useReviews, type Whole } from './use-reviews.ts';

/** Passes a question to a school's safeguarding lead: first to them, then its words go from here. */
export function PassOn({ question: { id, rev, body } }: { question: Whole<Question> }) {
  const scene = useReviews();
  const schools = schoolsHere(scene);
  const [school, setSchool] = useState(schools.length === 1 ? schools[0]?.id : undefined);
  const task = useAct();
  const { db } = useReplica();
  const contact = scene.contacts.find((one) => one.id === school)?.body;
  const pass = async () => {
    const step = deed(passQuestion, { id, rev, ...(school && { school }) });
    if (!(await task.run([step]))?.ok) return;
    await forgetKept(db, [answerForm(id)]);
    announce('Passed on. Its words are gone from here.');
  };
  return (
    <div class="stack prose-width">
      <p>
        Is somebody in danger now? Ring <b>999</b> before anything else. Otherwise tell the school’s designated
        safeguarding lead yourself, today, by telephone if you can.
      </p>
      <fieldset class="group">
        <legend>Which school is it for?</legend>
        {schools.map((one) => (
          <Choice
            key={one.id}
            type="radio"
            name="passed-to"
            checked={school === one.id}
            onChecked={() => setSchool(one.id)}
          >
            {one.body.name}
          </Choice>
        ))}
      </fieldset>
      {school && (
        <p>
          {contact ? (
            <>
              {contact.phone && <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>}
              {contact.phone && contact.email && ' · '}
              {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
              {contact.url && (
                <>
                  {' · '}
                  <a href={contact.url} target="_blank" rel="noreferrer">
                    its page
                  </a>
                </>
              )}
            </>
          ) : (
            'This school has not said here how its lead is reached. Ring its office.'
          )}
        </p>
      )}
      <div class="row">
        <CopyButton text={body.text}>Copy the words</CopyButton>
      </div>
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <Confirm
        ask="I have told the lead: remove it here"
        yes="Yes, remove its words"
        no="Not yet"
        busy={task.busy}
        onYes={pass}
      >
        <p>
          The words go from the log, from every device and, within thirty days, from backups. Whoever asked reads that
          somebody responsible for safeguarding has it. Have you told the lead?
        </p>
      </Confirm>
    </div>
  );
}
