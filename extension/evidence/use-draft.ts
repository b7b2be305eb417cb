import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../replica/database.ts';
import { useReplica } from '../ui/replica.ts';

/** What a person changes on a card. */
export type Words = Pick<Draft, 'note' | 'tags' | 'tag' | 'priorities'>;

/** Milliseconds from a keystroke to the disk, at most. */
const delay = 120;

/**
 * A card as it is being changed. What was touched here is the truth here, so that the echo of our own writing never
 * lands in the middle of a word; everything else follows the database. All of it is on disk within `delay`, and at
 * once when the page is hidden or the card is put away.
 */
export function useDraft(draft: Draft) {
  const { drafts } = useReplica();
  const [touched, setTouched] = useState<Partial<Words>>({});
  const pending = useRef<Partial<Words>>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const words = pending.current;
    pending.current = {};
    if (Object.keys(words).length > 0) await drafts.change(draft.id, words);
  }, [drafts, draft.id]);

  const change = (words: Partial<Words>) => {
    setTouched((before) => ({ ...before, ...words }));
    pending.current = { ...pending.current, ...words };
    // Not started anew by the next keystroke: somebody who types without a pause loses nothing either.
    timer.current ??= setTimeout(flush, delay);
  };

  useEffect(() => {
    const gone = new AbortController();
    addEventListener('pagehide', flush, { signal: gone.signal });
    document.addEventListener('visibilitychange', flush, { signal: gone.signal });
    return () => {
      gone.abort();
      void flush();
    };
  }, [flush]);

  return { card: { ...draft, ...touched }, change, flush };
}
