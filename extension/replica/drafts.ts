import { newId } from '../../shared/ids.ts';
import type { Database, Draft } from './database.ts';

export type NewDraft = Pick<Draft, 'source' | 'passages'> & Partial<Draft>;

/** The cards in hand. Every change is on disk at once, so that closing anything loses nothing. */
export function createDrafts(db: Database, now: () => number) {
  return {
    /** Takes a new card in hand. */
    async begin(draft: NewDraft): Promise<Draft> {
      const whole: Draft = { id: newId(now()), note: '', tags: [], tag: '', priorities: [], changed: now(), ...draft };
      await db.drafts.put(whole);
      return whole;
    },
    /** Changes a card; one that is no longer there stays away. */
    change: async (id: string, change: Partial<Draft>): Promise<void> => {
      await db.drafts.update(id, { ...change, changed: now() });
    },
    /** All cards in hand, the one taken up last first. */
    all: (): Promise<Draft[]> => db.drafts.orderBy('changed').reverse().toArray(),
    discard: (id: string): Promise<void> => db.drafts.delete(id),
  };
}
