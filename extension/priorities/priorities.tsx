import { proposePriority } from '../../shared/priorities/priority.ts';
import { sentenceFor } from '../ui/problem.ts';
import { RefusedList } from '../ui/refused-list.tsx';
import { ThreadMark } from '../ui/thread-mark.tsx';
import './priorities.css';
import { ProposePriority } from './propose-priority.tsx';
import { isOffered, usePriorities } from './use-priorities.ts';

/** What the cluster wants to change, with a way to propose more. */
export function Priorities() {
  const priorities = usePriorities()?.filter(isOffered);
  return (
    <section class="stack" aria-labelledby="priorities-title">
      <h2 id="priorities-title">Priorities</h2>
      {priorities?.length === 0 && <p class="soft">None is proposed yet. Two or three are plenty.</p>}
      {priorities && priorities.length > 0 && (
        <ul class="priorities">
          {priorities.map((priority) => (
            <li key={priority.id}>
              <ThreadMark thread={priority} />
              <span>
                {priority.title}
                {priority.proposed && <span class="soft small"> proposed</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <RefusedList<{ title: string }> action={proposePriority} titleOf={({ title }) => title} advice={sentenceFor} />
      <ProposePriority />
    </section>
  );
}
