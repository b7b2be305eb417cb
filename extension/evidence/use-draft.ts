import { useCallback, useRef, useState } from 'preact/hooks';
import type { Draft } from '../replica/database.ts';
import { useReplica } from '../ui/replica.ts';

/** What a person changes on a card. */
export type Words = Pick<Draft, 'note' | 'tags' | 'tag' | 'priorities'>;

/**
 * A card as it is being changed. What was touched here is the truth here, so that the echo of our own writing never
 * lands in the middle of a word; everything else follows the database. Each keystroke goes to the disk at once; those
 * that come while one is being written go together in the next.
 */
export function useDraft(draft: Draft) {
  const { drafts } = useReplica();
  const [touched, setTouched] = useState<Partial<Words>>({});
  const pending = useRef<Partial<Words>>({});
  const writing = useRef<Promise<void> | undefined>(undefined);

  /** Resolves when everything that was typed is on disk. */
  const flush = useCallback((): Promise<void> => {
    const write = async () => {
      while (Object.keys(pending.current).length > 0) {
        const words = pending.current;
        pending.current = {};
        await drafts.change(draft.id, words);
      }
    };
    writing.current ??= write().finally(() => {
      writing.current = undefined;
    });
    return writing.current;
  }, [drafts, draft.id]);

  const change = (words: Partial<Words>) => {
    setTouched((before) => ({ ...before, ...words }));
    pending.current = { ...pending.current, ...words };
    flush().catch(reportError);
  };

  return { card: { ...draft, ...touched }, change, flush };
}
