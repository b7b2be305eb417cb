import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import type { Edition } from '../../shared/reviews/edition-kind.ts';
import { pathOfPeriod } from '../../shared/reviews/period-path.ts';
import { ceaseReview, correctReview } from '../../shared/reviews/review.ts';
import type { Review } from '../../shared/reviews/review-kind.ts';
import { withdrawReview } from '../../shared/reviews/withdraw.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Alert, Notice } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { When } from '../ui/when.tsx';
import { lookFirst, usePublicLooks } from './public-looks.tsx';
import { reviewAdvice } from './review-words.ts';
import { nameOf, publicLink, schoolsHere, useReviews, type Whole } from './use-reviews.ts';

/** What was published of a review: where it is, its editions, and the ways to put it right or to withdraw it. */
export function Editions({ review }: { review: Whole<Review> }) {
  const scene = useReviews();
  const task = useAct();
  const { id, rev, body } = review;
  const editions = scene.editions.filter((one) => one.body.review === id).sort((a, b) => b.body.n - a.body.n);
  const newest = editions[0];
  if (!newest) return null;
  const path = pathOfPeriod(body.period) ?? '';
  const link = publicLink(scene, path);
  const there = newest.body.carried !== undefined;
  const step = async (done: string, action: typeof correctReview | typeof ceaseReview) => {
    if ((await task.run([deed(action, { id, rev })]))?.ok) announce(done);
  };
  return (
    <section class="stack" aria-labelledby="editions-title">
      <h2 id="editions-title">What is public</h2>
      {body.state === 'withdrawn' && body.withdrawn ? (
        <Notice>
          <p>
            Withdrawn by {nameOf(scene, body.withdrawn.by)}, <When at={body.withdrawn.at} />. A note stands in its
            place:
          </p>
          <p class="story-words">{body.withdrawn.reason}</p>
        </Notice>
      ) : there ? (
        <>
          <p>
            <a href={link} target="_blank" rel="noreferrer">
              {link}
            </a>
          </p>
          <div class="row no-print">
            <CopyButton text={link}>Copy the address</CopyButton>
          </div>
          <Sheets path={path} />
        </>
      ) : (
        <p role="status">It is on its way to its page. This takes a moment, or as long as the server needs.</p>
      )}
      <ul class="stack tight">
        {editions.map((edition) => (
          <EditionLine key={edition.id} edition={edition} path={path} gone={body.state === 'withdrawn'} />
        ))}
      </ul>
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row no-print">
        {can(scene.me, 'review.write') && body.state !== 'correcting' && (
          <Button
            busy={task.busy}
            onPress={() => step('Put it right part by part, then publish again.', correctReview)}
          >
            {body.state === 'withdrawn' ? 'Write it anew' : 'Put something right'}
          </Button>
        )}
        {can(scene.me, 'review.write') && body.state === 'correcting' && (
          <Button look="quiet" busy={task.busy} onPress={() => step('Left as it is', ceaseReview)}>
            Leave it as it is
          </Button>
        )}
      </div>
      {can(scene.me, 'review.publish') && body.state !== 'withdrawn' && (
        <div class="no-print">
          <Disclosure summary="Withdraw it">
            <Withdraw review={review} />
          </Disclosure>
        </div>
      )}
    </section>
  );
}

function EditionLine({ edition: { body }, path, gone }: { edition: Whole<Edition>; path: string; gone: boolean }) {
  const scene = useReviews();
  const note = body.uses.find(({ at }) => at === '/changed/note');
  return (
    <li class="small">
      {gone ? (
        `Edition ${body.n}`
      ) : (
        <a href={publicLink(scene, path, String(body.n))} target="_blank" rel="noreferrer">
          Edition {body.n}
        </a>
      )}{' '}
      <span class="soft">
        {nameOf(scene, body.by)} · <When at={body.at} />
        {body.carried !== body.stamp && ' · its page is being brought up to date'}
      </span>
      {!gone && note && body.frozen.changed && (
        <div class="row no-print">
          <span>{body.frozen.changed.note}</span>
          <RedactButton kind="section" id={note.ref.id} label={`Edition ${body.n}`} words={body.frozen.changed.note} />
        </div>
      )}
    </li>
  );
}

/** The page for governors and the sheet for the gate, school by school. */
function Sheets({ path }: { path: string }) {
  const scene = useReviews();
  return (
    <div class="no-print">
      <Disclosure summary="For each school: a page for governors, a sheet for the gate">
        <ul class="stack tight">
          {schoolsHere(scene).map(({ id, body: { name, urn } }) => (
            <li key={id}>
              {name}:{' '}
              <a href={publicLink(scene, path, 'school', urn)} target="_blank" rel="noreferrer">
                page for governors<span class="unseen"> of {name}</span>
              </a>
              ,{' '}
              <a href={publicLink(scene, path, 'sheet', urn)} target="_blank" rel="noreferrer">
                sheet to print<span class="unseen"> for {name}</span>
              </a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Withdraw({ review: { id, rev } }: { review: Whole<Review> }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const task = useAct();
  const looks = usePublicLooks(reason);
  const withdraw = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || looks.unseen) return;
    if ((await task.run([deed(withdrawReview, { id, rev, reason })]))?.ok) announce('Withdrawn. A note stands there.');
  };
  return (
    <form class="stack prose-width" onSubmit={withdraw} noValidate aria-label="Withdraw the review">
      <TextArea
        label="Why is it withdrawn?"
        hint="The page says what was there and this reason. Every edition goes. To change something, put it right instead."
        rows={3}
        maxLength={1000}
        value={reason}
        onValue={setReason}
        problem={tried && reason.trim() === '' ? 'Say why.' : undefined}
      />
      {looks.notices}
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy} reason={lookFirst(looks)}>
          Withdraw it
        </Button>
      </div>
    </form>
  );
}
