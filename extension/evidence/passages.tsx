import { useRef, useState } from 'preact/hooks';
import type { Passage } from '../../shared/evidence/quote.ts';
import type { Draft } from '../replica/database.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { useReplica } from '../ui/replica.ts';
import './passages.css';
import { QuoteBox } from './quote.tsx';

const trimmer = () => import('./trim.tsx').then(({ Trim }) => Trim);
const keyOf = ({ start, end, exact }: Passage) => `${start}-${end}-${exact.slice(0, 80)}`;

/** The words on the card in hand. Each passage can be trimmed, and taken away where there are others. */
export function CardPassages({ card }: { card: Draft }) {
  const { drafts } = useReplica();
  const [trimming, setTrimming] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const { passages } = card;
  // Of a table they only say where on the page it stands.
  if (passages.length === 0 || card.table) return null;

  /** What held the focus has gone: the passage's own button has it next, or the nearest one's. */
  const focusAt = (i: number) =>
    setTimeout(() => {
      const rows = list.current?.children;
      rows?.[Math.min(i, rows.length - 1)]?.querySelector<HTMLElement>('button')?.focus();
    }, 50);
  const trimmed = async (before: Passage, after: Passage, i: number) => {
    if (after.exact !== before.exact) await drafts.changePassage(card.id, before, after);
    setTrimming(undefined);
    focusAt(i);
  };
  const remove = async (passage: Passage, i: number) => {
    await drafts.changePassage(card.id, passage);
    announce('Passage removed');
    focusAt(i);
  };
  const words = card.what === 'list' ? 'item' : 'passage';
  return (
    <ul class="card-passages" ref={list}>
      {passages.map((passage, i) => (
        <li key={keyOf(passage)}>
          {trimming === keyOf(passage) ? (
            <Later load={trimmer} props={{ passage, onDone: (after: Passage) => void trimmed(passage, after, i) }} />
          ) : (
            <>
              <QuoteBox passages={[passage]} list={card.what === 'list'} />
              <div class="row tight">
                {passage.exact.length > 2 && (
                  <Button
                    look="quiet"
                    onPress={() => setTrimming(keyOf(passage))}
                    {...(passages.length > 1 && { label: `Trim ${words} ${i + 1}` })}
                  >
                    Trim
                  </Button>
                )}
                {passages.length > 1 && (
                  <Button look="quiet" label={`Remove ${words} ${i + 1}`} onPress={() => remove(passage, i)}>
                    Remove
                  </Button>
                )}
              </div>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
