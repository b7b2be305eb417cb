import { can } from '../../shared/cluster/roles.ts';
import type { Content } from '../../shared/reviews/content.ts';
import { discardReview } from '../../shared/reviews/review.ts';
import { accountParts, type Review } from '../../shared/reviews/review-kind.ts';
import { printPage } from '../platform/tabs.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Alert } from '../ui/notice.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { goTo, hrefTo } from '../ui/route.ts';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { threadClass } from '../ui/threads.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { AgreedOf, PurposeAndValues } from './agreed-words.tsx';
import { Citations } from './citations.tsx';
import { Editions } from './editions.tsx';
import { FiguresAsStood } from './figures-as-stood.tsx';
import { Part } from './part.tsx';
import { PublishReview } from './publish-review.tsx';
import { reviewAdvice, reviewTitle, stateWords } from './review-words.ts';
import { SignOffs } from './sign-offs.tsx';
import { Unanswered } from './unanswered.tsx';
import { useDraft } from './use-drafts.ts';
import { useReviews, type Whole } from './use-reviews.ts';

/** One review: written together part by part, signed by every school, and published. */
export function ReviewPage({ id }: { id: string }) {
  const scene = useReviews();
  const draft = useDraft(id);
  const review = scene.reviews.find((one) => one.id === id);
  if (!review) {
    return (
      <>
        <PlaceTitle>Not here</PlaceTitle>
        <p>
          There is no such review in the log of this device. <a href={hrefTo('publish')}>All reviews</a>
        </p>
      </>
    );
  }
  const { body } = review;
  const content = draft?.content;
  const open = body.state === 'draft' || body.state === 'correcting';
  return (
    <>
      <p class="small no-print">
        <a href={hrefTo('publish')}>All reviews</a>
      </p>
      <article class="story stack wide">
        <header class="stack tight">
          <PlaceTitle>{reviewTitle(body)}</PlaceTitle>
          <p class="soft">
            {stateWords[body.state]}
            {open && ` · ${written(scene, review)}`}
          </p>
        </header>
        <Editions review={review} />
        <section class="stack" aria-labelledby="whole-title">
          <h2 id="whole-title">The partnership</h2>
          {body.editions > 0 && open && <Part review={id} priority={null} part="correction" open={open} />}
          <Part review={id} priority={null} part="summary" open={open} />
          {content && <PurposeAndValues content={content} />}
          <Part review={id} priority={null} part="together" open={open} />
        </section>
        {body.priorities.map((priority) => (
          <OnPriority key={priority} review={review} priority={priority} open={open} content={content} />
        ))}
        {open && draft && <SignOffs review={review} wording={draft.wording} />}
        {open && can(scene.me, 'review.publish') && <PublishReview review={review} />}
        <div class="row no-print">
          <Button onPress={printPage}>Print</Button>
          {body.state === 'draft' && can(scene.me, 'review.write') && <Discard review={review} />}
        </div>
      </article>
    </>
  );
}

/** How much of it is written. */
function written({ sections }: { sections: ReturnType<typeof useReviews>['sections'] }, { id, body }: Whole<Review>) {
  const parts = (body.editions > 0 ? 3 : 2) + body.priorities.length * accountParts.length;
  const done = sections.filter(
    (one) =>
      one.body.review === id &&
      one.body.text &&
      (one.body.priority === null || body.priorities.includes(one.body.priority)),
  ).length;
  return `${done} of ${parts} parts are written`;
}

interface OnPriorityProps {
  review: Whole<Review>;
  priority: string;
  open: boolean;
  /** What would be published, where it is being written. */
  content: Content | undefined;
}

function OnPriority({ review, priority, open, content }: OnPriorityProps) {
  const { priorities } = useReviews();
  const body = priorities.find(({ id }) => id === priority)?.body;
  if (!body) return null;
  const { title, thread } = body;
  return (
    <section class={`stack review-priority ${threadClass(thread)}`} aria-labelledby={`priority-${priority}`}>
      <h2 id={`priority-${priority}`}>
        <ThreadMark thread={{ title, thread, proposed: false }} /> {title}
      </h2>
      {content && <AgreedOf content={content} thread={thread} />}
      <FiguresAsStood review={review} priority={priority} open={open} />
      {open && <Unanswered priority={priority} />}
      {accountParts.map((part) => (
        <div key={part} class="stack tight">
          <Part review={review.id} priority={priority} part={part} about={title} open={open} />
          <Citations review={review.id} priority={priority} part={part} open={open} />
        </div>
      ))}
    </section>
  );
}

/** Throws a draft away that nobody wants to go on with. */
function Discard({ review: { id, rev } }: { review: Whole<Review> }) {
  const task = useAct();
  const discard = async () => {
    if (!(await task.run([deed(discardReview, { id, rev })]))?.ok) return;
    announce('Thrown away');
    goTo('publish');
  };
  return (
    <>
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <Confirm
        look="quiet"
        ask="Throw this draft away"
        yes="Throw it away"
        no="Keep it"
        busy={task.busy}
        onYes={discard}
      >
        <p>Everything that was written for it goes, from everyone’s devices. The evidence stays in the log.</p>
      </Confirm>
    </>
  );
}
