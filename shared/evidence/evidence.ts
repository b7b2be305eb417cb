import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { Day, line } from '../cluster/text.ts';
import { Hash, Id } from '../ids.ts';
import { Priority } from '../priorities/priority-kind.ts';
import { fail, ok, type Result } from '../problem.ts';
import { defineKind } from '../record.ts';
import { type SourceKind, sourceKinds } from './page-source.ts';
import type { Passage } from './quote.ts';
import { type Table, TableBody } from './table.ts';
import { holdsUpn } from './upn-shape.ts';

/** What a piece of evidence says to its priorities. */
export const stances = ['supports', 'challenges', 'context'] as const;
export type Stance = (typeof stances)[number];

/** What was clipped, each kept as what it is. */
export const clipKinds = ['quote', 'page', 'link', 'image', 'list', 'seen'] as const;
export type ClipKind = (typeof clipKinds)[number];

/** How something was seen or heard ourselves. */
export const seenHow = ['visit', 'lesson', 'pupils', 'families', 'other'] as const;
export type SeenHow = (typeof seenHow)[number];

/** Where a passage of a PDF stands: W3C's FragmentSelector by `#page=` (RFC 8118), and what is printed on the page. */
export interface OnPage {
  /** From 1. */
  page?: number | undefined;
  label?: string | undefined;
}

/** Where something was read, as far as the page says it. */
export interface Source {
  url: string;
  title: string;
  site?: string | undefined;
  author?: string | undefined;
  /** ISO 8601, as exact as the page is: `2025`, `2025-11` or `2025-11-04`. */
  published?: string | undefined;
  updated?: string | undefined;
  kind?: SourceKind | undefined;
  publisher?: string | undefined;
  /** As `parseDoi` writes it. */
  doi?: string | undefined;
  /** Of the school or setting that the page is about. */
  urn?: string | undefined;
  /** Absent is open. What is refused is not kept at all. */
  access?: 'open' | 'restricted' | undefined;
  licence?: string | undefined;
  /** Of a file: the same wherever it is kept, another for other words (see extension/reader/fingerprint.ts). */
  fingerprint?: string | undefined;
}

export interface Evidence {
  /** Absent on what older builds saved: a quote, or a note. */
  what?: ClipKind | undefined;
  /** The words, in their order; of a list, one an item. */
  passages: (Passage & OnPage)[];
  source?: Source;
  /** A link that was clipped: where it leads and what it says. */
  link?: { url: string; text: string };
  /** Something seen or heard ourselves: how, and on which day (ISO 8601). */
  seen?: { how: SeenHow; on?: string | undefined };
  stance?: Stance | null;
  /** An image that was clipped, by the hash of its blob, with its alternative text. */
  image?: { blob: string; alt: string };
  /**
   * A table, or one figure with its headers. It is a field and no clip kind: an older Worker holds back a field that it
   * does not know until it is updated, and would refuse a kind.
   */
  table?: Table;
  note: string;
  tags: string[];
  /** The priorities that it bears on; none is a fine answer. */
  priorities: string[];
  by: string;
  /** When it reached the log, by the server's clock. */
  at: number;
  /** How often its note was worded anew: what was weighed is one wording. Absent is 0. */
  wording?: number;
  /** When its author last changed it. */
  edited?: number;
  /** When its author withdrew it; `null` where it was reinstated. */
  withdrawn?: number | null;
}

export const Evidence = defineKind<Evidence>('evidence');

/** Whether its author has withdrawn it. It stays in the log, set aside. */
export const isWithdrawn = ({ withdrawn }: Pick<Evidence, 'withdrawn'>): boolean => typeof withdrawn === 'number';

const longest = { quote: 20_000, note: 10_000 };

const PassageBody = z.strictObject({
  exact: z.string().check(z.minLength(1), z.maxLength(longest.quote)),
  prefix: z.string().check(z.maxLength(200)),
  suffix: z.string().check(z.maxLength(200)),
  start: z.number().check(z.int(), z.nonnegative()),
  end: z.number().check(z.int(), z.nonnegative()),
  page: z.optional(z.number().check(z.int(), z.positive())),
  label: z.optional(z.string().check(z.maxLength(20))),
});

