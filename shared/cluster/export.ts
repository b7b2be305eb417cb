import * as z from 'zod/mini';
import { Id } from '../ids.ts';
import { WireRecord } from '../record.ts';
import { Did } from '../sync.ts';

/** Where an export goes on: first the records, then what was done besides. */
const After = z.strictObject({
  part: z.enum(['records', 'log']),
  a: z.union([z.string().check(z.maxLength(64)), z.number().check(z.int(), z.nonnegative())]),
  b: z.union([z.string().check(z.maxLength(64)), z.number().check(z.int(), z.nonnegative())]),
});

/** Asks for everything of a member or a school, page by page. */
export const AskExport = z.strictObject({ about: z.enum(['member', 'school']), id: Id, after: z.optional(After) });
export type AskExport = z.infer<typeof AskExport>;

/** A page of an export. `next` says where the following one begins; without it this was the last. */
export const ExportPage = z.object({
  time: z.number(),
  /** What they wrote, or that names them by id, each with everything that was done to it. */
  records: z.array(z.object({ record: WireRecord, history: z.array(Did) })),
  /** What they did besides, and what was done that names them. */
  log: z.array(Did),
  /** With a member's first page: what they come in with, without what opens it. */
  devices: z.optional(z.array(z.object({ name: z.string(), added: z.number(), revoked: z.nullable(z.number()) }))),
  next: z.optional(After),
});
export type ExportPage = z.infer<typeof ExportPage>;
export type ExportAfter = z.infer<typeof After>;
