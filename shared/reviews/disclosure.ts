import type { Earlier, Safe } from './change.ts';
import { safeFigures } from './safe-figures.ts';
import { safeQuotations } from './safe-quotations.ts';
import { safeWords } from './safe-words.ts';
import type { Draft } from './summarise.ts';

export type { Change, Earlier, Safe } from './change.ts';

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
