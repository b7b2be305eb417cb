import { can } from '../../shared/cluster/roles.ts';
import { comparePeriods } from '../../shared/priorities/period.ts';
import { pathOfPeriod } from '../../shared/reviews/period-path.ts';
import type { Review } from '../../shared/reviews/review-kind.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { hrefTo } from '../ui/route.ts';
import { When } from '../ui/when.tsx';
import { BeginReview } from './begin-review.tsx';
import { Contacts } from './contacts.tsx';
import { NamingChoice } from './naming-choice.tsx';
import { PublicAddress } from './public-address.tsx';
import { reviewTitle, stateWords } from './review-words.ts';
import { publicLink, schoolsHere, useReviews, type Whole } from './use-reviews.ts';

/** What was published and is being written, what is asked, and what has to be there first. */
export function Overview() {
  const scene = useReviews();
  const { me, reviews, publicity, questions, contacts, editions } = scene;
  const schools = schoolsHere(scene);
  const waiting = questions.filter(({ body }) => body.state === 'new').length;
  const reached = schools.filter(({ id }) => contacts.some((contact) => contact.id === id)).length;
  const ours = publicity?.body.state === 'ours';
  return (
    <div class="stack wide">
      <p class="soft prose-width">
        What you agreed and what came of it, in words that families can read and question. Nothing is public until every
        school has signed it and somebody presses publish.
      </p>
      <section class="stack" aria-labelledby="reviews-title">
        <h2 id="reviews-title">Reviews</h2>
        {reviews.length === 0 && <p>No review yet. A short one for the last term is a good beginning.</p>}
        <ul class="review-list">
          {reviews
            .toSorted((a, b) => comparePeriods(b.body.period, a.body.period))
            .map((review) => (
              <li key={review.id}>
                <ReviewLine review={review} />
              </li>
            ))}
        </ul>
        {can(me, 'review.write') && (
          <Disclosure summary="Begin a review" open={reviews.length === 0} key={reviews.length}>
            <BeginReview />
          </Disclosure>
        )}
      </section>
      <section class="stack tight" aria-labelledby="questions-title">
        <h2 id="questions-title">Questions</h2>
        <p>
          {waiting === 0
            ? 'No question waits for an answer. '
            : `${waiting} ${waiting === 1 ? 'question waits' : 'questions wait'} for an answer. `}
          <a href={hrefTo('publish', 'questions')}>{questions.length === 0 ? 'How it works' : 'All questions'}</a>
        </p>
      </section>
      <section class="stack" aria-labelledby="before-title">
        <h2 id="before-title">Before you publish</h2>
        <ul class="before">
          <Before done={ours} words="An address where everybody finds it">
            <PublicAddress />
          </Before>
          <Before
            done={schools.length > 0 && reached === schools.length}
            words={`Whom to reach when worried about a child: ${reached} of ${schools.length} schools`}
          >
            <Contacts />
          </Before>
          <Before done={scene.namings.some(({ id }) => id === me.member)} words="Whether you may be named">
            <NamingChoice />
          </Before>
        </ul>
        {ours && (
          <p class="small">
            {editions.length === 0 ? (
              <>
                Your page will be at <b>{publicLink(scene)}</b>
              </>
            ) : (
              <>
                Your public page:{' '}
                <a href={publicLink(scene)} target="_blank" rel="noreferrer">
                  {publicLink(scene)}
                </a>
              </>
            )}
          </p>
        )}
      </section>
    </div>
  );
}

/** Something that has to be there, and the way to it. */
function Before({ done, words, children }: { done: boolean; words: string; children: preact.ComponentChildren }) {
  return (
    <li>
      <span aria-hidden="true" class={done ? 'before-mark done' : 'before-mark'}>
        {done ? '✓' : '·'}
      </span>
      <Disclosure summary={done ? words : `${words} (still to do)`}>{children}</Disclosure>
    </li>
  );
}

function ReviewLine({ review: { id, body } }: { review: Whole<Review> }) {
  const scene = useReviews();
  const newest = scene.editions.filter((one) => one.body.review === id).sort((a, b) => b.body.n - a.body.n)[0];
  const path = pathOfPeriod(body.period);
  const shown = newest?.body.carried !== undefined && body.state !== 'withdrawn' && path;
  return (
    <div class="board-card">
      <a href={hrefTo('publish', 'review', id)}>{reviewTitle(body)}</a>
      <span class="small soft">
        {stateWords[body.state]}
        {newest && (
          <>
            {' '}
            · edition {newest.body.n}, <When at={newest.body.at} />
          </>
        )}
      </span>
      {shown && (
        <a class="small" href={publicLink(scene, path)} target="_blank" rel="noreferrer">
          Open the public page
        </a>
      )}
    </div>
  );
}
