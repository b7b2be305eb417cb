import { useEffect, useRef } from 'preact/hooks';
import { suggestText } from '../../shared/evidence/suggest-text.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { suggest } from '../../shared/priorities/suggest.ts';
import type { Draft } from '../replica/database.ts';
import { textOf } from '../replica/teaching.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

interface SuggestingProps {
  card: Draft;
  /** The priorities that the card's words speak of, and the words that say so. None is a fine answer. */
  onSuggested: (priorities: string[], reasons: { [priority: string]: string[] }) => void;
  /** The nth priority was asked for by its key. */
  onKey: (n: number) => void;
}

/** So long nothing is typed before it is thought about, in milliseconds; at first, almost at once. */
const pause = 300;

/** Thinks along while a card is written: shows nothing itself, and never when its writer has chosen. */
export function Suggesting({ card, onSuggested, onKey }: SuggestingProps) {
  const { view, teaching } = useReplica();
  const known = useLive(async () => ({
    priorities: (await view.list(Priority)).flatMap(textOf),
    learned: await teaching.learned(),
  }));
  const said = card.pasted ? { passages: [], note: `${card.note}\n${card.pasted.words}` } : card;
  const text = suggestText(said);
  const newest = useRef({ onSuggested, onKey });
  newest.current = { onSuggested, onKey };
  const isFirst = useRef(true);

  useEffect(() => {
    if (!known || known.priorities.length === 0) return;
    const think = () => {
      const all = suggest(text, known.priorities, known.learned?.model).filter(({ suggested }) => suggested);
      newest.current.onSuggested(
        all.map(({ priorityId }) => priorityId),
        Object.fromEntries(all.map(({ priorityId, reasons }) => [priorityId, reasons])),
      );
    };
    const timer = setTimeout(think, isFirst.current ? 0 : pause);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [text, known]);

  useEffect(() => {
    const gone = new AbortController();
    void teaching.catchUp(gone.signal).catch(reportError);
    const onKeyDown = (event: KeyboardEvent) => {
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      if (!digit || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
      const at = event.target instanceof Element ? event.target : null;
      // By itself only where nothing is typed.
      if (!at?.closest(event.altKey ? '.card' : '.card .priority-choices')) return;
      event.preventDefault();
      newest.current.onKey(Number(digit));
    };
    document.addEventListener('keydown', onKeyDown, { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return null;
}
