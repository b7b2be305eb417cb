import type { Edition, Use } from './edition-kind.ts';
import type { PublicReview } from './public-review.ts';
import { safeFigures } from './safe-figures.ts';
import { safeQuotations } from './safe-quotations.ts';
import { safeWords } from './safe-words.ts';
import type { Draft } from './summarise.ts';

/** Something that was changed before publishing, or that a person has to look at. Each is confirmed by its key. */
export interface Change {
  /** The same wherever it is computed, and another as soon as anything about it is. */
  key: string;
  what: 'withheld' | 'withheld-with-it' | 'shortened' | 'name-removed' | 'look';
  /** In words: which figure, which part. */
  where: string;
  before?: string;
  after?: string;
}

/** What was published before, withdrawn or not: it was seen. */
export type Earlier = Pick<Edition, 'frozen' | 'uses'>;

/** A review that is safe to publish, where records' words stand in it, and what was changed for that. */
export interface Safe {
  review: PublicReview;
  uses: Use[];
  changes: Change[];
}

/**
 * Makes a draft safe to publish, and says everything that this changes: figures of few pupils are withheld, and with
 * them what would give them away, beside what was published before; quotations are shortened as their licence asks;
 * staff who did not agree are not named. What may be pupils' data is pointed out: a person looks at it.
 */
export function safeToPublish(draft: Draft, earlier: readonly Earlier[]): Safe {
  const figures = safeFigures(draft, earlier);
  const quotations = safeQuotations(figures.review);
  const words = safeWords(quotations.review, draft.unnamed);
  const { uses } = figures;
  return { review: words.review, uses, changes: [...figures.changes, ...quotations.changes, ...words.changes] };
}
