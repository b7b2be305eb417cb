import { Overview } from '../reviews/overview.tsx';
import { QuestionPage } from '../reviews/question-page.tsx';
import { Questions } from '../reviews/questions.tsx';
import { RefusedReviews } from '../reviews/refused-reviews.tsx';
import { ReviewPage } from '../reviews/review-page.tsx';
import '../cycles/cycles.css';
import '../reviews/reviews.css';
import { ReviewsProvider, useLiveReviews } from '../reviews/use-reviews.ts';
import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';
import type { PlaceProps } from './shell.tsx';

/** What the partnership publishes, and what it is asked about it. */
export function PublishPlace({ rest: [first, second] }: PlaceProps) {
  const scene = useLiveReviews();
  if (!scene) return null;
  return (
    <ReviewsProvider value={scene}>
      <RefusedReviews />
      <Screen first={first} second={second} />
    </ReviewsProvider>
  );
}

function Screen({ first, second }: { first: string | undefined; second: string | undefined }) {
  if (first === 'review' && second) return <ReviewPage key={second} id={second} />;
  if (first === 'questions' && second) return <QuestionPage key={second} id={second} />;
  if (first === 'questions') {
    return (
      <>
        <p class="small">
          <a href={hrefTo('publish')}>Publish</a>
        </p>
        <PlaceTitle>Questions</PlaceTitle>
        <Questions />
      </>
    );
  }
  return (
    <>
      <PlaceTitle>Publish</PlaceTitle>
      <Overview />
    </>
  );
}
