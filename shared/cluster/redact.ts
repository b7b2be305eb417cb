import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Id } from '../ids.ts';
import { ok } from '../problem.ts';

/** What may be emptied; a school or a cluster is public, a member is taken out in another way. */
const kinds = ['evidence', 'priority'] as const;

/** Empties a record's words, in records and log alike. That it was there stays. */
export const redact = defineAction({
  name: 'record.redact',
  capability: 'record.redact',
  body: z.strictObject({ kind: z.enum(kinds), id: Id }),
  reads: (ref) => [ref],
  decide: ({ kind, id }) => ok([{ op: 'erase', kind, id }]),
});
