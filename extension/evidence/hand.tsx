import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../replica/database.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { Card } from './card.tsx';
import { CaptureNotice, ClipHint } from './clip-hint.tsx';
import './hand.css';
import { siteOf } from './source-link.tsx';
import { UndoDiscard } from './undo-discard.tsx';

interface HandProps {
  knownTags: readonly string[];
  /** A card was just discarded elsewhere, and can be had back here. */
  discarded?: Draft;
  onDiscarded: (draft: Draft | undefined) => void;
}

/** What is in hand: the card taken up last, those behind it, or how to take one up. */
export function Hand({ knownTags, discarded, onDiscarded }: HandProps) {
  const { drafts } = useReplica();
  const cards = useLive(() => drafts.all());
  const [focus, setFocus] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  // What held the focus has gone: the next card has it, or the next Tab begins here and not at the top of the page.
  useEffect(() => {
    if (focus === 0 || document.activeElement !== document.body) return;
    const next = heading.current?.parentElement?.querySelector<HTMLElement>('form textarea');
    (next ?? heading.current)?.focus();
  }, [focus, cards]);
  const [first, ...others] = cards ?? [];
  return (
    <section class="stack" aria-labelledby="hand-title">
      <h2 id="hand-title" class="unseen" tabIndex={-1} ref={heading}>
        In hand
      </h2>
      <CaptureNotice />
      {discarded && (
        <UndoDiscard
          key={discarded.id}
          draft={discarded}
          onDone={(focused) => {
            onDiscarded(undefined);
            if (focused) setFocus(focus + 1);
          }}
        />
      )}
      {first && (
        <Card
          key={first.id}
          draft={first}
          knownTags={knownTags}
          onSaved={() => setFocus(focus + 1)}
          onDiscarded={onDiscarded}
        />
      )}
      {cards?.length === 0 && <ClipHint />}
      {others.length > 0 && <AlsoInHand cards={others} />}
    </section>
  );
}

function AlsoInHand({ cards }: { cards: readonly Draft[] }) {
  const { drafts } = useReplica();
  return (
    <section class="also-in-hand" aria-labelledby="also-title">
      <h3 id="also-title">Also in hand</h3>
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            <button type="button" onClick={() => drafts.change(card.id, {})}>
              <span>{card.passages[0]?.exact || card.note || 'A note not begun'}</span>
              {card.source && <span class="soft small">{siteOf(card.source.url)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
