import { pageKey } from '../../shared/evidence/page-key.ts';
import { joinPassages, samePassage } from '../../shared/evidence/passages.ts';
import type { Passage } from '../../shared/evidence/quote.ts';
import { newId } from '../../shared/ids.ts';
import type { Database, Draft } from './database.ts';

export type NewDraft = Pick<Draft, 'source' | 'passages'> & Partial<Draft>;

/** Whether a clip is of a page's own words, or the page itself. Others are cards of their own. */
const isOfWords = ({ what, pasted, table }: Pick<Draft, 'what' | 'pasted' | 'table'>) =>
  !pasted && !table && (what === undefined || ['quote', 'list', 'page'].includes(what));

const isSameThing = (card: Draft, clip: NewDraft) =>
  !isOfWords(clip) &&
  card.what === clip.what &&
  card.link?.url === clip.link?.url &&
  card.image?.blob === clip.image?.blob;

/** What a card is once a clip of the same page has joined it. */
const joinedWhat = (card: Draft, clip: NewDraft): Draft['what'] => {
  if (card.passages.length === 0) return clip.what ?? card.what;
  return card.what === clip.what ? card.what : 'quote';
};

/** A card, or a change of one, without pupils' numbers; it notes that there were some, for its author to be told. */
async function withoutPupilNumbers<T extends Partial<Draft>>(given: T): Promise<T> {
  // Not before something is written: it is no part of what opens first.
  const { withoutUpnsIn } = await import('../../shared/evidence/upns.ts');
  const clean = withoutUpnsIn(given);
  return clean === given ? given : { ...clean, upnOut: true };
}

/**
 * The cards in hand. Every change is on disk at once, so that closing anything loses nothing; but a pupil's number never
 * reaches the disk, wherever it comes from.
 */
export function createDrafts(db: Database, now: () => number) {
  const put = async (draft: NewDraft): Promise<Draft> => {
    const whole: Draft = { id: newId(now()), note: '', tags: [], tag: '', priorities: [], changed: now(), ...draft };
    await db.drafts.put(whole);
    return whole;
  };
  return {
    /** Takes a new card in hand. */
    begin: async (draft: NewDraft): Promise<Draft> => put(await withoutPupilNumbers(draft)),

    /** Takes a card in hand again that was there before, as it was. */
    putBack: put,

    /** Takes what was captured in hand: more words of a page join its card, and nothing is taken up twice. */
    take: async (given: NewDraft): Promise<Draft> => {
      const clip = await withoutPupilNumbers(given);
      return db.transaction('rw', db.drafts, async () => {
        const page = clip.source && pageKey(clip.source.url);
        const ofPage = (await db.drafts.orderBy('changed').reverse().toArray()).filter(
          ({ source }) => page !== undefined && source && pageKey(source.url) === page,
        );
        const card = ofPage.find((one) => (isOfWords(clip) ? isOfWords(one) : isSameThing(one, clip)));
        const passages = card && joinPassages(card.passages, clip.passages);
        if (!card || !passages) return put(clip);
        const what = clip.passages.length > 0 ? joinedWhat(card, clip) : card.what;
        const out = clip.upnOut && { upnOut: true as const };
        const joined: Draft = { ...card, ...(what && { what }), ...out, passages, changed: now() };
        await db.drafts.put(joined);
        return joined;
      });
    },

    /** Changes a card; one that is no longer there stays away. */
    change: async (id: string, change: Partial<Draft>): Promise<void> => {
      await db.drafts.update(id, { ...(await withoutPupilNumbers(change)), changed: now() });
    },

    /** Puts another passage in the place of one on a card, or takes it away. */
    changePassage: (id: string, before: Passage, after?: Passage): Promise<void> =>
      db.transaction('rw', db.drafts, async () => {
        const card = await db.drafts.get(id);
        const passages = card?.passages.flatMap((one) => (samePassage(one, before) ? (after ?? []) : one));
        if (passages) await db.drafts.update(id, { passages, changed: now() });
      }),

    /** All cards in hand, the one taken up last first. */
    all: (): Promise<Draft[]> => db.drafts.orderBy('changed').reverse().toArray(),
    discard: (id: string): Promise<void> => db.drafts.delete(id),
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