/** An address that may be opened from the log: never `javascript:` and the like. */
const Address = z.string().check(z.maxLength(2000), z.regex(/^(https?|file):\/\//i));

/** A day, a month or a year, as ISO 8601 writes them. */
const PartialDate = z.string().check(z.maxLength(10), z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));

const SourceBody = z.strictObject({
  url: Address,
  title: z.string().check(z.maxLength(500)),
  site: z.optional(z.string().check(z.maxLength(200))),
  author: z.optional(z.string().check(z.maxLength(300))),
  published: z.optional(PartialDate),
  updated: z.optional(PartialDate),
  kind: z.optional(z.enum(sourceKinds)),
  publisher: z.optional(z.string().check(z.maxLength(200))),
  doi: z.optional(z.string().check(z.maxLength(200), z.regex(/^10\.\d{4,9}[^\s]*\/\S+$/))),
  urn: z.optional(z.string().check(z.maxLength(8), z.regex(/^[A-Z]{0,2}\d{5,7}$/))),
  access: z.optional(z.enum(['open', 'restricted'])),
  licence: z.optional(z.string().check(z.maxLength(100))),
  fingerprint: z.optional(z.string().check(z.maxLength(200))),
});

const words = {
  note: z.string().check(z.maxLength(longest.note)),
  tags: z.array(line(60)).check(z.maxLength(20)),
  priorities: z.array(Id).check(z.maxLength(10)),
};

const At = { id: Id, rev: z.number().check(z.int(), z.positive()) };

interface Kept {
  what?: ClipKind | undefined;
  passages: readonly unknown[];
  source?: unknown;
  link?: unknown;
  seen?: unknown;
  image?: unknown;
  table?: unknown;
  note: string;
}

/** Whether it holds anything, and what its kind says that it holds. */
function isWhole({ what, passages, source, link, seen, image, table, note }: Kept): boolean {
  if (what === 'page') return source !== undefined;
  if (what === 'link') return link !== undefined;
  if (what === 'image') return image !== undefined;
  if (what === 'list') return passages.length > 0;
  if (what === 'seen') return seen !== undefined && note.trim() !== '';
  return passages.length > 0 || note.trim() !== '' || image !== undefined || table !== undefined;
}

export const saveEvidence = defineAction({
  name: 'evidence.save',
  capability: 'evidence.save',
  body: z
    .strictObject({
      id: Id,
      passages: z.array(PassageBody).check(z.maxLength(20)),
      what: z.optional(z.enum(clipKinds)),
      source: z.optional(SourceBody),
      link: z.optional(z.strictObject({ url: Address, text: z.string().check(z.maxLength(500)) })),
      seen: z.optional(z.strictObject({ how: z.enum(seenHow), on: z.optional(Day) })),
      stance: z.optional(z.enum(stances)),
      image: z.optional(z.strictObject({ blob: Hash, alt: z.string().check(z.maxLength(1000)) })),
      table: z.optional(TableBody),
      ...words,
    })
    .check(z.refine(isWhole, { path: ['note'] })),
  reads: ({ priorities }) => priorities.map((id) => ({ kind: Priority.kind, id })),
  blobs: ({ image }) => (image ? [image.blob] : []),
  decide({ id, ...body }, context) {
    if (holdsUpn(body)) return fail('pupil-number');
    const known = prioritiesKnown(body.priorities, context);
    if (!known.ok) return known;
    return ok([{ op: 'create', kind: Evidence, id, body: { ...body, by: context.actor.member, at: context.now } }]);
  },
});

export const editEvidence = defineAction({
  name: 'evidence.edit',
  capability: 'evidence.edit',
  body: z.strictObject({
    ...At,
    note: z.optional(words.note),
    tags: z.optional(words.tags),
    priorities: z.optional(words.priorities),
    stance: z.optional(z.nullable(z.enum(stances))),
  }),
  reads: ({ id, priorities }) => [
    { kind: Evidence.kind, id },
    ...(priorities ?? []).map((priority) => ({ kind: Priority.kind, id: priority })),
  ],
  decide({ id, rev, ...body }, context) {
    if (holdsUpn(body)) return fail('pupil-number');
    const present = ownEvidence(id, context);
    if (!present.ok) return present;
    const known = prioritiesKnown(body.priorities ?? [], context);
    if (!known.ok) return known;
    const anew = body.note !== undefined && body.note !== present.value.note;
    const wording = anew ? { wording: (present.value.wording ?? 0) + 1 } : {};
    return ok([{ op: 'patch', kind: Evidence, id, rev, body: { ...body, ...wording, edited: context.now } }]);
  },
});

export const withdrawEvidence = defineAction({
  name: 'evidence.withdraw',
  capability: 'evidence.edit',
  body: z.strictObject(At),
  reads: ({ id }) => [{ kind: Evidence.kind, id }],
  decide({ id, rev }, context) {
    const present = ownEvidence(id, context);
    if (!present.ok) return present;
    return ok([{ op: 'patch', kind: Evidence, id, rev, body: { withdrawn: context.now } }]);
  },
});

export const reinstateEvidence = defineAction({
  name: 'evidence.reinstate',
  capability: 'evidence.edit',
  body: z.strictObject(At),
  reads: ({ id }) => [{ kind: Evidence.kind, id }],
  decide({ id, rev }, context) {
    const present = ownEvidence(id, context);
    if (!present.ok) return present;
    return ok([{ op: 'patch', kind: Evidence, id, rev, body: { withdrawn: null } }]);
  },
});

/** What the actor saved. Colleagues' evidence is answered, never changed. */
function ownEvidence(id: string, { get, actor }: Context): Result<Evidence> {
  const present = get(Evidence, id);
  if (!present) return fail('missing', Evidence.kind);
  if (!present.body) return fail('erased', Evidence.kind);
  return present.body.by === actor.member ? ok(present.body) : fail('not-yours');
}

function prioritiesKnown(ids: readonly string[], { get }: Context): Result<null> {
  for (const id of ids) {
    const priority = get(Priority, id);
    if (!priority) return fail('missing', Priority.kind);
    if (!priority.body) return fail('erased', Priority.kind);
  }
  return ok(null);
}
