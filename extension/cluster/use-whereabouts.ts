import { Cluster } from '../../shared/cluster/cluster-kind.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import type { Session } from '../replica/database.ts';
import type { Standing } from '../replica/view.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** What a screen's frame needs to know of where it is. */
export interface Whereabouts {
  session?: Session | undefined;
  standing: Standing;
  me?: { actor: Actor; name: string } | undefined;
  cluster?: Cluster | undefined;
}

/** Where this device is: in which cluster, as whom, and how it stands; `undefined` until that is read. */
export function useWhereabouts(): Whereabouts | undefined {
  const { sessions, view } = useReplica();
  return useLive(async () => {
    const [session, standing, me] = await Promise.all([sessions.stored(), view.standing(), view.me()]);
    const cluster = session && (await view.get(Cluster, session.cluster))?.body;
    return { session, standing, me, cluster: cluster ?? undefined };
  });
}
