import { newId } from '../../shared/ids.ts';
import type { Database, Draft } from './database.ts';

export type NewDraft = Pick<Draft, 'source' | 'passages'> & Partial<Draft>;

const words = (passages: Draft['passages']) => JSON.stringify(passages.map(({ exact, start }) => [exact, start]));

const isUntouched = ({ note, tag, tags, priorities, stance, replaces }: Draft) =>
  note === '' && tag === '' && tags.length === 0 && priorities.length === 0 && !stance && !replaces;

/** The cards in hand. Every change is on disk at once, so that closing anything loses nothing. */
export function createDrafts(db: Database, now: () => number) {
  const begin = async (draft: NewDraft): Promise<Draft> => {
    const whole: Draft = { id: newId(now()), note: '', tags: [], tag: '', priorities: [], changed: now(), ...draft };
    await db.drafts.put(whole);
    return whole;
  };
  return {
    /** Takes a new card in hand. */
    begin,

    /**
     * Takes what was captured in hand. The same words again come back to their card; other words of the same page
     * take the place of a card into which nothing was typed yet.
     */
    take: (draft: NewDraft): Promise<Draft> =>
      db.transaction('rw', db.drafts, async () => {
        const url = draft.source?.url;
        const ofPage = (await db.drafts.toArray()).filter(({ source }) => url !== undefined && source?.url === url);
        const same = ofPage.find(({ passages }) => words(passages) === words(draft.passages));
        if (same) {
          await db.drafts.update(same.id, { changed: now() });
          return same;
        }
        for (const card of ofPage) if (isUntouched(card)) await db.drafts.delete(card.id);
        return begin(draft);
      }),

    /** Changes a card; one that is no longer there stays away. */
    change: async (id: string, change: Partial<Draft>): Promise<void> => {
      await db.drafts.update(id, { ...change, changed: now() });
    },
    /** All cards in hand, the one taken up last first. */
    all: (): Promise<Draft[]> => db.drafts.orderBy('changed').reverse().toArray(),
    discard: (id: string): Promise<void> => db.drafts.delete(id),
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
