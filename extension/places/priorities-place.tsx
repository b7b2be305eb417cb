import { Bearing } from '../evidence/bearing.tsx';
import { PrioritiesPlace as Screens } from '../priorities/place.tsx';
import { Later } from '../ui/later.tsx';
import type { PlaceProps } from './shell.tsx';

const responses = () => import('../evidence/responses.tsx').then(({ Responses }) => Responses);
const ofPriority = () => import('../cycles/of-priority.tsx').then(({ OfPriority }) => OfPriority);

/** What the priorities do not know themselves: what is done for one, what the log says about it, what people say to it. */
const Around = ({ priority }: { priority: string }) => (
  <>
    <Later load={ofPriority} props={{ priority }} />
    <Bearing priority={priority} />
    <Later load={responses} props={{ to: { kind: 'priority' as const, id: priority }, titled: true }} />
  </>
);

/** What the cluster wants to change: its figures, its proposals, its agreements, each with what is around it. */
export const PrioritiesPlace = ({ rest }: PlaceProps) => <Screens path={rest} Evidence={Around} />;
