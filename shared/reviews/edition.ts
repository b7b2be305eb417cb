import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { removedWords } from '../cluster/redact.ts';
import { Id } from '../ids.ts';
import { Indicator } from '../priorities/indicator.ts';
import { Priority } from '../priorities/priority.ts';
import { Reading } from '../priorities/reading.ts';
import { fail, ok } from '../problem.ts';
import { keyOf, type Ref } from '../record.ts';
import { Edition, type Use } from './edition-kind.ts';
import { valueAt, withValue } from './pointer.ts';
import type { PublicEvidence, PublicReview } from './public-review.ts';
import { Review } from './review-kind.ts';

const Refs = z
  .array(
    z.strictObject({
      kind: z.string().check(z.minLength(1), z.maxLength(40)),
      id: z.string().check(z.minLength(1), z.maxLength(64)),
    }),
  )
  .check(z.minLength(1), z.maxLength(200));

/** Takes the words of records out of a published review, wherever they stand. The Worker does it, edition by edition. */
export const redactEdition = defineAction({
  name: 'edition.redact',
  capability: 'edition.redact',
  body: z.strictObject({ edition: Id, refs: Refs }),
  reads: ({ edition }) => [{ kind: Edition.kind, id: edition }],
  decide({ edition, refs }, { get }) {
    const present = get(Edition, edition);
    if (!present) return fail('missing', Edition.kind);
    if (!present.body) return fail('erased', Edition.kind);
    const { rev, body } = present;
    const frozen = withoutDifferences(withoutWords(body, refs), refs);
    const withdrawn = withoutReason(body, refs);
    // Done before: nothing is carried out anew.
    if (JSON.stringify([frozen, withdrawn]) === JSON.stringify([body.frozen, body.withdrawn])) return ok([]);
    const after = { frozen, ...(withdrawn && { withdrawn }), stamp: body.stamp + 1 };
    return ok([{ op: 'patch', kind: Edition, id: edition, rev, body: after }]);
  },
});

/** Kinds whose words or figures stand where an edition says how it differs from the one before. */
const told: ReadonlySet<string> = new Set([Priority, Indicator, Reading].map(({ kind }) => kind));

/** Whether words of a kind may stand among the differences of an edition, even where nothing else of it does. */
export const isToldOf = ({ kind }: Ref): boolean => told.has(kind);

/** All of the differences go: a line of them may have the words of several records. */
const withoutDifferences = (review: PublicReview, refs: readonly Ref[]): PublicReview =>
  review.changed && refs.some(isToldOf) ? { ...review, changed: { ...review.changed, where: [] } } : review;

/** The note in the place of a withdrawn edition: its reason is the review's. */
const withoutReason = ({ review, withdrawn }: Edition, refs: readonly Ref[]): Edition['withdrawn'] =>
  withdrawn && refs.some(({ kind, id }) => kind === Review.kind && id === review)
    ? { ...withdrawn, reason: removedWords }
    : withdrawn;

/** Says that the public page shows an edition as its stamp has it. The Worker does it. */
export const carriedEdition = defineAction({
  name: 'edition.carried',
  capability: 'edition.carried',
  body: z.strictObject({
    edition: Id,
    stamp: z.number().check(z.int(), z.positive()),
    at: z.number().check(z.int()),
  }),
  reads: ({ edition }) => [{ kind: Edition.kind, id: edition }],
  decide({ edition, stamp, at }, { get }) {
    const present = get(Edition, edition);
    if (!present) return fail('missing', Edition.kind);
    if (!present.body) return fail('erased', Edition.kind);
    const { rev, body } = present;
    if (stamp > body.stamp) return fail('not-fitting', 'stamp');
    if (stamp <= (body.carried ?? 0)) return ok([]);
    return ok([{ op: 'patch', kind: Edition, id: edition, rev, body: { carried: stamp, carriedAt: at } }]);
  },
});

/** Whether any of these records' words stand in an edition. */
export function usesAny({ uses }: Pick<Edition, 'uses'>, refs: readonly Ref[]): boolean {
  const keys = new Set(refs.map(keyOf));
  return uses.some(({ ref }) => keys.has(keyOf(ref)));
}

/** A published review in which the words of some records are taken out. */
export function withoutWords({ frozen, uses }: Pick<Edition, 'frozen' | 'uses'>, refs: readonly Ref[]): PublicReview {
  const keys = new Set(refs.map(keyOf));
  return uses.filter(({ ref }) => keys.has(keyOf(ref))).reduce(without, frozen);
}

function without(review: PublicReview, { at }: Use): PublicReview {
  const there = valueAt(review, at);
  if (there === undefined) return review;
  // Nobody is named 'removed': their name goes.
  if (/^\/signed\/\d+\/name$/.test(at)) return withValue(review, at, undefined);
  if (typeof there === 'string' && !at.endsWith('/value')) return withValue(review, at, removedWords);
  if (typeof there === 'object') {
    const { n, part } = there as PublicEvidence;
    return withValue(review, at, { n, part, quote: removedWords });
  }
  return withoutFigure(review, at);
}

/** A figure goes together with the total that it is in. */
function withoutFigure(review: PublicReview, at: string): PublicReview {
  const [, what, p, indicators, i, , , points, k] = at.split('/');
  const indicator = `/${what}/${p}/${indicators}/${i}`;
  const school = at.split('/').slice(0, 7).join('/');
  const period = valueAt(review, `${school}/${points}/${k}/period`);
  const totals = (valueAt(review, `${indicator}/totals`) ?? []) as { period: string }[];
  const its = totals.findIndex((total) => total.period === period);
  const bare = withValue(review, at, 'withheld');
  return its < 0 ? bare : withValue(bare, `${indicator}/totals/${its}/value`, 'withheld');
}
