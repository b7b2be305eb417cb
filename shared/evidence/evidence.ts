import * as z from 'zod/mini';
import { type Context, defineAction } from '../action.ts';
import { line } from '../cluster/cluster.ts';
import { Hash, Id } from '../ids.ts';
import { Priority } from '../priorities/priority.ts';
import { fail, ok, type Result } from '../problem.ts';
import { defineKind } from '../record.ts';
import type { Passage } from './quote.ts';

/** Where something was read. */
export interface Source {
  url: string;
  title: string;
}

export interface Evidence {
  passages: Passage[];
  source?: Source;
  /** An image that was clipped, by the hash of its blob, with its alternative text. */
  image?: { blob: string; alt: string };
  note: string;
  tags: string[];
  /** The priorities that it bears on; none is a fine answer. */
  priorities: string[];
  by: string;
  /** When it reached the log, by the server's clock. */
  at: number;
}

export const Evidence = defineKind<Evidence>('evidence');

const longest = { quote: 20_000, note: 10_000 };

const PassageBody = z.strictObject({
  exact: z.string().check(z.minLength(1), z.maxLength(longest.quote)),
  prefix: z.string().check(z.maxLength(200)),
  suffix: z.string().check(z.maxLength(200)),
  start: z.number().check(z.int(), z.nonnegative()),
  end: z.number().check(z.int(), z.nonnegative()),
});

/** An address that may be opened from the log: never `javascript:` and the like. */
const Address = z.string().check(z.maxLength(2000), z.regex(/^(https?|file):\/\//i));

const words = {
  note: z.string().check(z.maxLength(longest.note)),
  tags: z.array(line(60)).check(z.maxLength(20)),
  priorities: z.array(Id).check(z.maxLength(10)),
};

export const saveEvidence = defineAction({
  name: 'evidence.save',
  capability: 'evidence.save',
  body: z
    .strictObject({
      id: Id,
      passages: z.array(PassageBody).check(z.maxLength(20)),
      source: z.optional(z.strictObject({ url: Address, title: z.string().check(z.maxLength(500)) })),
      image: z.optional(z.strictObject({ blob: Hash, alt: z.string().check(z.maxLength(1000)) })),
      ...words,
    })
    .check(
      z.refine(({ passages, note, image }) => passages.length > 0 || note.trim() !== '' || image !== undefined, {
        path: ['note'],
      }),
    ),
  reads: ({ priorities }) => priorities.map((id) => ({ kind: Priority.kind, id })),
  blobs: ({ image }) => (image ? [image.blob] : []),
  decide({ id, ...body }, context) {
    const known = prioritiesKnown(body.priorities, context);
    if (!known.ok) return known;
    return ok([{ op: 'create', kind: Evidence, id, body: { ...body, by: context.actor.member, at: context.now } }]);
  },
});

export const editEvidence = defineAction({
  name: 'evidence.edit',
  capability: 'evidence.edit',
  body: z.strictObject({
    id: Id,
    rev: z.number().check(z.int(), z.positive()),
    note: z.optional(words.note),
    tags: z.optional(words.tags),
    priorities: z.optional(words.priorities),
  }),
  reads: ({ id, priorities }) => [
    { kind: Evidence.kind, id },
    ...(priorities ?? []).map((priority) => ({ kind: Priority.kind, id: priority })),
  ],
  decide({ id, rev, ...body }, context) {
    const present = context.get(Evidence, id);
    if (!present) return fail('missing', Evidence.kind);
    if (!present.body) return fail('erased', Evidence.kind);
    if (present.body.by !== context.actor.member) return fail('not-yours');
    const known = prioritiesKnown(body.priorities ?? [], context);
    if (!known.ok) return known;
    return ok([{ op: 'patch', kind: Evidence, id, rev, body }]);
  },
});

function prioritiesKnown(ids: readonly string[], { get }: Context): Result<null> {
  for (const id of ids) {
    const priority = get(Priority, id);
    if (!priority) return fail('missing', Priority.kind);
    if (!priority.body) return fail('erased', Priority.kind);
  }
  return ok(null);
}
