import { useEffect, useRef } from 'preact/hooks';
import { suggestText } from '../../shared/evidence/suggest-text.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { suggest } from '../../shared/priorities/suggest.ts';
import { offeredOf } from '../priorities/priority-choices.tsx';
import type { SeenPriority } from '../priorities/use-priorities.ts';
import type { Draft } from '../replica/database.ts';
import { textOf } from '../replica/teaching.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import type { Words } from './use-draft.ts';

/** Why some priorities are suggested, in words. */
type Reasons = { [priority: string]: string };

interface SuggestingProps {
  card: Draft;
  priorities: readonly SeenPriority[];
  change: (words: Partial<Words>) => void;
  onReasons: (reasons: Reasons | undefined) => void;
}

/** So long nothing is typed before it is thought about, in milliseconds; at first, almost at once. */
const pause = 300;

/** Whether its author chose. A card that comes back has been chosen for; so has one with what nobody suggested. */
const isOwn = ({ choice, replaces, priorities }: Draft): boolean =>
  choice === 'own' || replaces !== undefined || (!choice && priorities.length > 0);

const reasonWords = (words: readonly string[]) =>
  words.length > 0 ? `because it speaks of ${words.join(', ')}` : 'suggested by its words';

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

/**
 * Thinks along while a card is written, and shows nothing itself: what its words speak of is chosen, with the reason,
 * unless its author has chosen. None is a fine answer. And it hears the keys by which its author chooses.
 */
export function Suggesting({ card, priorities, change, onReasons }: SuggestingProps) {
  const { view, teaching } = useReplica();
  const known = useLive(async () => ({
    priorities: (await view.list(Priority)).flatMap(textOf),
    learned: await teaching.learned(),
  }));
  const said = card.pasted ? { passages: [], note: `${card.note}\n${card.pasted.words}` } : card;
  const text = suggestText(said);
  const own = isOwn(card);
  const newest = useRef({ card, priorities, change, onReasons });
  newest.current = { card, priorities, change, onReasons };
  const isFirst = useRef(true);

  useEffect(() => {
    if (own) onReasons(undefined);
    if (own || !known || known.priorities.length === 0) return;
    const think = () => {
      const now = newest.current;
      if (isOwn(now.card)) return;
      const all = suggest(text, known.priorities, known.learned?.model).filter(({ suggested }) => suggested);
      const ids = all.map(({ priorityId }) => priorityId);
      now.onReasons(Object.fromEntries(all.map(({ priorityId, reasons }) => [priorityId, reasonWords(reasons)])));
      if (ids.join() !== now.card.priorities.join()) now.change({ priorities: ids, choice: 'suggested' });
    };
    const timer = setTimeout(think, isFirst.current ? 0 : pause);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [text, known, own]);

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
      const now = newest.current;
      const id = offeredOf(now.priorities, now.card.priorities)[Number(digit) - 1]?.id;
      if (id) now.change({ priorities: toggled(now.card.priorities, id), choice: 'own' });
    };
    document.addEventListener('keydown', onKeyDown, { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return null;
}
