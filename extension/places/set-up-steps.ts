import { Cluster } from '../../shared/cluster/cluster.ts';
import { Purpose } from '../../shared/cluster/purpose.ts';
import { takesPart } from '../../shared/cluster/schools.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import type { Invitation } from '../cluster/use-invitations.ts';
import { type Roster, useRoster, type Whole, withoutHead } from '../cluster/use-roster.ts';
import { getMeta } from '../replica/database.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** The steps of setting a cluster up, in their order. */
export const stepNames = ['name', 'schools', 'heads', 'coordinator', 'purpose', 'priorities'] as const;
export type StepName = (typeof stepNames)[number];

/** Where a step stands: `awaited` is done from our side, and others have yet to come. */
export type StepState = 'done' | 'awaited' | 'open';

/** What setting up is told by: the records, and where the path was put away. */
export interface SetUp {
  roster: Roster;
  cluster: Whole<Cluster>;
  purposes: number;
  priorities: number;
  away: boolean;
}

/** How setting up stands; `undefined` until it is read, and for whoever is no coordinator. */
export function useSetUp(): SetUp | undefined {
  const { db, sessions, view } = useReplica();
  const roster = useRoster();
  const more = useLive(async () => {
    const session = await sessions.stored();
    const [cluster, purposes, priorities, away] = await Promise.all([
      session && view.get(Cluster, session.cluster),
      view.list(Purpose),
      view.list(Priority),
      getMeta(db, 'setUpAway'),
    ]);
    if (!cluster?.body) return undefined;
    const standing = priorities.filter(({ body }) => body && body.state !== 'dropped');
    return {
      cluster: { ...cluster, body: cluster.body },
      purposes: purposes.length,
      priorities: standing.length,
      away: away === true,
    };
  });
  return roster?.me.role === 'coordinator' && more ? { roster, ...more } : undefined;
}

/** Where each step stands. Who was invited is only known with a connection. */
export function stepStates(
  { roster, purposes, priorities }: SetUp,
  invitations: readonly Invitation[] = [],
): { [step in StepName]: StepState } {
  const done = (yes: boolean): StepState => (yes ? 'done' : 'open');
  const invited = (id: string) => invitations.some(({ role, schools }) => role === 'head' && schools.includes(id));
  const missing = withoutHead(roster);
  const heads = roster.schools.some(takesPart) ? done(missing.length === 0) : 'open';
  const coordinators = roster.present.filter(({ body }) => body.role === 'coordinator').length;
  const awaited = invitations.some(({ role }) => role === 'coordinator');
  return {
    name: 'done',
    schools: done(roster.schools.length > 1),
    heads: heads === 'open' && missing.length > 0 && missing.every(({ id }) => invited(id)) ? 'awaited' : heads,
    coordinator: coordinators > 1 ? 'done' : awaited ? 'awaited' : 'open',
    purpose: done(purposes > 0),
    priorities: done(priorities > 0),
  };
}

export const stepTitles: { [step in StepName]: string } = {
  name: 'Name the cluster',
  schools: 'Add the schools',
  heads: 'Invite a head for each school',
  coordinator: 'Ask a second coordinator in',
  purpose: 'Write a first sentence of purpose',
  priorities: 'Propose or take over priorities',
};
