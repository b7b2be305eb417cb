import { useState } from 'preact/hooks';
import type { Evidence } from '../../shared/evidence/evidence.ts';
import { weighingsOf } from '../../shared/evidence/weighing.ts';
import type { Record } from '../../shared/record.ts';
import { useSurroundings } from './log-context.ts';
import { Responses } from './responses.tsx';
import { WeighForm } from './weigh-form.tsx';
import { useWeighedNow } from './weighed-store.ts';
import { Weighings } from './weighings.tsx';

interface EntryWeighProps {
  record: Record<Evidence>;
  onDone: () => void;
}

/** In the log: what people made of an entry, what they say to it, and one's own weighing of it. */
export function EntryWeigh({ record, onDone }: EntryWeighProps) {
  const now = useWeighedNow();
  const { me } = useSurroundings();
  const [begin, setBegin] = useState<{ how: 'question'; text: string }>();
  const { body } = record;
  if (!now || !body) return null;
  const weighings = now.byPiece.get(record.id) ?? [];
  const mine = weighingsOf(weighings, record).find(({ by }) => by === me?.member);
  return (
    <div class="stack">
      <Weighings piece={record} weighings={weighings} onTalk={(text) => setBegin({ how: 'question', text })} />
      {begin && <Responses to={{ kind: 'evidence', id: record.id }} begin={begin} />}
      <WeighForm key={mine?.at ?? 0} piece={{ ...record, body }} mine={mine} keys={false} onSaved={onDone} />
    </div>
  );
}
