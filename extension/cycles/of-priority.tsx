import { strands } from '../../shared/priorities/priority.ts';
import { strandWords } from '../priorities/priority-words.ts';
import { hrefTo } from '../ui/route.ts';
import { ActivityLines } from './activity-list.tsx';
import { standsAt } from './cycle-words.ts';
import './cycles.css';
import { CyclesProvider, useLiveCycles } from './use-cycles.ts';

/** What is done for a priority: its activities by strand, and the cycles that look into it. */
export function OfPriority({ priority }: { priority: string }) {
  const scene = useLiveCycles();
  if (!scene) return null;
  const activities = scene.activities.filter(({ body }) => body.priorities.includes(priority));
  const cycles = scene.cycles.filter(({ body }) => body.priority === priority);
  const used = strands.filter((strand) => activities.some(({ body }) => body.strand === strand));
  return (
    <CyclesProvider value={scene}>
      <section class="stack" aria-labelledby="done-for">
        <h2 id="done-for">What is done for it</h2>
        {used.length + cycles.length === 0 && <p class="soft">No activity and no cycle yet.</p>}
        {used.map((strand) => (
          <div key={strand} class="stack tight">
            <h3>{strandWords[strand].name}</h3>
            <ActivityLines activities={activities.filter(({ body }) => body.strand === strand)} none="" />
          </div>
        ))}
        {cycles.length > 0 && (
          <div class="stack tight">
            <h3>Cycles</h3>
            <ul class="cycle-list">
              {cycles.map(({ id, body }) => (
                <li key={id} class="stack tight">
                  <a href={hrefTo('cycles', id)}>{body.question}</a>
                  <span class="small soft">{standsAt(body)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
    </CyclesProvider>
  );
}
