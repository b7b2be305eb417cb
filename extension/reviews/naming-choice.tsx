import { setNaming } from '../../shared/reviews/naming.ts';
import { announce } from '../ui/announce.tsx';
import { Choice } from '../ui/choice.tsx';
import { Alert } from '../ui/notice.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { reviewAdvice } from './review-words.ts';
import { useReviews } from './use-reviews.ts';

/** Whether one may be named in public. Oneself says so, and nobody else. */
export function NamingChoice() {
  const { me, namings } = useReviews();
  const task = useAct();
  const present = namings.find(({ id }) => id === me.member);
  const choose = async (agreed: boolean) => {
    const body = { agreed, ...(present && { rev: present.rev }) };
    if ((await task.run([deed(setNaming, body)]))?.ok) announce('Saved');
  };
  return (
    <fieldset class="group prose-width">
      <legend>May your name stand in what is published?</legend>
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <Choice
        type="radio"
        name="naming"
        checked={present?.body.agreed === true}
        onChecked={() => choose(true)}
        means="Beside your signature, and where colleagues name you."
      >
        Yes, by name
      </Choice>
      <Choice
        type="radio"
        name="naming"
        checked={present?.body.agreed === false}
        onChecked={() => choose(false)}
        means="A signature then stands in your school’s name alone."
      >
        No. Where your name is written, ‘a colleague’ is published
      </Choice>
    </fieldset>
  );
}
