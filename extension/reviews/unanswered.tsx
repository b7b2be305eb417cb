import { pieceWords } from '../../shared/cycles/meeting-text.ts';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { Response } from '../../shared/evidence/response.ts';
import { unansweredChallenges } from '../../shared/reviews/challenges.ts';
import type { Review } from '../../shared/reviews/review-kind.ts';
import { Responses } from '../evidence/responses.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Notice } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import type { Whole } from './use-reviews.ts';

/** So many are shown at once. */
const most = 5;

/** What speaks against a priority and was never answered, in front of those who write its account. */
export function Unanswered({ priority }: { review: Whole<Review>; priority: string }) {
  const { view } = useReplica();
  const open = useLive(async () => {
    const [evidence, responses] = await Promise.all([view.list(Evidence), view.list(Response)]);
    return unansweredChallenges(evidence, responses, priority);
  }, [priority]);
  if (!open || open.length === 0) return null;
  const many = open.length === 1 ? '1 piece of evidence challenges' : `${open.length} pieces of evidence challenge`;
  return (
    <Notice>
      <p>
        <b>
          {many} this, and nobody has answered {open.length === 1 ? 'it' : 'them'}.
        </b>{' '}
        The number is stated in the review. An answer here takes a minute.
      </p>
      <ul class="stack tight">
        {open.slice(0, most).map(({ id, body }) => (
          <li key={id}>
            <Disclosure summary={shortened(pieceWords(body))}>
              <Responses to={{ kind: 'evidence', id }} />
            </Disclosure>
          </li>
        ))}
      </ul>
      {open.length > most && <p class="small">{open.length - most} more stand in Evidence.</p>}
    </Notice>
  );
}

const shortened = (words: string) => (words.length > 160 ? `${words.slice(0, 159).trimEnd()}…` : words);
