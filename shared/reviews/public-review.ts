import * as z from 'zod/mini';
import { directions, units } from '../priorities/indicator.ts';
import { statuses } from '../priorities/reading.ts';
import { askedAs, askers } from './question-kind.ts';
import { accountParts } from './review-kind.ts';

// What leaves the cluster: words and figures that were published, and no id, note or name besides. The public pages are
// made of these alone.

const text = (most: number) => z.string().check(z.maxLength(most));
const Time = z.number();
const Urn = text(8);

/** A figure that may be read: `withheld` is too small to tell, or would tell of one that is. */
const Value = z.union([z.number(), z.enum(['withheld', 'not-produced', 'series-break'])]);

const Figure = z.strictObject({
  period: text(40),
  value: Value,
  breaks: z.optional(z.boolean()),
  status: z.optional(z.enum(statuses)),
});

const SchoolFigures = z.strictObject({
  urn: Urn,
  baseline: z.optional(text(40)),
  points: z.array(Figure).check(z.maxLength(60)),
  own: z.optional(z.strictObject({ period: text(40), value: z.number() })),
  stretch: z.optional(z.strictObject({ period: text(40), value: z.number(), contribution: text(1000) })),
});

const PublicIndicator = z.strictObject({
  name: text(160),
  unit: z.enum(units),
  direction: z.enum(directions),
  about: text(300),
  source: z.optional(z.strictObject({ url: text(2000), title: text(300) })),
  schools: z.array(SchoolFigures).check(z.maxLength(200)),
  /** All schools together, where a sum means something and gives nothing away. */
  totals: z.optional(
    z.array(z.strictObject({ period: text(40), value: Value, schools: z.number() })).check(z.maxLength(60)),
  ),
});

const PublicEvidence = z.strictObject({
  /** Its number in the review, from 1: `#e3`. */
  n: z.number(),
  part: z.enum(accountParts),
  stance: z.optional(z.enum(['supports', 'challenges', 'context'])),
  quote: z.optional(text(1200)),
  /** Whether the quotation was shortened for publication. */
  shortened: z.optional(z.boolean()),
  /** A figure or a table's caption, as text. */
  figure: z.optional(text(600)),
  /** Something seen ourselves: how, and on which day. */
  seen: z.optional(z.strictObject({ how: text(20), on: z.optional(text(10)) })),
  source: z.optional(
    z.strictObject({
      url: z.optional(text(2000)),
      title: text(500),
      publisher: z.optional(text(200)),
      author: z.optional(text(300)),
      published: z.optional(text(10)),
      licence: z.optional(text(200)),
      page: z.optional(text(20)),
    }),
  ),
});

const PublicPriority = z.strictObject({
  /** The same in every edition and in questions: `p1`. It says nothing of the record's id. */
  key: text(8),
  thread: z.number(),
  title: text(300),
  description: z.optional(text(4000)),
  alone: z.optional(text(4000)),
  starts: z.optional(text(10)),
  review: z.optional(text(10)),
  agreed: z.optional(Time),
  parts: z.array(z.strictObject({ part: z.enum(accountParts), text: text(1500) })),
  indicators: z.array(PublicIndicator).check(z.maxLength(12)),
  evidence: z.array(PublicEvidence).check(z.maxLength(12)),
  /** Challenges in the log that nobody answered before this was published. */
  unanswered: z.number(),
  /** How much of the evidence in the log supports it, challenges it, or gives its context. */
  log: z.strictObject({ supports: z.number(), challenges: z.number(), context: z.number() }),
});

const PublicSignOff = z.strictObject({
  urn: Urn,
  how: z.enum(['signed', 'reservation', 'absent']),
  text: z.optional(text(1500)),
  /** Only of somebody who agreed to be named. */
  name: z.optional(text(160)),
  at: z.optional(Time),
});

const PublicReviewBody = z.strictObject({
  v: z.literal(1),
  partnership: z.strictObject({ name: text(160), word: text(20), demo: z.optional(z.boolean()) }),
  schools: z.array(z.strictObject({ urn: Urn, name: text(160) })).check(z.maxLength(200)),
  period: text(40),
  edition: z.number(),
  published: Time,
  asAt: Time,
  summary: z.optional(text(1500)),
  why: z.optional(text(2000)),
  how: z.strictObject({
    values: z.array(z.strictObject({ title: text(120), adopt: z.array(text(300)), refuse: z.array(text(300)) })),
    together: z.optional(text(1500)),
  }),
  what: z.array(PublicPriority).check(z.maxLength(6)),
  signed: z.array(PublicSignOff),
  /** Of a later edition: what was put right, in words, and where it differs from the one before. */
  changed: z.optional(z.strictObject({ note: text(1500), where: z.array(text(300)).check(z.maxLength(60)) })),
});

/** A published review: everything that its public pages show of it. */
export type PublicReview = z.infer<typeof PublicReviewBody>;
export type PublicPriority = z.infer<typeof PublicPriority>;
export type PublicIndicator = z.infer<typeof PublicIndicator>;
export type PublicEvidence = z.infer<typeof PublicEvidence>;
export const PublicReview: z.ZodMiniType<PublicReview> = PublicReviewBody;

const PublicQuestionBody = z.strictObject({
  v: z.literal(1),
  /** By its key: what it is called, the standing says. Rows of before have a title beside it, which is not read. */
  about: z.optional(z.strictObject({ key: text(8), title: z.optional(text(300)) })),
  who: z.enum(askers),
  how: z.enum(askedAs),
  from: z.optional(z.strictObject({ name: text(160), url: text(2000) })),
  asked: text(2000),
  /** Days since 1970-01-01 in UTC as ISO 8601: the hour is nobody's business. */
  askedOn: text(10),
  answer: text(4000),
  answeredOn: text(10),
  editedOn: z.optional(text(10)),
  changed: z.optional(text(1500)),
});

/** A question with its answer, as published. */
export type PublicQuestion = z.infer<typeof PublicQuestionBody>;
export const PublicQuestion: z.ZodMiniType<PublicQuestion> = PublicQuestionBody;

const PublicStandingBody = z.strictObject({
  v: z.literal(1),
  name: text(160),
  word: text(20),
  demo: z.optional(z.boolean()),
  schools: z
    .array(
      z.strictObject({
        urn: Urn,
        name: text(160),
        /** Whom to reach there when worried about a child. */
        phone: z.optional(text(40)),
        email: z.optional(text(200)),
        url: z.optional(text(2000)),
      }),
    )
    .check(z.maxLength(200)),
  /** What can be asked about. */
  priorities: z.array(z.strictObject({ key: text(8), thread: z.number(), title: text(300) })),
  /** Whether questions are taken. */
  open: z.boolean(),
  questions: z.strictObject({
    asked: z.number(),
    answered: z.number(),
    declined: z.number(),
    /** Passed to a safeguarding lead. They count as neither answered nor declined. */
    passed: z.number(),
    waiting: z.number(),
    /** Days from question to answer, at the median; absent where none was answered. */
    days: z.optional(z.number()),
  }),
});

/** What the public page says of the partnership besides its reviews; the form for questions is made of it. */
export type PublicStanding = z.infer<typeof PublicStandingBody>;
export const PublicStanding: z.ZodMiniType<PublicStanding> = PublicStandingBody;
