import { can } from '../../shared/cluster/roles.ts';
import { beginCycle, type Cycle, stages } from '../../shared/cycles/cycle.ts';
import { gatheredIn } from '../../shared/cycles/gathering.ts';
import { hrefTo } from '../ui/route.ts';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { stageWords, standsAt } from './cycle-words.ts';
import { useCycles, type Whole } from './use-cycles.ts';

/** The cycles by the stage at which they are: a board, and on phones a list. */
export function CycleBoard() {
  const { me, cycles } = useCycles();
  const columns = [
    ...stages.map((stage) => ({
      name: stageWords[stage],
      its: cycles.filter(({ body }) => !body.closed && body.stage === stage),
    })),
    { name: 'Closed', its: cycles.filter(({ body }) => body.closed) },
  ];
  return (
    <>
      <p class="soft story">
        A question under a priority, something tried in our schools, what we saw, and a decision.
      </p>
      {can(me, beginCycle.capability) && (
        <p>
          <a href={hrefTo('cycles', 'new')}>Begin a cycle</a>
        </p>
      )}
      {cycles.length === 0 ? (
        <p>No cycle yet. Small is good: one question, two schools, half a term.</p>
      ) : (
        <div class="board">
          {columns.map(({ name, its }) => (
            <section key={name} class="board-stage" aria-label={name}>
              <h2>
                {name} <span class="soft">{its.length}</span>
              </h2>
              {its.length > 0 && (
                <ul class="cycle-list">
                  {its.map((cycle) => (
                    <li key={cycle.id}>
                      <CycleCard cycle={cycle} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function CycleCard({ cycle: { id, body } }: { cycle: Whole<Cycle> }) {
  const { priorities, trials, gatherings } = useCycles();
  const priority = priorities.find((one) => one.id === body.priority)?.body;
  const acted = trials.filter((one) => one.body.cycle === id && one.body.did).length;
  const pieces = gatheredIn(gatherings, { kind: 'cycle', id }).length;
  return (
    <div class="board-card">
      <a href={hrefTo('cycles', id)}>{body.question}</a>
      {priority && (
        <span class="small soft">
          <ThreadMark thread={{ ...priority, proposed: priority.state === 'proposed' }} /> {priority.title}
        </span>
      )}
      <span class="small soft">
        {body.closed && `${standsAt(body)} · `}
        {acted} {acted === 1 ? 'school' : 'schools'} acted · {pieces} {pieces === 1 ? 'piece' : 'pieces'} of evidence
      </span>
    </div>
  );
}
