import { useEffect, useRef, useState } from 'preact/hooks';
import { newId } from '../../shared/ids.ts';
import { prepare } from '../../shared/reviews/prepare.ts';
import { publishReview } from '../../shared/reviews/publish.ts';
import type { Review } from '../../shared/reviews/review-kind.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Alert } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { ChangeList } from './change-list.tsx';
import { hindranceWords } from './hindrance-words.ts';
import { reviewAdvice } from './review-words.ts';
import { useReviews, type Whole } from './use-reviews.ts';
import { useSources } from './use-sources.ts';

/** What stands in the way of publishing, what is left out of it, and the press that publishes. */
export function PublishReview({ review }: { review: Whole<Review> }) {
  const [looking, setLooking] = useState(false);
  return (
    <section class="stack no-print" aria-labelledby="publish-title">
      <h2 id="publish-title">Publish</h2>
      {looking ? (
        <Check review={review} onDone={() => setLooking(false)} />
      ) : (
        <>
          <p class="soft">
            First you see everything that is withheld, shortened or left out to protect people. Nothing is public before
            you confirm it.
          </p>
          <div class="row">
            <Button look="main" onPress={() => setLooking(true)}>
              Look at what will be published
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Check({ review, onDone }: { review: Whole<Review>; onDone: () => void }) {
  const scene = useReviews();
  const now = useNow();
  const sources = useSources();
  const [confirmed, setConfirmed] = useState<string>();
  const task = useAct();
  const box = useRef<HTMLDivElement>(null);
  const there = sources !== undefined;
  useEffect(() => {
    if (there) box.current?.focus();
  }, [there]);
  if (!sources) return <p role="status">Looking at every figure and every word…</p>;
  const { changes, hindrances, wording } = prepare({ ...sources, review }, now);
  const keys = changes.map(({ key }) => key);
  const asked = keys.join('\n');
  const later = review.body.editions > 0;
  const lacking =
    hindrances.length > 0
      ? 'Some things have to be there first.'
      : keys.length > 0 && confirmed !== asked
        ? 'Confirm what is changed to protect people.'
        : undefined;
  const publish = async () => {
    const body = {
      ...{ id: newId(), review: review.id, rev: review.rev, confirmed: keys },
      wording,
    };
    if (!(await task.run([deed(publishReview, body)]))?.ok) return;
    announce('Published. Its page is there in a moment.');
    onDone();
  };
  return (
    <div class="stack" tabIndex={-1} ref={box}>
      {hindrances.length > 0 && (
        <div class="notice">
          <p>
            <b>Before it can be published</b>
          </p>
          <ul class="meeting-lines">
            {hindrances.map((hindrance) => {
              const words = hindranceWords(hindrance, scene);
              return <li key={words}>{words}</li>;
            })}
          </ul>
        </div>
      )}
      <ChangeList changes={changes} />
      {keys.length > 0 && (
        <Choice type="checkbox" checked={confirmed === asked} onChecked={(on) => setConfirmed(on ? asked : undefined)}>
          I have looked at each of them
        </Choice>
      )}
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button look="main" busy={task.busy} reason={lacking} onPress={publish}>
          {later ? `Publish edition ${review.body.editions + 1}` : 'Publish'}
        </Button>
        <Button look="quiet" onPress={onDone}>
          Not now
        </Button>
      </div>
    </div>
  );
}
