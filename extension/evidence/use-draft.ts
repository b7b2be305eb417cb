import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../replica/database.ts';
import { isFull } from '../replica/full.ts';
import { useReplica } from '../ui/replica.ts';

/** What a person writes and chooses on a card. Its passages are not among them: the page gives more of those. */
export type Words = Pick<
  Draft,
  'note' | 'tags' | 'tag' | 'priorities' | 'choice' | 'stance' | 'seen' | 'image' | 'pasted' | 'kept' | 'upnOut'
>;

/** Milliseconds after which what found no room on the disk is tried again. */
const pause = 2000;

/**
 * A card as it is being changed. What was touched here is the truth here, so that the echo of our own writing never
 * lands in the middle of a word; everything else follows the database. Each keystroke goes to the disk at once; those
 * that come while one is being written go together in the next. Where the disk has no room, they wait for it: `full`.
 * A pupil's number does not reach the disk, half typed or whole: it is out of sight as soon as it is one.
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

  /** What was on the card before the newest change, and what of that is held back: it goes to the disk with the next. */
  const before = useRef<Partial<Words>>({});
  const held = useRef<Partial<Words>>({});

  const flush = useCallback((): Promise<void> => {
    const write = async () => {
      try {
        const { withoutHalfUpn } = await import('../../shared/evidence/upns.ts');
        while (Object.keys(pending.current).length > 0) {
          const words = pending.current;
          const safe = withoutHalfUpn(before.current, words);
          held.current = JSON.stringify(safe) === JSON.stringify(words) ? {} : words;
          pending.current = {};
          await drafts.change(draft.id, safe).catch((error: unknown) => {
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
    before.current = newest.current;
    pending.current = { ...held.current, ...pending.current, ...words };
    held.current = {};
    setTouched((touched) => ({ ...touched, ...words }));
    newest.current = { ...newest.current, ...words };
    keep();
  };

  /** The card with everything that was typed up to now, all of which is on disk then but for what is held back, if there is room. */
  const settled = async (): Promise<Draft> => {
    await flush().catch((error: unknown) => {
      if (!isFull(error)) throw error;
    });
    return newest.current;
  };

  return { card, change, settled, full };
}
