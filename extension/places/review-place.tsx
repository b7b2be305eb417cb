import { Digest } from '../cycles/digest.tsx';
import { Waiting } from '../cycles/waiting.tsx';
import { Codebook } from '../evidence/codebook.tsx';
import { Review } from '../evidence/review.tsx';
import { SignOffsWaiting } from '../reviews/sign-offs-waiting.tsx';
import { useSignOffsOwed } from '../reviews/use-sign-offs-owed.ts';
import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';
import './review-place.css';
import type { PlaceProps } from './shell.tsx';
import { WaitingLine } from './waiting-line.tsx';

const path = 'review';
const views = [
  ['', 'Review'],
  ['waiting', 'Waiting for you'],
  ['digest', 'The week'],
  ['codebook', 'Codebook'],
] as const;

/** Evidence that waits for a look; and beside it what waits for oneself, the week as a text, and what tags mean. */
export function ReviewPlace({ rest: [first = ''] }: PlaceProps) {
  const at = views.find(([view]) => view === first) ?? views[0];
  return (
    <>
      <PlaceTitle>{at[1]}</PlaceTitle>
      <nav class="review-views no-print" aria-label="In review">
        {views.map(([view, name]) => (
          <a
            key={view}
            href={view ? hrefTo(path, view) : hrefTo(path)}
            aria-current={view === at[0] ? 'page' : undefined}
          >
            {name}
            {view === 'waiting' && <WaitingLine />}
          </a>
        ))}
      </nav>
      {at[0] === '' && <Review first={first || undefined} />}
      {at[0] === 'waiting' && <AllWaiting />}
      {at[0] === 'digest' && <Digest />}
      {at[0] === 'codebook' && <Codebook />}
    </>
  );
}

/** What waits for the one who looks, reviews to sign among it. */
function AllWaiting() {
  const signing = useSignOffsOwed();
  if (!signing) return null;
  return (
    <Waiting besides={signing.length}>
      <SignOffsWaiting owed={signing} />
    </Waiting>
  );
}
