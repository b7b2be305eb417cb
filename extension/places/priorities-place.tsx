import { Bearing } from '../evidence/bearing.tsx';
import { PrioritiesPlace as Screens } from '../priorities/place.tsx';
import type { PlaceProps } from './shell.tsx';

/** What the cluster wants to change: its figures, its proposals, its agreements, each with what the log says. */
export const PrioritiesPlace = ({ rest }: PlaceProps) => <Screens path={rest} Evidence={Bearing} />;
