import type { Entry } from '../replica/entries.ts';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { EntryView } from './entry.tsx';
import { refusalAdvice } from './refusal-advice.ts';

const refusedChange = () => import('./refused-change.tsx').then(({ RefusedChange }) => RefusedChange);

interface RefusedEntriesProps {
  /** The outbox groups that cards in hand take up again. */
  inHand: ReadonlySet<string>;
  onEdit: (entry: Entry) => void;
  onDiscard: (entry: Entry) => void;
}

/** What was refused waits for its author above the log, whatever is looked for there. */
export function RefusedEntries({ inHand, onEdit, onDiscard }: RefusedEntriesProps) {
  const { view } = useReplica();
  const refused = useLive(() => view.refused()) ?? [];
  const entries = refused.filter(({ change }) => !change);
  return (
    <>
      {refused.map((entry) => entry.change && <Later key={entry.change.id} load={refusedChange} props={{ entry }} />)}
      {entries.length > 0 && (
        <ul class="refused-entries">
          {entries.map((entry) => (
            <li key={entry.record.id} class="log-row">
              <EntryView
                entry={entry}
                foot={
                  <div class="stack tight">
                    {entry.problem && <p class="small">{refusalAdvice(entry.problem)}</p>}
                    {entry.group !== undefined && inHand.has(entry.group) ? (
                      <p class="small soft">In hand, above.</p>
                    ) : (
                      <div class="row">
                        <Button onPress={() => onEdit(entry)}>Edit</Button>
                        <Button look="quiet" onPress={() => onDiscard(entry)}>
                          Discard
                        </Button>
                      </div>
                    )}
                  </div>
                }
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
