import { Member } from '../../shared/cluster/members.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** Who is in the cluster, as screens name them. */
export interface People {
  me: Actor | undefined;
  /** Who has not left, in the order in which they joined. */
  members: readonly { id: string; name: string; schools: readonly string[] }[];
  /** 'You', a name, or 'A member'. */
  nameOf(member: string): string;
  schoolsOf(member: string): readonly string[];
}

/** Everyone in the cluster, live; `undefined` until they are read. */
export function usePeople(): People | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [me, records] = await Promise.all([view.me(), view.list(Member)]);
    const everyone = records.flatMap(({ id, body }) => (body ? [{ ...body, id }] : []));
    const members = everyone.filter(({ left }) => !left);
    const byId = new Map(everyone.map((member) => [member.id, member]));
    return {
      me: me?.actor,
      members,
      nameOf: (member: string) => (member === me?.actor.member ? 'You' : byId.get(member)?.name || 'A member'),
      schoolsOf: (member: string) => byId.get(member)?.schools ?? [],
    };
  });
}
