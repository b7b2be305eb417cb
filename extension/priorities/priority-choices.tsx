import { ThreadMark } from '../ui/thread-mark.tsx';
import { threadClass } from '../ui/threads.ts';
import './priority-choices.css';
import { isOffered, type SeenPriority, stateWords } from './use-priorities.ts';

interface PriorityChoicesProps {
  priorities: readonly SeenPriority[];
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
}

/**
 * Which priorities something bears on. None is a fine answer. What is closed or dropped is not offered any more, but
 * stays where it was chosen.
 */
export function PriorityChoices({ priorities, chosen, onChosen }: PriorityChoicesProps) {
  const choose = (id: string, on: boolean) => onChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  const offered = priorities.filter((priority) => isOffered(priority) || chosen.includes(priority.id));
  return (
    <fieldset class="group">
      <legend>Priorities</legend>
      {offered.length === 0 ? (
        <p class="soft small">None yet. You can propose one under the second tab; entries need none.</p>
      ) : (
        <div class="priority-choices">
          {offered.map((priority) => (
            <label
              key={priority.id}
              class={`priority-choice ${threadClass(priority.thread)}${priority.proposed ? ' proposed' : ''}`}
            >
              <input
                type="checkbox"
                class="unseen"
                checked={chosen.includes(priority.id)}
                onChange={(event) => choose(priority.id, event.currentTarget.checked)}
              />
              <ThreadMark thread={priority} />
              <span>
                {priority.title}
                {priority.state !== 'agreed' && <span class="soft small"> {stateWords[priority.state]}</span>}
              </span>
              <span class="priority-tick" aria-hidden="true">
                ✓
              </span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
