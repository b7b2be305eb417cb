import { DoOne } from '../priorities/do-one.tsx';
import { hrefTo } from '../ui/route.ts';
import type { PlaceProps } from './shell.tsx';

/** A phone link's place: one thing to do, and nothing around it. */
export const DoPlace = ({ rest }: PlaceProps) => <DoOne hash={hrefTo('do', ...rest)} />;
