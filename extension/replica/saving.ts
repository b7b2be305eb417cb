import type { Action } from '../../shared/action.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import type { Database, Draft, SeenProblem } from './database.ts';
import type { Drafts } from './drafts.ts';
import type { Outbox } from './outbox.ts';
import type { View } from './view.ts';

type BodyOf<A> = A extends Action<string, infer Body> ? Body : never;

/** A card's way from the hand into the outbox. */
export function createSaving(db: Database, outbox: Outbox, drafts: Drafts, view: View) {
  return {
    /**
     * Puts a card into the outbox and takes it out of hand, in one: whatever happens meanwhile, never both and never
     * neither. The card's id is the entry's, so that one that is in the log already is not saved again.
     */
    async save(
      card: Pick<Draft, 'id' | 'replaces'>,
      body: BodyOf<typeof saveEvidence>,
    ): Promise<{ ok: true; value: null } | { ok: false; problem: SeenProblem }> {
      const refusal = await view.refusal(saveEvidence, body);
      const isThere = refusal?.code === 'exists';
      if (refusal && !isThere) return { ok: false, problem: refusal };
      return db.transaction('rw', db.outbox, db.drafts, db.meta, async () => {
        if (!isThere) {
          // More of the page may have joined the card in this very moment.
          const { what, passages } = (await db.drafts.get(card.id)) ?? body;
          const whole = { ...body, ...(what && { what }), passages };
          const done = await outbox.act(saveEvidence, whole, card.replaces);
          if (!done.ok) return done;
        }
        await drafts.discard(card.id);
        return { ok: true, value: null };
      });
    },
  };
}
