import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { type Activity, planActivity } from '../../shared/cycles/activity.ts';
import { type Strand, strands } from '../../shared/priorities/priority.ts';
import { dayInWords, strandWords } from '../priorities/priority-words.ts';
import { hrefTo } from '../ui/route.ts';
import { Select } from '../ui/select.tsx';
import { schoolName, useCycles, type Whole } from './use-cycles.ts';

/** Newest first; what has no day yet comes first of all. */
const byDay = (a: Whole<Activity>, b: Whole<Activity>) => ((a.body.on ?? '~') < (b.body.on ?? '~') ? 1 : -1);

/** Everything done together, by strand and day. */
export function ActivityList() {
  const { me, activities } = useCycles();
  const [strand, setStrand] = useState<Strand | 'all'>('all');
  const shown = strands.filter((one) => strand === 'all' || one === strand);
  return (
    <div class="stack wide story">
      {can(me, planActivity.capability) && (
        <p>
          <a href={hrefTo('activities', 'new')}>Plan an activity</a>
        </p>
      )}
      {activities.length === 0 ? (
        <p class="soft">Nothing is planned yet: a peer review visit, a joint lesson, a course, something paid for.</p>
      ) : (
        <>
          <Select
            label="Strand"
            value={strand}
            options={[
              { value: 'all' as const, label: 'All strands' },
              ...strands.map((one) => ({ value: one, label: strandWords[one].name })),
            ]}
            onValue={setStrand}
          />
          {shown.map((one) => {
            const its = activities.filter(({ body }) => body.strand === one);
            return its.length === 0 && strand === 'all' ? null : (
              <section key={one} class="stack" aria-labelledby={`strand-${one}`}>
                <h2 id={`strand-${one}`}>{strandWords[one].name}</h2>
                <ActivityLines activities={its} none="Nothing yet in this strand." />
              </section>
            );
          })}
        </>
      )}
    </div>
  );
}

/** Some activities, a line each. */
export function ActivityLines({ activities, none }: { activities: readonly Whole<Activity>[]; none: string }) {
  const scene = useCycles();
  if (activities.length === 0) return <p class="soft">{none}</p>;
  return (
    <ul class="cycle-list">
      {activities.toSorted(byDay).map(({ id, body }) => (
        <li key={id} class="stack tight">
          <a href={hrefTo('activities', id)}>{body.title}</a>
          <span class="small soft">
            {[
              body.calledOff && 'Called off',
              body.on ? dayInWords(body.on) : 'No day yet',
              body.host && `at ${schoolName(scene, body.host)}`,
              body.saw && 'written up',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
