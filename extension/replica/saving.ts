import type { Action } from '../../shared/action.ts';
import { Evidence, saveEvidence, withdrawEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import type { Database, Draft, SeenProblem } from './database.ts';
import type { Drafts } from './drafts.ts';
import type { Outbox } from './outbox.ts';
import type { View } from './view.ts';

type BodyOf<A> = A extends Action<string, infer Body> ? Body : never;
type Done<T> = { ok: true; value: T } | { ok: false; problem: SeenProblem };

/** What can be undone: the card as it was, and the group that it went into, unless it was in the log already. */
export interface Saved {
  card: Draft;
  group?: string;
}

/** A card's way from the hand into the outbox, and back. */
export function createSaving(db: Database, outbox: Outbox, drafts: Drafts, view: View, now: () => number) {
  return {
    /**
     * Puts a card into the outbox and takes it out of hand, in one: whatever happens meanwhile, never both and never
     * neither. The card's id is the entry's, so that one that is in the log already is not saved again.
     */
    async save(card: Draft, body: BodyOf<typeof saveEvidence>): Promise<Done<Saved>> {
      const refusal = await view.refusal(saveEvidence, body);
      const isThere = refusal?.code === 'exists';
      if (refusal && !isThere) return { ok: false, problem: refusal };
      return db.transaction('rw', db.outbox, db.drafts, db.meta, async () => {
        // More of the page may have joined the card in this very moment.
        const held = card.pasted ? undefined : await db.drafts.get(card.id);
        const { what, passages } = held ?? body;
        const joined = { ...(what && { what }), passages };
        const done = isThere ? undefined : await outbox.act(saveEvidence, { ...body, ...joined }, card.replaces);
        if (done && !done.ok) return done;
        await drafts.discard(card.id);
        return { ok: true, value: { card: { ...card, ...joined }, ...(done && { group: done.value.group }) } };
      });
    },

    /**
     * Brings a card back into hand. What was never sent is taken out of the outbox; what may be in the log is
     * withdrawn there, and the card becomes a new entry when it is saved again. In one transaction: the group is
     * either sent or taken back, never both.
     */
    takeBack: ({ card: { replaces: _, ...card }, group }: Saved): Promise<Done<null>> =>
      db.transaction('rw', db.outbox, db.drafts, db.records, db.meta, async () => {
        const row = group === undefined ? undefined : await db.outbox.where({ id: group }).first();
        const unsent = row?.state === 'waiting' && !row.tried;
        if (row?.n !== undefined && (unsent || row.state === 'refused')) await db.outbox.delete(row.n);
        else {
          const present = await view.get(Evidence, card.id);
          const done = await outbox.act(withdrawEvidence, { id: card.id, rev: present?.rev ?? 1 });
          if (!done.ok) return done;
        }
        await drafts.putBack({ ...card, id: unsent ? card.id : newId(now()), changed: now() });
        return { ok: true, value: null };
      }),
  };
}
