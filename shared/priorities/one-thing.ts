import * as z from 'zod/mini';
import { Id } from '../ids.ts';
import type { Owed } from './due.ts';
import { isPeriod } from './period-parts.ts';

/** One thing to do, small enough for a phone. */
export type OneThing =
  | { what: 'reading'; indicator: string; school: string; period: string }
  | { what: 'agree'; priority: string; school: string }
  | { what: 'sign'; review: string; school: string };

const isId = (text: string | undefined): text is string => z.safeParse(Id, text).success;

/** The fragment of the web app's address that opens only one thing: `#/do/reading/…`. */
export function hashOf(thing: OneThing): string {
  if (thing.what === 'agree') return `#/do/agree/${thing.priority}/${thing.school}`;
  if (thing.what === 'sign') return `#/do/sign/${thing.review}/${thing.school}`;
  return `#/do/reading/${thing.indicator}/${thing.school}/${encodeURIComponent(thing.period)}`;
}

/**
 * The link that opens only one thing at a cluster's address. It holds no secret: who has not joined sees nothing. The
 * stroke before the fragment makes it one of the app's own, which a phone opens without a connection.
 */
export const linkToThing = (address: string, thing: OneThing): string =>
  `${address.replace(/\/+$/, '')}/app/${hashOf(thing)}`;

/** What a fragment, or the path in it, says is to be done. `undefined` where it says nothing of the kind. */
export function thingIn(hash: string): OneThing | undefined {
  const [start, what, first, school, period] = hash.replace(/^#?\/?/, '').split('/');
  if (start !== 'do' || !isId(first) || !isId(school)) return undefined;
  if (what === 'agree') return period === undefined ? { what, priority: first, school } : undefined;
  if (what === 'sign') return period === undefined ? { what, review: first, school } : undefined;
  if (what !== 'reading' || period === undefined) return undefined;
  const plain = decoded(period);
  return plain !== undefined && isPeriod(plain) ? { what, indicator: first, school, period: plain } : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The one thing that settles what is owed, where there is one that small. */
export function thingFor(owed: Owed): OneThing | undefined {
  if (owed.what === 'reading') {
    const { what, indicator, school, period } = owed;
    return { what, indicator, school, period };
  }
  return owed.what === 'agreement' ? { what: 'agree', priority: owed.priority, school: owed.school } : undefined;
}
