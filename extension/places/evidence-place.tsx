import { OnItsOwn } from '../evidence/beside.ts';
import { Log } from '../evidence/log.tsx';
import { Later } from '../ui/later.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import type { PlaceProps } from './shell.tsx';

const outAndIn = () => import('../evidence/out-and-in.tsx').then(({ OutAndIn }) => OutAndIn);
const setUpCard = () => import('./set-up-card.tsx').then(({ SetUpCard }) => SetUpCard);
const section = () => import('../evidence/search/search-section.tsx').then(({ SearchSection }) => SearchSection);
const see = () => import('../evidence/search/see-section.tsx').then(({ SeeSection }) => SeeSection);

/** The log, with what is in hand and a search; or what it looks like as a whole. No page is beside it. */
export function EvidencePlace({ rest: [view] }: PlaceProps) {
  const isSeen = view === 'see';
  return (
    <>
      <PlaceTitle>{isSeen ? 'Evidence at a glance' : 'Evidence'}</PlaceTitle>
      {!isSeen && <Later load={setUpCard} props={{}} />}
      {!isSeen && <Later load={outAndIn} props={{}} />}
      <OnItsOwn value={true}>{isSeen ? <Later load={see} props={{}} /> : <Log section={section} />}</OnItsOwn>
    </>
  );
}
