import { OnItsOwn } from '../evidence/beside.ts';
import { Log } from '../evidence/log.tsx';
import { Later } from '../ui/later.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';

const setUpCard = () => import('./set-up-card.tsx').then(({ SetUpCard }) => SetUpCard);

/** The log, with what is in hand. No page is beside it. */
export function EvidencePlace() {
  return (
    <>
      <PlaceTitle>Evidence</PlaceTitle>
      <Later load={setUpCard} props={{}} />
      <OnItsOwn value={true}>
        <Log />
      </OnItsOwn>
    </>
  );
}
