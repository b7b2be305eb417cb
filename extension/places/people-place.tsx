import { People } from '../cluster/people.tsx';
import { Schools } from '../cluster/schools.tsx';
import { ThisDevice } from '../cluster/this-device.tsx';
import { unsentText } from '../evidence/unsent-text.ts';
import { PlaceTitle } from '../ui/place-title.tsx';

/** Who is in, for which schools, and on which devices. */
export function PeoplePlace() {
  return (
    <>
      <PlaceTitle>People</PlaceTitle>
      <div class="stack wide">
        <People titled={false} />
        <Schools />
        <ThisDevice unsentText={unsentText} />
      </div>
    </>
  );
}
