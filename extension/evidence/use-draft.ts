import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../replica/database.ts';
import { isFull } from '../replica/full.ts';
import { useReplica } from '../ui/replica.ts';

/** What a person writes and chooses on a card. Its passages are not among them: the page gives more of those. */
export type Words = Pick<Draft, 'note' | 'tags' | 'tag' | 'priorities' | 'stance' | 'seen' | 'image' | 'pasted'>;

/** Milliseconds after which what found no room on the disk is tried again. */
const pause = 2000;

/**
 * A card as it is being changed. What was touched here is the truth here, so that the echo of our own writing never
 * lands in the middle of a word; everything else follows the database. Each keystroke goes to the disk at once; those
 * that come while one is being written go together in the next. Where the disk has no room, they wait for it: `full`.
 */
export function useDraft(draft: Draft) {
  const { drafts } = useReplica();
  const [touched, setTouched] = useState<Partial<Words>>({});
  const pending = useRef<Partial<Words>>({});
  const writing = useRef<Promise<void> | undefined>(undefined);
  const card: Draft = { ...draft, ...touched };
  // What is typed while something else is waited for counts too.
  const newest = useRef(card);
  newest.current = card;
  const [full, setFull] = useState(false);
  const again = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(again.current), []);

  const flush = useCallback((): Promise<void> => {
    const write = async () => {
      try {
        while (Object.keys(pending.current).length > 0) {
          const words = pending.current;
          pending.current = {};
          await drafts.change(draft.id, words).catch((error: unknown) => {
            // What was typed since is newer.
            pending.current = { ...words, ...pending.current };
            throw error;
          });
        }
        setFull(false);
      } finally {
        // In the same moment in which it found nothing more to write: what comes next begins anew.
        writing.current = undefined;
      }
    };
    if (writing.current) return writing.current;
    // It may be done before it is noted here, where there is nothing to write.
    if (Object.keys(pending.current).length === 0) return Promise.resolve();
    writing.current = write();
    return writing.current;
  }, [drafts, draft.id]);

  const keep = () => {
    clearTimeout(again.current);
    flush().catch((error: unknown) => {
      if (!isFull(error)) return reportError(error);
      setFull(true);
      again.current = setTimeout(keep, pause);
    });
  };

  const change = (words: Partial<Words>) => {
    setTouched((before) => ({ ...before, ...words }));
    newest.current = { ...newest.current, ...words };
    pending.current = { ...pending.current, ...words };
    keep();
  };

  /** The card with everything that was typed up to now, all of which is on disk then, if there is room. */
  const settled = async (): Promise<Draft> => {
    await flush().catch((error: unknown) => {
      if (!isFull(error)) throw error;
    });
    return newest.current;
  };

  return { card, change, settled, full };
}
