import * as z from 'zod/mini';
import { ClusterId, Hash } from '../ids.ts';
import { WireRecord } from '../record.ts';

/**
 * A complete archive of a cluster: its records, its log with what each action touched, and its images. Credentials are
 * not in it: an archive lets nobody in.
 */
export const archiveFormat = { format: 'goldthread-archive', v: 1 } as const;

const Whole = z.number().check(z.int(), z.nonnegative());
/** Ids stand in JSON as they are; kinds and names are words of ours. */
const AnyId = z.string().check(z.regex(/^[0-9a-f-]{1,64}$/));
const Word = z.string().check(z.regex(/^[a-z][a-zA-Z.-]{0,79}$/));
const Ref = z.strictObject({ kind: Word, id: AnyId });

/** Where an archive goes on. */
const After = z.strictObject({
  part: z.enum(['records', 'log', 'blobs']),
  a: z.union([z.string().check(z.maxLength(80)), Whole]),
  b: z.union([z.string().check(z.maxLength(80)), z.number().check(z.int())]),
});
export type ArchiveAfter = z.infer<typeof After>;

/**
 * Asks for a page of the archive. From the second page on it names the sequence number of the first: an archive is of
 * one moment.
 */
export const AskArchive = z.strictObject({ seq: z.optional(Whole), after: z.optional(After) });
export type AskArchive = z.infer<typeof AskArchive>;

/** An action of the log, as it is kept: a body of `null` was erased, and its hash with it. */
const LogEntry = z.strictObject({
  id: AnyId,
  seq: Whole,
  position: Whole,
  name: Word,
  body: z.unknown(),
  hash: z.string().check(z.regex(/^([0-9a-f]{64})?$/)),
  by: z.string().check(z.minLength(1), z.maxLength(64)),
  device: z.nullable(z.string().check(z.maxLength(64))),
  at: z.number().check(z.int()),
  made: z.number().check(z.int()),
  touched: z.array(Ref),
});

/** An image that records stand on. Its bytes travel by themselves. */
const BlobEntry = z.strictObject({ hash: Hash, type: z.string().check(z.maxLength(40)), uses: z.array(Ref) });

const parts = { records: z.array(WireRecord), log: z.array(LogEntry), blobs: z.array(BlobEntry) };

/** A page of an archive. Without `next` it was the last. */
export const ArchivePage = z.object({ time: z.number(), seq: Whole, ...parts, next: z.optional(After) });
export type ArchivePage = z.infer<typeof ArchivePage>;
export type ArchiveParts = Pick<ArchivePage, 'records' | 'log' | 'blobs'>;

/** What an archive says of itself. */
export const ArchiveManifest = z.object({
  format: z.literal(archiveFormat.format),
  v: z.literal(archiveFormat.v),
  cluster: ClusterId,
  name: z.string(),
  made: z.string(),
  seq: Whole,
  records: Whole,
  log: Whole,
  blobs: Whole,
});
export type ArchiveManifest = z.infer<typeof ArchiveManifest>;

/**
 * Operator: an empty cluster is made from an archive in steps: `begin`, pages numbered from 1, images, `end`. Before
 * the end the cluster is not there for anyone; to begin again forgets what has come.
 */
export const ArchiveStep = z.discriminatedUnion('step', [
  z.strictObject({ cluster: ClusterId, step: z.literal('begin'), manifest: ArchiveManifest }),
  z.strictObject({ cluster: ClusterId, step: z.literal('page'), page: Whole, ...parts }),
  z.strictObject({ cluster: ClusterId, step: z.literal('end') }),
]);
export type ArchiveStep = z.infer<typeof ArchiveStep>;
