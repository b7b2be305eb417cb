import { pathOfPeriod } from '../../../shared/reviews/period-path.ts';
import type { PublicReview } from '../../../shared/reviews/public-review.ts';
import type { questions as someQuestions } from './published-many.ts';
import { standingOf } from './published-many.ts';

/** A statement for D1 with what is bound to it. */
export type Row = [sql: string, ...bound: (string | number | null)[]];

interface Published {
  slug: string;
  /** Each as it would be carried; one that was withdrawn has its note in place of words. */
  editions: readonly { review: PublicReview; withdrawn?: { at: number; reason: string } }[];
  questions?: typeof someQuestions;
  /** Whether questions are taken. */
  open?: boolean;
}

/** What the carrier leaves in D1 for a partnership. */
export function rowsOf({ slug, editions, questions = [], open = true }: Published): Row[] {
  const newest = editions.at(-1)?.review;
  if (!newest) throw new Error('Nothing published');
  const standing = { ...standingOf(newest), open };
  return [
    [
      'INSERT INTO partnerships (slug, object, stamp, body) VALUES (?, ?, ?, ?)',
      slug,
      `object of ${slug}`,
      1,
      JSON.stringify(standing),
    ],
    ...editions.map(
      ({ review, withdrawn }): Row => [
        `INSERT INTO editions (id, slug, period, edition, published, withdrawn, reason, stamp, body)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        `${slug} ${review.period} ${review.edition}`,
        slug,
        pathOfPeriod(review.period) ?? '',
        review.edition,
        review.published,
        withdrawn?.at ?? null,
        withdrawn?.reason ?? null,
        1,
        withdrawn ? '' : JSON.stringify(review),
      ],
    ),
    ...questions.map(
      ({ id, question }): Row => [
        'INSERT INTO questions (id, slug, about, answered, stamp, body) VALUES (?, ?, ?, ?, ?, ?)',
        id,
        slug,
        question.about?.key ?? null,
        question.answeredOn,
        1,
        JSON.stringify(question),
      ],
    ),
  ];
}
