import { can } from '../../shared/cluster/roles.ts';
import { speaksFor, takesPart } from '../../shared/cluster/schools.ts';
import { indicatorsOf, lackingOf } from '../../shared/priorities/agreement.ts';
import { mostAgreed, type Priority, proposePriority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { counted, listed } from '../cluster/wording.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { goTo, hrefTo } from '../ui/route.ts';
import { ThreadEdge } from '../ui/thread-edge.tsx';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { When } from '../ui/when.tsx';
import '../cluster/lists.css';
import { agreedCount } from './agreement-words.ts';
import { dayInWords } from './priority-words.ts';
import { Refused } from './refused.tsx';
import { type Scene, schoolIn, useScene } from './scene.ts';
import { seenPriority } from './use-priorities.ts';

type Known = Record<Priority> & { body: Priority };

/** The cluster's priorities: the agreed ones in their three places, what is proposed, and what was. */
export function PriorityList() {
  const scene = useScene();
  const of = (state: Priority['state']): Known[] =>
    scene.priorities.flatMap((one) => (one.body?.state === state ? [{ ...one, body: one.body }] : []));
  const [agreed, proposed, closed, dropped] = [of('agreed'), of('proposed'), of('closed'), of('dropped')];
  const begun = scene.readings.length > 0;
  const may = can(scene.me, proposePriority.capability);
  const free = mostAgreed - agreed.length;
  return (
    <>
      <PlaceTitle>Priorities</PlaceTitle>
      <Refused />
      <YetToDo priorities={[...proposed, ...agreed]} />
      {may && (
        <div class="row">
          <Button look={begun ? 'plain' : 'main'} onPress={() => goTo('priorities', 'scrutiny')}>
            {begun ? 'Everybody’s figures' : 'Begin with everybody’s figures'}
          </Button>
          <Button
            look={begun && proposed.length + agreed.length === 0 ? 'main' : 'plain'}
            onPress={() => goTo('priorities', 'new')}
          >
            Propose a priority
          </Button>
        </div>
      )}
      <section class="stack" aria-labelledby="agreed-title">
        <h2 id="agreed-title">Agreed</h2>
        {agreed.length === 0 && (
          <p class="soft">None yet. There is room for three at most: few enough that each school can name them.</p>
        )}
        {agreed.length > 0 && (
          <ul class="places">
            {agreed.map((one) => (
              <Place key={one.id} priority={one} />
            ))}
          </ul>
        )}
        {agreed.length > 0 && (
          <p class="small soft">
            {free > 0
              ? `${free === 1 ? 'One place is' : 'Two places are'} free.`
              : 'All three places are taken. Closing one, with what was learned, makes room.'}
          </p>
        )}
      </section>
      {proposed.length > 0 && (
        <section class="stack" aria-labelledby="proposed-title">
          <h2 id="proposed-title">Proposed</h2>
          <ul class="places">
            {proposed.map((one) => (
              <Place key={one.id} priority={one} />
            ))}
          </ul>
        </section>
      )}
      <Folded name="Closed" priorities={closed} />
      <Folded name="Dropped" priorities={dropped} />
    </>
  );
}

function Place({ priority }: { priority: Known }) {
  const scene = useScene();
  const [thread] = seenPriority(priority);
  const { id, body } = priority;
  if (!thread) return null;
  const { agree, object, of } = agreedCount(scene, priority);
  const indicators = indicatorsOf(scene.indicators, id).length;
  const stands =
    body.state === 'agreed'
      ? [
          body.adopted ? `Agreed on ${dayInWords(body.adopted.on)}` : 'Agreed',
          agree < of && `${of - agree} of ${counted(of, 'school', 'schools')} yet to confirm`,
        ]
      : [
          `${agree} of ${counted(of, 'school', 'schools')} agree`,
          object > 0 && `${object} ${object === 1 ? 'objects' : 'object'}`,
        ];
  return (
    <li class="place">
      <ThreadEdge threads={[thread]} />
      <h3>
        <ThreadMark thread={thread} /> <a href={hrefTo('priorities', id)}>{body.title}</a>
      </h3>
      <p class="small soft">
        {[...stands, indicators > 0 && counted(indicators, 'indicator', 'indicators')].filter(Boolean).join(' · ')}
      </p>
      {body.review && <p class="small soft">To be reviewed {dayInWords(body.review)}</p>}
    </li>
  );
}

function Folded({ name, priorities }: { name: string; priorities: readonly Known[] }) {
  if (priorities.length === 0) return null;
  return (
    <Disclosure summary={`${name} (${priorities.length})`}>
      <ul class="list">
        {priorities.map(({ id, body }) => (
          <li key={id}>
            <a href={hrefTo('priorities', id)}>{body.title}</a>
            <span class="small soft">
              {body.closed && (
                <>
                  Closed <When at={body.closed.at} />
                </>
              )}
              {body.dropped?.reason}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const short = {
  'nothing-measured': 'needs an indicator',
  'no-baseline': 'where it starts from',
  'nothing-noticed': 'what it noticed',
  'not-agreed': 'agree or object',
  objection: '',
} as const;

/** What the schools in whose name we speak have yet to do, priority by priority. */
function YetToDo({ priorities }: { priorities: readonly Known[] }) {
  const scene: Scene = useScene();
  const mine = scene.schools.filter((school) => takesPart(school) && speaksFor(scene.me, school));
  const todo = priorities.flatMap((priority) =>
    mine.flatMap(({ id }) => {
      const lacks = lackingOf(scene, priority, id).filter((lack) => lack !== 'objection');
      return lacks.length > 0 ? [{ priority, school: id, lacks }] : [];
    }),
  );
  if (todo.length === 0) return null;
  return (
    <section class="notice measure" aria-labelledby="todo-title">
      <h2 id="todo-title">Waiting for you</h2>
      <ul class="stack tight">
        {todo.map(({ priority, school, lacks }) => (
          <li key={`${priority.id} ${school}`}>
            <a href={hrefTo('priorities', priority.id)}>{priority.body.title}</a>
            <span class="small">
              {' '}
              {schoolIn(scene, school)}: {listed(lacks.map((lack) => short[lack]))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
