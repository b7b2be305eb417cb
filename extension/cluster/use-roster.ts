import { isIn, Member } from '../../shared/cluster/members.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import { School, takesPart } from '../../shared/cluster/schools.ts';
import type { Record } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** A record that is not erased. */
export type Whole<Body> = Record<Body> & { body: Body };

const whole = <Body>(records: readonly Record<Body>[]): Whole<Body>[] =>
  records.filter((record): record is Whole<Body> => record.body !== null);

/** Everyone and every school, as the People place lists them. */
export interface Roster {
  me: Actor;
  schools: Whole<School>[];
  /** Who is in, in the order in which they joined, and who was. */
  present: Whole<Member>[];
  gone: Whole<Member>[];
}

/** The roster, live; `undefined` until it is read, and where nobody has joined. */
export function useRoster(): Roster | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [me, members, schools] = await Promise.all([view.actor(), view.list(Member), view.list(School)]);
    if (!me) return undefined;
    const everyone = whole(members).sort((a, b) => a.body.joined - b.body.joined);
    return {
      me,
      schools: whole(schools).sort((a, b) => a.body.name.localeCompare(b.body.name, 'en-GB')),
      present: everyone.filter(isIn),
      gone: everyone.filter((one) => !isIn(one)),
    };
  });
}

/** Who speaks for a school: its heads, its coordinators, and whoever acts for them. */
export const speakersOf = (school: Whole<School>, members: readonly Whole<Member>[]): Whole<Member>[] =>
  members.filter(
    ({ id, body }) =>
      school.body.acting === id ||
      ((body.role === 'head' || body.role === 'coordinator') && body.schools.includes(school.id)),
  );

/** Schools for which nobody speaks yet, though they take part. */
export const withoutHead = ({ schools, present }: Pick<Roster, 'schools' | 'present'>): Whole<School>[] =>
  schools.filter((school) => takesPart(school) && speakersOf(school, present).length === 0);
