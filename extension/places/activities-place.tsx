import { ActivityList } from '../cycles/activity-list.tsx';
import { ActivityPage } from '../cycles/activity-page.tsx';
import '../cycles/cycles.css';
import { PlanActivity } from '../cycles/plan-activity.tsx';
import { RefusedDeeds } from '../cycles/refused-deeds.tsx';
import { CyclesProvider, useLiveCycles } from '../cycles/use-cycles.ts';
import { PlaceTitle } from '../ui/place-title.tsx';
import type { PlaceProps } from './shell.tsx';

/** What is done together in the four strands: all of it, a new one (`new`, and for which cycle), or one. */
export function ActivitiesPlace({ rest: [first, cycle] }: PlaceProps) {
  const scene = useLiveCycles();
  if (!scene) return null;
  return (
    <CyclesProvider value={scene}>
      <RefusedDeeds />
      {first !== undefined && first !== 'new' ? (
        <ActivityPage key={first} id={first} />
      ) : (
        <>
          <PlaceTitle>{first ? 'A new activity' : 'Activities'}</PlaceTitle>
          {first ? <PlanActivity cycle={cycle} /> : <ActivityList />}
        </>
      )}
    </CyclesProvider>
  );
}
