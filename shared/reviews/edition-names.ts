import type { Write } from '../action.ts';
import type { Record } from '../record.ts';
import { Edition } from './edition-kind.ts';
import { withValue } from './pointer.ts';
import type { PublicReview } from './public-review.ts';
import { textsOf } from './public-texts.ts';

/**
 * What takes a member out of everything that was published: their name under a sign-off, and in words of the cluster's
 * own, also where the records say something else by now. `nameless` takes the name out of a text. Quotations stay.
 */
export function withoutMember(
  editions: readonly Record<Edition>[],
  member: string,
  nameless: (text: string) => string,
): Write[] {
  return editions.flatMap(({ id, rev, body }): Write[] => {
    if (!body) return [];
    const frozen = namelessIn(unsigned(body, member), nameless);
    const withdrawn = body.withdrawn && { ...body.withdrawn, reason: nameless(body.withdrawn.reason) };
    if (JSON.stringify([frozen, withdrawn]) === JSON.stringify([body.frozen, body.withdrawn])) return [];
    const after = { frozen, ...(withdrawn && { withdrawn }), stamp: body.stamp + 1 };
    return [{ op: 'patch', kind: Edition, id, rev, body: after }];
  });
}

const unsigned = ({ frozen, uses }: Edition, member: string): PublicReview =>
  uses
    .filter(({ ref, at }) => ref.kind === 'member' && ref.id === member && at.endsWith('/name'))
    .reduce((review, { at }) => withValue(review, at, undefined), frozen);

function namelessIn(given: PublicReview, nameless: (text: string) => string): PublicReview {
  const review = textsOf(given)
    .filter(({ ours }) => ours)
    .reduce((made, { at, text, most }) => withValue(made, at, nameless(text).slice(0, most)), given);
  const { changed } = review;
  if (!changed) return review;
  return { ...review, changed: { ...changed, where: changed.where.map((text) => nameless(text).slice(0, 300)) } };
}
