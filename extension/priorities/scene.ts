import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Member } from '../../shared/cluster/members.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import { School } from '../../shared/cluster/schools.ts';
import { Agreement, type Scene as Conditioned } from '../../shared/priorities/agreement.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Noticing } from '../../shared/priorities/noticing.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { Baseline } from '../../shared/priorities/target.ts';
import type { Record } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** Everything that the screens of the priorities look at, as it is at one moment. */
export interface Scene extends Conditioned {
  me: Actor;
  readings: readonly Record<Reading>[];
  members: readonly Record<Member>[];
}

const kinds = {
  priorities: Priority,
  schools: School,
  indicators: Indicator,
  baselines: Baseline,
  noticings: Noticing,
  agreements: Agreement,
  readings: Reading,
  members: Member,
};

/** Reads the scene, anew whenever something of it changes; `undefined` until it is there. */
export function useLiveScene(): Scene | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [me, lists] = await Promise.all([view.actor(), view.lists(kinds)]);
    return me && { me, ...lists };
  });
}

const Context = createContext<Scene | undefined>(undefined);

/** Gives the screens below it the scene, read once for all. */
export const SceneProvider = Context.Provider;

/** What is on the scene. */
export function useScene(): Scene {
  const scene = useContext(Context);
  if (!scene) throw new Error('A screen stands outside SceneProvider');
  return scene;
}

/** A member as they are shown: 'You', a name, or 'A member'. */
export const nameIn = ({ me, members }: Pick<Scene, 'me' | 'members'>, member: string): string =>
  member === me.member ? 'You' : (members.find(({ id }) => id === member)?.body?.name ?? 'A member');

/** The same within a sentence: 'you', a name, or 'a member'. */
export const nameAmid = (scene: Pick<Scene, 'me' | 'members'>, member: string): string => {
  const name = nameIn(scene, member);
  return name === 'You' || name === 'A member' ? name.toLowerCase() : name;
};

/** Indicators in the order in which they were added: what is edited stays where it is. */
export const inOrder = <One extends { id: string; body: { at: number } }>(indicators: readonly One[]): One[] =>
  indicators.toSorted((a, b) => a.body.at - b.body.at || (a.id < b.id ? -1 : 1));

/** A school's name. */
export const schoolIn = ({ schools }: Pick<Scene, 'schools'>, id: string): string =>
  schools.find((school) => school.id === id)?.body?.name ?? 'A school';
