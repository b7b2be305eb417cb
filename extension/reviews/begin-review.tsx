import { useState } from 'preact/hooks';
import { newId } from '../../shared/ids.ts';
import { beginReview } from '../../shared/reviews/review.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Alert } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { goTo } from '../ui/route.ts';
import { Select } from '../ui/select.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { periodsToReview, termJustOver } from './review-periods.ts';
import { reviewAdvice } from './review-words.ts';
import { useReviews } from './use-reviews.ts';

/** Begins the review of a period. */
export function BeginReview() {
  const { priorities, reviews } = useReviews();
  const now = useNow();
  const task = useAct();
  const taken = new Set(reviews.map(({ body }) => body.period));
  const offered = periodsToReview(now).filter(({ value }) => !taken.has(value));
  const agreed = priorities.filter(({ body }) => body.state === 'agreed' || body.state === 'closed');
  const [chosen, setChosen] = useState<string>();
  const [without, setWithout] = useState<readonly string[]>([]);
  const offeredOne = (period: string | undefined) => offered.find(({ value }) => value === period)?.value;
  const period = offeredOne(chosen) ?? offeredOne(termJustOver(now)) ?? offered[0]?.value ?? '';
  if (agreed.length === 0) return <p>A review tells what came of a priority. Agree on one first.</p>;
  const its = agreed.filter(({ id }) => !without.includes(id)).map(({ id }) => id);
  const begin = async (event: Event) => {
    event.preventDefault();
    if (its.length === 0) return;
    const id = newId();
    if (!(await task.run([deed(beginReview, { id, period, priorities: its })]))?.ok) return;
    announce('Begun');
    goTo('publish', 'review', id);
  };
  return (
    <form class="stack prose-width" aria-label="Begin a review" onSubmit={begin} noValidate>
      <Select label="Of which time?" value={period} options={offered} onValue={setChosen} />
      <fieldset class="group">
        <legend>About which priorities?</legend>
        {agreed.map(({ id, body }) => (
          <Choice
            key={id}
            type="checkbox"
            checked={!without.includes(id)}
            onChecked={(on) => setWithout(on ? without.filter((one) => one !== id) : [...without, id])}
          >
            {body.title}
            {body.state === 'closed' && ' (closed)'}
          </Choice>
        ))}
      </fieldset>
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button
          type="submit"
          look="main"
          busy={task.busy}
          reason={its.length === 0 ? 'Choose at least one priority.' : undefined}
        >
          Begin
        </Button>
      </div>
    </form>
  );
}
