import { useEffect, useRef, useState } from 'preact/hooks';
import { type Weighing, weighingsOf } from '../../shared/evidence/weighing.ts';
import type { Record } from '../../shared/record.ts';
import type { Entry } from '../replica/entries.ts';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { EntryView } from './entry.tsx';
import { useSurroundings } from './log-context.ts';
import { Responses } from './responses.tsx';
import { type Weighed, WeighForm } from './weigh-form.tsx';
import { Weighings } from './weighings.tsx';

interface ReviewPieceProps {
  id: string;
  title: string;
  weighings: readonly Record<Weighing>[];
  keys: boolean;
  /** Whether the title takes the focus: somebody went on to this piece. */
  focus: boolean;
  onSaved: (weighed: Weighed) => void;
  onNext: () => void;
}

/** One piece under review: what it says, what others made of it, what people say to it, and one's own weighing. */
export function ReviewPiece({ id, title, weighings, keys, focus, onSaved, onNext }: ReviewPieceProps) {
  const { view } = useReplica();
  const { me } = useSurroundings();
  const heading = useRef<HTMLHeadingElement>(null);
  const entry = useLive(async (): Promise<Entry | null> => (await view.these([id])).get(id) ?? null, [id]);
  const [begin, setBegin] = useState<{ how: 'question'; text: string }>();
  useEffect(() => {
    if (!focus) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  const { body } = entry?.record ?? { body: null };
  const of = weighings.filter((one) => one.body?.evidence === id);
  const mine = entry && weighingsOf(of, entry.record).find(({ by }) => by === me?.member);
  return (
    <section class="review-piece" aria-labelledby="review-piece-title">
      <h2 id="review-piece-title" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {entry === undefined ? null : entry && body ? (
        <div class="review-sides">
          <div class="stack wide">
            <div class="review-entry">
              <EntryView entry={entry} foot={null} />
            </div>
            <Weighings piece={entry.record} weighings={of} onTalk={(text) => setBegin({ how: 'question', text })} />
            <Responses to={{ kind: 'evidence', id }} begin={begin} />
          </div>
          <WeighForm
            key={`${id} ${mine?.at ?? 0}`}
            piece={{ ...entry.record, body }}
            mine={mine ?? undefined}
            keys={keys}
            onSaved={onSaved}
          />
        </div>
      ) : (
        <>
          <p class="soft">It is not in the log, or was erased.</p>
          <div class="row">
            <Button onPress={onNext}>Go on</Button>
          </div>
        </>
      )}
    </section>
  );
}
