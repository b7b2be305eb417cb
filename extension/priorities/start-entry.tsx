import { useEffect, useRef, useState } from 'preact/hooks';
import { schoolOn } from '../../shared/priorities/progress.ts';
import { Select } from '../ui/select.tsx';
import { BaselineChoice } from './target-baseline.tsx';
import { useDealings } from './use-dealings.ts';

interface StartEntryProps {
  /** The indicators of which one is meant; with several, the person chooses. */
  indicators: readonly string[];
  school: string;
  /** The one indicator is named here, where what stands around does not. */
  named?: boolean;
  /** It was set. */
  onDone: () => void;
  /** It is not set now. */
  onLeave: () => void;
}

/** Where one school starts from, entered where it was seen to be lacking. It takes the focus. */
export function StartEntry({ indicators, school, named, onDone, onLeave }: StartEntryProps) {
  const dealings = useDealings();
  const [chosen, setChosen] = useState(indicators[0] ?? '');
  const box = useRef<HTMLElement>(null);
  const there = dealings !== undefined;
  useEffect(() => box.current?.querySelector<HTMLElement>('select, input')?.focus(), [there]);
  const record = dealings?.schools.find(({ id }) => id === school);
  const options = (dealings?.indicators ?? []).flatMap(({ id, body }) =>
    body && indicators.includes(id) ? [{ value: id, label: body.name }] : [],
  );
  const indicator = dealings?.indicators.find(({ id }) => id === chosen);
  if (!dealings || !record?.body || !indicator?.body) return null;
  const about = { ...indicator, body: indicator.body };
  return (
    <section class="stack" ref={box} aria-label={`Where ${record.body.name} starts from: ${indicator.body.name}`}>
      {options.length > 1 && <Select label="On which indicator" value={chosen} options={options} onValue={setChosen} />}
      {named && options.length === 1 && <p class="soft small">{indicator.body.name}</p>}
      <BaselineChoice
        key={chosen}
        indicator={chosen}
        unit={indicator.body.unit}
        progress={schoolOn(dealings, about, record)}
        onDone={onDone}
        onLeave={onLeave}
      />
    </section>
  );
}
