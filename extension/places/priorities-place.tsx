import { Priorities } from '../priorities/priorities.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';

/** What the cluster wants to change. */
export function PrioritiesPlace() {
  return (
    <>
      <PlaceTitle>Priorities</PlaceTitle>
      <Priorities titled={false} />
    </>
  );
}
