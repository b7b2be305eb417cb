/** @jsxImportSource hono/jsx */
import type { PublicReview } from '../../../shared/reviews/public-review.ts';
import type { Site } from './addresses.ts';
import { pageOf } from './frame.tsx';
import { SignedList, signedWords } from './signed.tsx';
import { Values } from './values.tsx';
import { periodWords } from './words.tsx';

/** What pages of a part of an edition are made of. */
export interface PartOptions {
  site: Site;
  review: PublicReview;
  /** The edition's own address. */
  base: string;
  /** Whether it is the one that stands. */
  stands: boolean;
}

/** The schools of an edition: what each said of it, and the way to its figures. */
export function schoolsPage({ site, review, base, stands }: PartOptions): string {
  return pageOf({
    site,
    title: 'Who stands behind it',
    description: `The schools of ${review.partnership.name}, and what each said of the review.`,
    path: `${base}/schools`,
    current: 'review',
    children: (
      <>
        <h1>Who stands behind it</h1>
        <p class="facts">
          A part of <a href={base}>our review of {periodWords(review.period)}</a>. {signedWords(review.signed)}.
        </p>
        <SignedList review={review} base={base} links={{ sheets: stands ? base : undefined }} />
        {review.how.values.length > 0 && (
          <section class="part" aria-labelledby="how">
            <h2 id="how">How we work together</h2>
            <Values values={review.how.values} words={true} />
          </section>
        )}
      </>
    ),
  });
}
