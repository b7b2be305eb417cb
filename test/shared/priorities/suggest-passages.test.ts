import { describe, expect, it } from 'vitest';
import { suggest } from '../../../shared/priorities/suggest.ts';
import { ownSets, type Part } from '../../bench/suggest-corpus.ts';
import { figuresOf } from '../../bench/suggest-score.ts';

/** How it does on the first of our sets of priorities, the kind that partnerships write. */
function figures(part: Part, index: number) {
  const set = ownSets(part)[index];
  if (!set) throw new Error(`There is no set ${index}.`);
  const ranked = set.passages.map(({ text }) =>
    suggest(text, set.priorities).map(({ priorityId, score, suggested }) => ({
      id: priorityId,
      score,
      shown: suggested,
    })),
  );
  return figuresOf(set, ranked);
}

describe('suggestions for passages', () => {
  it('are right where it was not built on them: first 90%, among two 95%, deciding to suggest 0.88', () => {
    const { passages, labelled, first, two, f1 } = figures('unseen', 0);
    expect(passages).toBeGreaterThan(130);
    expect(labelled).toBeGreaterThan(60);
    expect(first).toBeGreaterThanOrEqual(0.9);
    expect(two).toBeGreaterThanOrEqual(0.95);
    expect(f1).toBeGreaterThanOrEqual(0.88);
  });

  it('tell apart priorities that border on each other', () => {
    const { first, two, f1 } = figures('unseen', 1);
    expect(first).toBeGreaterThanOrEqual(0.9);
    expect(two).toBeGreaterThanOrEqual(0.95);
    expect(f1).toBeGreaterThanOrEqual(0.85);
  });

  it('are labelled with priorities that there are', () => {
    for (const part of ['built on', 'unseen'] as const) {
      for (const { priorities, passages } of ownSets(part)) {
        const ids = priorities.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(passages.flatMap((passage) => passage.priorities).filter((id) => !ids.includes(id))).toEqual([]);
        // Each priority is met by some passage, and most passages are none's.
        for (const id of ids)
          expect(
            passages.some((passage) => passage.priorities.includes(id)),
            id,
          ).toBe(true);
      }
    }
  });
});
