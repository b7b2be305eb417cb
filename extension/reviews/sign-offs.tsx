import type { School } from '../../shared/cluster/schools.ts';
import { linkToThing } from '../../shared/priorities/one-thing.ts';
import type { Review } from '../../shared/reviews/review-kind.ts';
import { signatureOf } from '../../shared/reviews/wording.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { When } from '../ui/when.tsx';
import { reviewTitle } from './review-words.ts';
import { Sign } from './sign.tsx';
import { nameOf, schoolsHere, schoolsOfMine, useReviews, type Whole } from './use-reviews.ts';

/** Each school that takes part, and what its head says of the review as it is worded now. */
export function SignOffs({ review, wording }: { review: Whole<Review>; wording: number }) {
  const scene = useReviews();
  const mine = new Set(schoolsOfMine(scene).map(({ id }) => id));
  const schools = schoolsHere(scene).map((school) => ({
    school,
    word: signatureOf(scene.signOffs, { review: review.id, school: school.id, wording })?.body ?? undefined,
    before: scene.signOffs.some(({ body }) => body.review === review.id && body.school === school.id),
  }));
  const signed = schools.filter(({ word }) => word).length;
  return (
    <section class="stack" aria-labelledby="signed-title">
      <h2 id="signed-title">Signed by every school</h2>
      <p>
        {signed === schools.length
          ? 'Every school has signed it as it is worded.'
          : `${signed} of ${schools.length} schools have signed it as it is worded.`}{' '}
        <span class="soft">
          Whoever changes a word of it after that, or a value, a priority or a quotation that is in it, asks for the
          signatures again.
        </span>
      </p>
      <ul class="stack">
        {schools.map(({ school, word, before }) => (
          <li key={school.id} class="stack tight">
            <p>
              <span aria-hidden="true">{word ? '✓' : '·'}</span> <b>{school.body.name}</b>{' '}
              {word ? (
                <span class="soft small">
                  {word.how === 'signed' ? 'signed' : 'signed with a reservation'} · {nameOf(scene, word.by)} ·{' '}
                  <When at={word.at} />
                </span>
              ) : (
                <span class="soft small">{before ? 'signed an earlier wording' : 'not yet'}</span>
              )}
            </p>
            {word?.text && <p class="story-words piece">{word.text}</p>}
            {mine.has(school.id) ? (
              <Sign review={review} school={school} wording={wording} word={word} />
            ) : (
              !word && (
                <div class="row no-print">
                  <CopyButton
                    text={asking(scene.address, review, school)}
                  >{`Copy a message to ${school.body.name}`}</CopyButton>
                </div>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A message that asks a school to sign, with the link that opens only that. */
const asking = (address: string, { id, body }: Whole<Review>, school: Whole<School>): string =>
  [
    `${reviewTitle(body)}: please read it and sign for ${school.body.name}, or say what you do not share. On a phone it takes a few minutes.`,
    linkToThing(address, { what: 'sign', review: id, school: school.id }),
  ].join('\n');
