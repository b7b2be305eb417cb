import type { Actor } from '../../shared/cluster/roles.ts';
import { School, speaksFor } from '../../shared/cluster/schools.ts';
import type { Record } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** Who acts here, and for which schools they speak. */
export interface Me {
  actor: Actor;
  name: string;
  speaksFor: Record<School>[];
}

/** Who acts here; `undefined` until it is read, and where nobody has joined. */
export function useMe(): Me | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const me = await view.me();
    if (!me) return undefined;
    const schools = await view.list(School);
    return { ...me, speaksFor: schools.filter((school) => speaksFor(me.actor, school)) };
  });
}
