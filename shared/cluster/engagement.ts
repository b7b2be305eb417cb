import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind } from '../record.ts';
import { presentOf } from './purpose.ts';
import { prose } from './text.ts';

/** One wording of the rules of engagement: what everyone reads on joining. Every wording is kept. */
export interface Rules {
  text: string;
  after?: string | undefined;
  by: string;
  at: number;
}

export const Rules = defineKind<Rules>('rules');

/** One member's word that they have read a wording of the rules and will keep them. */
export interface Acceptance {
  rules: string;
  by: string;
  at: number;
}

export const Acceptance = defineKind<Acceptance>('acceptance');

export const wordRules = defineAction({
  name: 'rules.word',
  capability: 'rules.word',
  body: z.strictObject({ id: Id, text: prose(8000), after: z.optional(Id) }),
  reads: () => [Rules],
  decide({ id, text, after }, { actor, list, now }) {
    const present = presentOf(list(Rules));
    if (present?.id !== after) return fail('stale', Rules.kind, present);
    const body: Rules = { text, ...(after && { after }), by: actor.member, at: now };
    return ok([{ op: 'create', kind: Rules, id, body }]);
  },
});

export const acceptRules = defineAction({
  name: 'rules.accept',
  capability: 'rules.accept',
  body: z.strictObject({ id: Id, rules: Id }),
  reads: () => [Rules, Acceptance],
  decide({ id, rules }, { actor, list, now }) {
    const present = presentOf(list(Rules));
    if (!present) return fail('missing', Rules.kind);
    if (present.id !== rules) return fail('stale', Rules.kind, present);
    if (list(Acceptance).some(({ body }) => body?.rules === rules && body.by === actor.member)) {
      return fail('exists', Acceptance.kind);
    }
    return ok([{ op: 'create', kind: Acceptance, id, body: { rules, by: actor.member, at: now } }]);
  },
});
