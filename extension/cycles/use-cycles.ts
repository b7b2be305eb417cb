import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Member } from '../../shared/cluster/members.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import { isOf, School, takesPart } from '../../shared/cluster/schools.ts';
import { Activity } from '../../shared/cycles/activity.ts';
import { Cycle } from '../../shared/cycles/cycle.ts';
import { Gathering } from '../../shared/cycles/gathering.ts';
import { Trial } from '../../shared/cycles/trial.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** A record that is not erased. */
export type Whole<Body> = Record<Body> & { body: Body };

const kinds = {
  priorities: Priority,
  schools: School,
  members: Member,
  indicators: Indicator,
  cycles: Cycle,
  trials: Trial,
  activities: Activity,
  gatherings: Gathering,
};

/** Everything that the screens of cycles and activities look at, as it is at one moment. */
export interface CycleScene {
  me: Actor;
  priorities: Whole<Priority>[];
  schools: Whole<School>[];
  members: Whole<Member>[];
  indicators: Whole<Indicator>[];
  cycles: Whole<Cycle>[];
  trials: Whole<Trial>[];
  activities: Whole<Activity>[];
  gatherings: readonly Record<Gathering>[];
}

const whole = <Body>(records: readonly Record<Body>[]): Whole<Body>[] =>
  records.flatMap((one) => (one.body === null ? [] : [{ ...one, body: one.body }]));

/** Reads the scene, anew whenever something of it changes; `undefined` until it is there. */
export function useLiveCycles(): CycleScene | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [me, lists] = await Promise.all([view.actor(), view.lists(kinds)]);
    if (!me) return undefined;
    const { gatherings, priorities, schools, members, indicators, cycles, trials, activities } = lists;
    return {
      ...{ me, gatherings, priorities: whole(priorities), schools: whole(schools), members: whole(members) },
      ...{ indicators: whole(indicators), cycles: whole(cycles), trials: whole(trials) },
      activities: whole(activities),
    };
  });
}

const Context = createContext<CycleScene | undefined>(undefined);

/** Gives the screens below it the scene, read once for all. */
export const CyclesProvider = Context.Provider;

/** What is on the scene. */
export function useCycles(): CycleScene {
  const scene = useContext(Context);
  if (!scene) throw new Error('A screen stands outside CyclesProvider');
  return scene;
}

/** A member as they are shown: 'You', a name, or 'A member'. */
export const nameOf = ({ me, members }: Pick<CycleScene, 'me' | 'members'>, member: string): string =>
  member === me.member ? 'You' : members.find(({ id }) => id === member)?.body.name || 'A member';

/** A school's name. */
export const schoolName = ({ schools }: Pick<CycleScene, 'schools'>, id: string): string =>
  schools.find((school) => school.id === id)?.body.name ?? 'A school';

/** The schools of the cluster that take part, by name. */
export const schoolsHere = ({ schools }: Pick<CycleScene, 'schools'>): Whole<School>[] =>
  schools.filter(takesPart).sort((a, b) => a.body.name.localeCompare(b.body.name, 'en-GB'));

/** The schools for which one may say what they try and did: one's own, and a coordinator everybody's. */
export const schoolsOfMine = (scene: Pick<CycleScene, 'me' | 'schools'>): Whole<School>[] =>
  schoolsHere(scene).filter((school) => scene.me.role === 'coordinator' || isOf(scene.me, school));
