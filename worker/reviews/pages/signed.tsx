/** @jsxImportSource hono/jsx */
import type { PublicReview } from '../../../shared/reviews/public-review.ts';
import { count, Day, listed, Paragraphs } from './words.tsx';

type Signed = PublicReview['signed'];

const howWords = {
  signed: 'Signed off',
  reservation: 'Signed off, with a reservation',
  absent: 'Did not sign off',
} as const;

/** Who stands behind a review, in a sentence. */
export function signedWords(signed: Signed): string {
  const many = (how: keyof typeof howWords) => signed.filter((one) => one.how === how).length;
  const parts = [
    many('signed') > 0 && `${count(many('signed'), 'school')} signed off`,
    many('reservation') > 0 && `${count(many('reservation'), 'school')} signed off with a reservation`,
    many('absent') > 0 && `${count(many('absent'), 'school')} did not sign off`,
  ].filter((one) => one !== false);
  return listed(parts);
}

/** Each school with what it said of the review, and the way to its own page. */
export function SignedList({
  review,
  base,
  links,
  only = 'all',
}: {
  review: PublicReview;
  /** Where the edition is. */
  base: string;
  /** Whether a sheet for the gate is made of it: only of what stands now. */
  links: { sheets: string | undefined };
  /** All schools, or those with a reservation. */
  only?: 'all' | 'reservations';
}) {
  return (
    <ul class="list short">
      {review.schools.map(({ urn, name }) => {
        const said = review.signed.find((one) => one.urn === urn);
        if (only === 'reservations' && said?.how !== 'reservation') return null;
        return (
          <li>
            <b>{name}</b>
            <div class="mid soft">
              {said ? howWords[said.how] : 'Has not said yet'}
              {said?.name && ` by ${said.name}`}
              {said?.at !== undefined && (
                <>
                  {' '}
                  on <Day at={said.at} />
                </>
              )}
              {' · '}
              <a href={`${base}/school/${urn}`} aria-label={`its figures: ${name}`}>
                its figures
              </a>
              {links.sheets && (
                <>
                  {' · '}
                  <a href={`${links.sheets}/sheet/${urn}`} aria-label={`sheet for the gate: ${name}`}>
                    sheet for the gate
                  </a>
                </>
              )}
            </div>
            {said?.text && (
              <blockquote>
                <Paragraphs text={said.text} />
              </blockquote>
            )}
          </li>
        );
      })}
    </ul>
  );
}
