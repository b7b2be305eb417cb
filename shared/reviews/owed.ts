import { takesPart } from '../cluster/schools.ts';
import type { Period } from '../priorities/period-parts.ts';
import type { Record } from '../record.ts';
import { known } from './known.ts';
import type { Review, SignOff } from './review-kind.ts';
import type { ContentLists } from './scene.ts';
import { unwrittenOf } from './unwritten.ts';
import { signatureOf, wordingOf } from './wording.ts';

/** A school's word on a draft that is wholly written, and that it has not signed as it is worded. */
export interface SignOffOwed {
  review: string;
  period: Period;
  school: string;
  wording: number;
}

interface Drafts extends ContentLists {
  reviews: readonly Record<Review>[];
  signOffs: readonly Record<SignOff>[];
}

/** Which sign-offs are owed, school by school. A draft that is still being written is not asked about. */
export function signOffsOwed(drafts: Drafts): SignOffOwed[] {
  const { sections, signOffs, priorities } = drafts;
  const schools = known(drafts.schools).filter(takesPart);
  return known(drafts.reviews).flatMap((review) => {
    const { state, period } = review.body;
    if (state !== 'draft' && state !== 'correcting') return [];
    if (unwrittenOf({ review, sections, priorities }).length > 0) return [];
    const wording = wordingOf({ ...drafts, review });
    return schools
      .filter(({ id: school }) => !signatureOf(signOffs, { review: review.id, school, wording }))
      .map(({ id: school }) => ({ review: review.id, period, school, wording }));
  });
}
