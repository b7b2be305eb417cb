import '../cycles/cycles.css';
import { thingIn } from '../../shared/priorities/one-thing.ts';
import { DoOne } from '../priorities/do-one.tsx';
import '../reviews/reviews.css';
import { DoSign } from '../reviews/do-sign.tsx';
import { hrefTo } from '../ui/route.ts';
import type { PlaceProps } from './shell.tsx';

/** A phone link's place: one thing to do, and nothing around it. */
export function DoPlace({ rest }: PlaceProps) {
  const hash = hrefTo('do', ...rest);
  const thing = thingIn(hash);
  return thing?.what === 'sign' ? <DoSign {...thing} /> : <DoOne hash={hash} />;
}
