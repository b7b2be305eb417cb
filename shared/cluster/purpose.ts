import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind, type Record } from '../record.ts';
import { mustSpeakFor } from './acting.ts';
import { School } from './schools.ts';
import { prose } from './text.ts';

/** One wording of the purpose: why this partnership exists. A later one takes its place; every one is kept. */
export interface Purpose {
  text: string;
  /** The wording whose place it took. */
  after?: string | undefined;
  by: string;
  at: number;
}

export const Purpose = defineKind<Purpose>('purpose');

/** A school's word that a wording of the purpose is its own too. */
export interface Affirmation {
  purpose: string;
  school: string;
  by: string;
  at: number;
}

export const Affirmation = defineKind<Affirmation>('affirmation');

/** The wording that holds: the newest. */
export const presentOf = <Body>(wordings: readonly Record<Body>[]): Record<Body> | undefined =>
  wordings.reduce<Record<Body> | undefined>((newest, one) => (one.seq >= (newest?.seq ?? 0) ? one : newest), undefined);

/** Words the purpose. `after` names the wording that its author saw; where another came since, a person decides. */
export const wordPurpose = defineAction({
  name: 'purpose.word',
  capability: 'purpose.word',
  body: z.strictObject({ id: Id, text: prose(2000), after: z.optional(Id) }),
  reads: () => [Purpose],
  decide({ id, text, after }, { actor, list, now }) {
    const present = presentOf(list(Purpose));
    if (present?.id !== after) return fail('stale', Purpose.kind, present);
    const body: Purpose = { text, ...(after && { after }), by: actor.member, at: now };
    return ok([{ op: 'create', kind: Purpose, id, body }]);
  },
});

/** Affirms the wording that holds, in a school's name. */
export const affirmPurpose = defineAction({
  name: 'purpose.affirm',
  capability: 'purpose.affirm',
  body: z.strictObject({ id: Id, purpose: Id, school: Id }),
  reads: ({ school }) => [Purpose, Affirmation, { kind: School.kind, id: school }],
  decide({ id, purpose, school }, { actor, get, list, now }) {
    const speaks = mustSpeakFor(school, { actor, get });
    if (!speaks.ok) return speaks;
    const present = presentOf(list(Purpose));
    if (!present) return fail('missing', Purpose.kind);
    if (present.id !== purpose) return fail('stale', Purpose.kind, present);
    if (list(Affirmation).some(({ body }) => body?.purpose === purpose && body.school === school)) {
      return fail('exists', Affirmation.kind);
    }
    const body: Affirmation = { purpose, school, by: actor.member, at: now };
    return ok([{ op: 'create', kind: Affirmation, id, body }]);
  },
});
