import { useState } from 'preact/hooks';
import type { School } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import type { Review, SignOff } from '../../shared/reviews/review-kind.ts';
import { signReview } from '../../shared/reviews/sign-off.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { reviewAdvice } from './review-words.ts';
import type { Whole } from './use-reviews.ts';

interface SignProps {
  review: Whole<Review>;
  school: Whole<School>;
  wording: number;
  /** What the school says of this wording already. */
  word: SignOff | undefined;
  onDone?: () => void;
}

/** Signs a review for a school, as it is or with a reservation that is published beside it. */
export function Sign({ review, school, wording, word, onDone }: SignProps) {
  const [text, setText, forget] = useKept(`reservation ${review.id} ${school.id}`, '');
  const [reserving, setReserving] = useState(false);
  const [tried, setTried] = useState(false);
  const task = useAct();
  const { name } = school.body;
  const sign = async (how: SignOff['how']) => {
    const body = { id: newId(), review: review.id, school: school.id, wording, how };
    const done = await task.run([deed(signReview, how === 'reservation' ? { ...body, text } : body)]);
    if (!done?.ok) return;
    forget();
    setReserving(false);
    announce(`Signed for ${name}`);
    onDone?.();
  };
  const reserve = (event: Event) => {
    event.preventDefault();
    setTried(true);
    return text.trim() === '' ? focusFirstProblem(event.target) : sign('reservation');
  };
  if (reserving) {
    return (
      <form class="stack prose-width" onSubmit={reserve} noValidate aria-label={`Reservation of ${name}`}>
        <TextArea
          label="What do you not share?"
          hint="It is published with the review, in your school’s name. Everything else you sign."
          rows={4}
          maxLength={1200}
          value={text}
          onValue={setText}
          problem={tried && text.trim() === '' ? 'Say what you do not share.' : undefined}
        />
        {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
        <div class="row">
          <Button type="submit" look="main" busy={task.busy}>
            Sign with this reservation
          </Button>
          <Button look="quiet" onPress={() => setReserving(false)}>
            Back
          </Button>
        </div>
      </form>
    );
  }
  return (
    <div class="stack tight no-print">
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row">
        {word?.how !== 'signed' && (
          <Button look="main" busy={task.busy} onPress={() => sign('signed')}>
            Sign for {name}
          </Button>
        )}
        <Button onPress={() => setReserving(true)}>
          {word?.how === 'reservation' ? 'Word the reservation anew' : 'Sign with a reservation'}
        </Button>
      </div>
    </div>
  );
}
