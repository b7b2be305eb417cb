import { ThreadMark } from '../ui/thread-mark.tsx';
import { threadClass } from '../ui/threads.ts';
import './priority-choices.css';
import { isOffered, type SeenPriority, stateWords } from './use-priorities.ts';

interface PriorityChoicesProps {
  priorities: readonly SeenPriority[];
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
  /** Why some of them are suggested, in words. */
  reasons?: { [priority: string]: string } | undefined;
  /** Their keys are heard: 1 to 9 here, with Alt wherever one writes. */
  keys?: boolean;
}

/** Those that are offered, in their order. What is closed or dropped is not any more, but stays where it was chosen. */
export const offeredOf = (priorities: readonly SeenPriority[], chosen: readonly string[]): SeenPriority[] =>
  priorities.filter((priority) => isOffered(priority) || chosen.includes(priority.id));

const keysOf = (n: number) => (n === 1 ? '1' : n === 2 ? '1 or 2' : `1 to ${Math.min(9, n)}`);

/** Which priorities something bears on. None is a fine answer. */
export function PriorityChoices({ priorities, chosen, onChosen, reasons, keys }: PriorityChoicesProps) {
  const choose = (id: string, on: boolean) => onChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  const offered = offeredOf(priorities, chosen);
  return (
    <fieldset class="group">
      <legend>Priorities</legend>
      {offered.length === 0 ? (
        <p class="soft small">None yet. You can propose one under the second tab; entries need none.</p>
      ) : (
        <div class="priority-choices">
          {offered.map((priority, i) => (
            <label
              key={priority.id}
              class={`priority-choice ${threadClass(priority.thread)}${priority.proposed ? ' proposed' : ''}`}
            >
              <input
                type="checkbox"
                class="unseen"
                checked={chosen.includes(priority.id)}
                aria-keyshortcuts={keys && i < 9 ? `Alt+${i + 1}` : undefined}
                onChange={(event) => choose(priority.id, event.currentTarget.checked)}
              />
              <ThreadMark thread={priority} />
              <span>
                {priority.title}
                {priority.state !== 'agreed' && <span class="soft small"> {stateWords[priority.state]}</span>}
                {reasons?.[priority.id] && <span class="soft small priority-reason">{reasons[priority.id]}</span>}
              </span>
              <span class="priority-tick" aria-hidden="true">
                ✓
              </span>
            </label>
          ))}
          {keys && <p class="soft small">Keys: Alt + {keysOf(offered.length)}, or the number alone here</p>}
        </div>
      )}
    </fieldset>
  );
}
