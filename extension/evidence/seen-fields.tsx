import { type Evidence, type SeenHow, seenHow } from '../../shared/evidence/evidence.ts';
import { Labelled } from '../ui/labelled.tsx';
import { Select } from '../ui/select.tsx';
import { seenWords } from './seen-words.ts';

type Seen = NonNullable<Evidence['seen']>;

interface SeenFieldsProps {
  seen: Seen;
  onSeen: (seen: Seen) => void;
}

const options = seenHow.map((value) => ({ value, label: seenWords[value] }));

/** How and when something was seen or heard ourselves. */
export function SeenFields({ seen, onSeen }: SeenFieldsProps) {
  return (
    <div class="stack">
      <Select<SeenHow> label="How" value={seen.how} options={options} onValue={(how) => onSeen({ ...seen, how })} />
      <Labelled label="When">
        {(box) => (
          <input
            {...box}
            type="date"
            value={seen.on ?? ''}
            onInput={(event) => {
              const on = event.currentTarget.value;
              onSeen(/^\d{4}-\d\d-\d\d$/.test(on) ? { how: seen.how, on } : { how: seen.how });
            }}
          />
        )}
      </Labelled>
    </div>
  );
}
