import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Rev } from '../cluster/text.ts';
import { ok } from '../problem.ts';
import { Naming } from './public-kind.ts';

/** Says whether one may be named in public. Everyone says so for themselves alone. */
export const setNaming = defineAction({
  name: 'naming.set',
  capability: 'naming.set',
  body: z.strictObject({ rev: z.optional(Rev), agreed: z.boolean() }),
  decide({ rev, agreed }, { actor, now }) {
    const body: Naming = { agreed, at: now };
    const { member: id } = actor;
    return ok([
      rev === undefined ? { op: 'create', kind: Naming, id, body } : { op: 'patch', kind: Naming, id, rev, body },
    ]);
  },
});
