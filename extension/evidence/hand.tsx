import { useEffect, useRef, useState } from 'preact/hooks';
import { pageKey } from '../../shared/evidence/page-key.ts';
import { followFront } from '../platform/front.ts';
import type { Draft } from '../replica/database.ts';
import type { Saved } from '../replica/saving.ts';
import { Later } from '../ui/later.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { Card } from './card.tsx';
import { CaptureNotice, ClipHint } from './clip-hint.tsx';
import './hand.css';
import { siteOf } from './source-link.tsx';

const undo = () => import('./undo.tsx').then(({ Undo }) => Undo);

interface HandProps {
  knownTags: readonly string[];
  /** A card was just discarded elsewhere, and can be had back here. */
  discarded?: Draft;
  onDiscarded: (draft: Draft | undefined) => void;
}

/** What is in hand: the card taken up last, those behind it, or how to take one up. */
export function Hand({ knownTags, discarded, onDiscarded }: HandProps) {
  const { drafts, saving } = useReplica();
  const cards = useLive(() => drafts.all());
  const [focus, setFocus] = useState(0);
  const [chosen, setChosen] = useState<string>();
  const [saved, setSaved] = useState<Saved>();
  const heading = useRef<HTMLHeadingElement>(null);
  // What held the focus has gone: the next card has it, or the next Tab begins here and not at the top of the page.
  useEffect(() => {
    if (focus === 0 || document.activeElement !== document.body) return;
    const next = heading.current?.parentElement?.querySelector<HTMLElement>('form textarea');
    (next ?? heading.current)?.focus();
  }, [focus, cards]);
  const over = (focused: boolean) => {
    setSaved(undefined);
    onDiscarded(undefined);
    if (focused) setFocus(focus + 1);
  };
  const front = useFront();
  // What happened last says which card is first: another page came in front, or a card was taken up or written on.
  useEffect(() => {
    setChosen(cards?.find(({ source }) => source && pageKey(source.url) === front)?.id);
  }, [front]);
  useEffect(() => setChosen(undefined), [cards?.[0]?.id]);
  const first = cards?.find(({ id }) => id === chosen) ?? cards?.[0];
  const others = cards?.filter((card) => card !== first) ?? [];
  return (
    <section class="stack" aria-labelledby="hand-title">
      <h2 id="hand-title" class="unseen" tabIndex={-1} ref={heading}>
        In hand
      </h2>
      <CaptureNotice />
      {discarded && (
        <Later
          key={discarded.id}
          load={undo}
          props={{
            words: 'Discarded.',
            focus: true,
            onUndo: async () => {
              await drafts.begin({ ...discarded, changed: Date.now() });
              over(true);
            },
            onOver: over,
          }}
        />
      )}
      {saved && !discarded && (
        <Later
          key={saved.card.id}
          load={undo}
          props={{
            words: 'Saved on this device.',
            onUndo: async () => {
              const back = await saving.takeBack(saved);
              if (back.ok) over(true);
            },
            onOver: over,
          }}
        />
      )}
      {first && (
        <Card
          key={first.id}
          draft={first}
          knownTags={knownTags}
          onSaved={(done) => {
            onDiscarded(undefined);
            setSaved(done);
            setFocus(focus + 1);
          }}
          onDiscarded={(card) => {
            setSaved(undefined);
            onDiscarded(card);
          }}
        />
      )}
      {cards?.length === 0 && <ClipHint />}
      {others.length > 0 && <AlsoInHand cards={others} onChosen={setChosen} />}
    </section>
  );
}

/** The key of the page in front; `undefined` where there is no access to it. */
function useFront(): string | undefined {
  const [front, setFront] = useState<string>();
  useEffect(() => {
    const gone = new AbortController();
    followFront((url) => setFront(url && pageKey(url)), gone.signal);
    return () => gone.abort();
  }, []);
  return front;
}

function AlsoInHand({ cards, onChosen }: { cards: readonly Draft[]; onChosen: (id: string) => void }) {
  return (
    <section class="also-in-hand" aria-labelledby="also-title">
      <h3 id="also-title">Also in hand</h3>
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            <button type="button" onClick={() => onChosen(card.id)}>
              <span>
                {card.table?.caption ||
                  card.passages[0]?.exact ||
                  card.pasted?.words ||
                  card.note ||
                  'A note not begun'}
              </span>
              {card.source && <span class="soft small">{siteOf(card.source.url)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
