import type { Edition, Use } from './edition-kind.ts';
import type { PublicReview } from './public-review.ts';

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

/** A change with its key: what, where in the review, and a hash of its words, so that other words are another change. */
export function changeAt(at: string, change: Omit<Change, 'key'>): Change {
  const { what, where, before = '', after = '' } = change;
  return { key: `${what}:${at}:${hash(`${where}\n${before}\n${after}`)}`, ...change };
}

/** FNV-1a, 32 bits: tells texts apart, and hides nothing. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
