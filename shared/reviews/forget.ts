import * as z from 'zod/mini';
import { defineAction, type Write } from '../action.ts';
import type { Blanks } from '../blank.ts';
import { leaving, mayGo } from '../cluster/leaving.ts';
import { Member } from '../cluster/members.ts';
import { removedWords } from '../cluster/redact.ts';
import { Evidence } from '../evidence/evidence.ts';
import { Response } from '../evidence/response.ts';
import { Weighing } from '../evidence/weighing.ts';
import { Id } from '../ids.ts';
import { Reading } from '../priorities/reading.ts';
import { fail, ok } from '../problem.ts';
import type { Kind } from '../record.ts';
import { Edition } from './edition-kind.ts';
import { withoutMember } from './edition-names.ts';
import { Naming } from './public-kind.ts';
import { renamed, unnamed, wordedKinds } from './unnamed.ts';

/** Under what stays of a member who asked to be forgotten. Kept as their name, so that every build shows it. */
export const forgottenName = 'A member who left';

/** What a member writes as themselves, by where those words stand. */
const notes: readonly (readonly [kind: Kind<{ by: string }>, words: Blanks])[] = [
  [Evidence, { note: '' }],
  [Reading, { note: '' }],
  [Weighing, { reason: '', soWhat: '' }],
  [Response, { text: removedWords }],
];

/**
 * Takes a member's name and the notes that they wrote out, in records and in the account; they leave where they had
 * not. What others can still use stays: quotes, tags, figures. So does what was said in a school's or the cluster's name,
 * for it is theirs; but the person's name is taken out of it, and out of what others wrote.
 */
export const forgetMember = defineAction({
  name: 'member.forget',
  capability: 'member.forget',
  body: z.strictObject({ id: Id }),
  reads: ({ id }) => [Member, { kind: Naming.kind, id }, Edition, ...wordedKinds],
  decide({ id }, context) {
    const present = mayGo(id, context);
    if (!present.ok) return present;
    const { get, list, now } = context;
    if (present.value.body.forgotten) return fail('erased', Member.kind);
    const writes: Write[] = present.value.body.left ? [] : leaving(present.value, context);
    const rev = present.value.rev + (present.value.body.left ? 0 : 1);
    writes.push(
      { op: 'patch', kind: Member, id, rev, body: { forgotten: now } },
      { op: 'blank', kind: Member.kind, id, words: { name: forgottenName } },
    );
    // Whoever is forgotten is not named in public any more.
    if (get(Naming, id)?.body) writes.push({ op: 'erase', kind: Naming.kind, id });
    // The name first: what is taken out whole is so whatever it said.
    const { name } = present.value.body;
    writes.push(...unnamed((kind) => list(kind), { id, name, other: forgottenName }));
    // What was published stays too, without the name.
    const nameless = (text: string) => renamed(text, name, forgottenName);
    writes.push(...withoutMember(list(Edition), id, nameless));
    for (const [kind, words] of notes) {
      for (const one of list(kind)) {
        // Also where no note stands now: an earlier one may stand in the account.
        if (one.body?.by === id) writes.push({ op: 'blank', kind: kind.kind, id: one.id, words });
      }
    }
    return ok(writes);
  },
});
