import * as z from 'zod/mini';
import { defineAction, type Write } from '../action.ts';
import { Member } from '../cluster/member-kind.ts';
import { Rev } from '../cluster/text.ts';
import { ok } from '../problem.ts';
import { Edition } from './edition-kind.ts';
import { withoutMember } from './edition-names.ts';
import { Naming } from './public-kind.ts';
import { withoutNames } from './without-names.ts';

/**
 * Says whether one may be named in public. Everyone says so for themselves alone. Who does not want to be named any more
 * is named in no edition, by whomever its words were written.
 */
export const setNaming = defineAction({
  name: 'naming.set',
  capability: 'naming.set',
  body: z.strictObject({ rev: z.optional(Rev), agreed: z.boolean() }),
  reads: ({ agreed }) => (agreed ? [] : [Member, Edition]),
  decide({ rev, agreed }, { actor, get, list, now }) {
    const body: Naming = { agreed, at: now };
    const { member: id } = actor;
    const writes: Write[] = [
      rev === undefined ? { op: 'create', kind: Naming, id, body } : { op: 'patch', kind: Naming, id, rev, body },
    ];
    const name = agreed ? undefined : get(Member, id)?.body?.name;
    if (name) writes.push(...withoutMember(list(Edition), id, withoutNames([name])));
    return ok(writes);
  },
});
