import type { Context } from '../action.ts';
import { Member } from '../cluster/member-kind.ts';
import type { Record } from '../record.ts';
import { known } from './known.ts';
import { Naming } from './public-kind.ts';
import { withoutNames } from './without-names.ts';

/** Who is a member, and who said that they may be named. */
export interface People {
  members: readonly Record<Member>[];
  namings: readonly Record<Naming>[];
}

/** What a rule reads to take names out. */
export const peopleKinds = [Member, Naming] as const;

/** Whether a member agreed to be named in public. */
export const hasAgreed = ({ namings }: Pick<People, 'namings'>, member: string): boolean =>
  namings.some(({ id, body }) => id === member && body?.agreed);

/** Names of members who did not agree to be named. */
export const unagreed = (people: People): string[] =>
  known(people.members).flatMap(({ id, body }) => (body.forgotten || hasAgreed(people, id) ? [] : [body.name]));

/** Those of these names that stand in a text and are taken out of it. */
export const namesIn = (names: readonly string[], text: string): string[] =>
  names.filter((name) => withoutNames([name])(text) !== text);

/** Takes names without consent out of words that become public, which stay as long as they may be. */
export function namelessIn({ list }: Pick<Context, 'list'>): (text: string, most: number) => string {
  const nameless = withoutNames(unagreed({ members: list(Member), namings: list(Naming) }));
  return (text, most) => nameless(text).slice(0, most);
}
