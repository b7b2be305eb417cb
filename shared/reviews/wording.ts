import type { Record } from '../record.ts';
import type { Citation, Review, Section, SignOff } from './review-kind.ts';

interface Draft {
  review: Record<Review>;
  sections: readonly Record<Section>[];
  citations: readonly Record<Citation>[];
}

/**
 * Which wording of a draft this is: grows with every change to any part of it, so that a signature is to one wording.
 * Records are only ever added, and their `rev` only grows.
 */
export function wordingOf({ review, sections, citations }: Draft): number {
  const mine = [...sections, ...citations].filter(({ body }) => body?.review === review.id);
  return mine.reduce((sum, { rev }) => sum + rev, review.rev);
}

/** What a school last said of a draft, where it is still to this wording. */
export function signatureOf(
  signOffs: readonly Record<SignOff>[],
  { review, school, wording }: { review: string; school: string; wording: number },
): Record<SignOff> | undefined {
  const last = signOffs
    .filter(({ body }) => body?.review === review && body.school === school)
    .reduce<Record<SignOff> | undefined>((newest, one) => (one.seq >= (newest?.seq ?? 0) ? one : newest), undefined);
  return last?.body?.wording === wording ? last : undefined;
}
