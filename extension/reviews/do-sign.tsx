import { useState } from 'preact/hooks';
import { speaksFor } from '../../shared/cluster/schools.ts';
import type { Content } from '../../shared/reviews/content.ts';
import { accountParts, type Review } from '../../shared/reviews/review-kind.ts';
import { signatureOf } from '../../shared/reviews/wording.ts';
import { Notice } from '../ui/notice.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { AgreedOf, PurposeAndValues } from './agreed-words.tsx';
import { Citations } from './citations.tsx';
import { FiguresAsStood } from './figures-as-stood.tsx';
import { Part } from './part.tsx';
import { reviewTitle } from './review-words.ts';
import { Sign } from './sign.tsx';
import { useDraft } from './use-drafts.ts';
import { ReviewsProvider, useLiveReviews, useReviews, type Whole } from './use-reviews.ts';

interface DoSignProps {
  review: string;
  school: string;
}

/** A phone link's page: a review to read and to sign for one school, and nothing else. */
export function DoSign({ review, school }: DoSignProps) {
  const scene = useLiveReviews();
  const draft = useDraft(review);
  const [done, setDone] = useState(false);
  if (!scene) return null;
  const record = scene.reviews.find(({ id }) => id === review);
  const signer = scene.schools.find(({ id }) => id === school);
  if (!record || !signer) {
    return (
      <>
        <PlaceTitle>Nothing to do here</PlaceTitle>
        <p>
          This link leads to nothing that is in the log here. Was it copied whole? It may also not have arrived yet.
        </p>
      </>
    );
  }
  const wording = draft?.wording;
  const word = (wording && signatureOf(scene.signOffs, { review, school, wording })?.body) || undefined;
  const open = record.body.state === 'draft' || record.body.state === 'correcting';
  const may = speaksFor(scene.me, signer);
  return (
    <ReviewsProvider value={scene}>
      <PlaceTitle>{done ? 'Signed' : reviewTitle(record.body)}</PlaceTitle>
      {word && (
        <div role="status">
          <Notice>
            <p>
              {signer.body.name} has signed it as it is worded
              {word.how === 'reservation' ? ', with a reservation' : ''}. {done && 'That is all. Thank you.'}
            </p>
          </Notice>
        </div>
      )}
      <article class="story stack wide">
        <Read review={record} content={draft?.content} />
        {!open ? (
          <p>It is not open for signing: it was published or withdrawn.</p>
        ) : may ? (
          <section class="stack" aria-labelledby="sign-title">
            <h2 id="sign-title">Is this right?</h2>
            {wording !== undefined && (
              <Sign review={record} school={signer} wording={wording} word={word} onDone={() => setDone(true)} />
            )}
          </section>
        ) : (
          <p>The head of {signer.body.name}, or whoever speaks for it, signs this. You can read it.</p>
        )}
      </article>
    </ReviewsProvider>
  );
}

/** Everything that is published over a signature. */
function Read({ review, content }: { review: Whole<Review>; content: Content | undefined }) {
  const { priorities } = useReviews();
  const { id, body } = review;
  return (
    <>
      {body.editions > 0 && <Part review={id} priority={null} part="correction" open={false} />}
      <Part review={id} priority={null} part="summary" open={false} />
      {content && <PurposeAndValues content={content} />}
      <Part review={id} priority={null} part="together" open={false} />
      {body.priorities.map((priority) => {
        const its = priorities.find((one) => one.id === priority)?.body;
        if (!its) return null;
        const { title, thread } = its;
        return (
          <section key={priority} class="stack" aria-label={title}>
            <h2>
              <ThreadMark thread={{ title, thread, proposed: false }} /> {title}
            </h2>
            {content && <AgreedOf content={content} thread={thread} />}
            <FiguresAsStood review={review} priority={priority} open={false} />
            {accountParts.map((part) => (
              <div key={part} class="stack tight">
                <Part review={id} priority={priority} part={part} about={title} open={false} />
                <Citations review={id} priority={priority} part={part} open={false} />
              </div>
            ))}
          </section>
        );
      })}
    </>
  );
}
