import type { Use } from './edition-kind.ts';
import { valueAt, withValue } from './pointer.ts';
import type { PublicReview } from './public-review.ts';

/** Leaves points out of their lists, by where their values stand; what is used of the others moves up. */
export function withoutPoints(
  given: PublicReview,
  uses: readonly Use[],
  gone: readonly string[],
): { review: PublicReview; uses: Use[] } {
  const lists = new Map<string, Set<number>>();
  for (const at of gone) {
    const { list, index } = placeOf(at);
    lists.set(list, (lists.get(list) ?? new Set()).add(index));
  }
  let review = given;
  for (const [list, out] of lists) {
    const points = (valueAt(review, list) ?? []) as unknown[];
    review = withValue(
      review,
      list,
      points.filter((_, i) => !out.has(i)),
    );
  }
  const moved = uses.flatMap(({ ref, at }): Use[] => {
    const { list, index } = placeOf(at);
    const out = lists.get(list);
    if (!out) return [{ ref, at }];
    if (out.has(index)) return [];
    const before = [...out].filter((one) => one < index).length;
    return [{ ref, at: `${list}/${index - before}/value` }];
  });
  return { review, uses: moved };
}

/** The list in which a value stands, and its place there: of `…/points/3/value`. */
function placeOf(at: string): { list: string; index: number } {
  const parts = at.split('/');
  return { list: parts.slice(0, -2).join('/'), index: Number(parts.at(-2)) };
}
