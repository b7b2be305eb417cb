import { OnItsOwn } from '../evidence/beside.ts';
import { Log } from '../evidence/log.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';

/** The log, with what is in hand. No page is beside it. */
export function EvidencePlace() {
  return (
    <>
      <PlaceTitle>Evidence</PlaceTitle>
      <OnItsOwn value={true}>
        <Log />
      </OnItsOwn>
    </>
  );
}
