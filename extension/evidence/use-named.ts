import { Member } from '../../shared/cluster/members.ts';
import { School } from '../../shared/cluster/schools.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import type { Named } from './mentions.ts';

/** Everyone who can be named in what is said: people, then schools. */
export function useNamed(): readonly Named[] {
  const { view } = useReplica();
  return (
    useLive(async () => {
      const { members, schools } = await view.lists({ members: Member, schools: School });
      return [
        ...members.map(({ id, body }): Named => ({ kind: 'member', id, name: body?.name ?? '' })),
        ...schools.map(({ id, body }): Named => ({ kind: 'school', id, name: body?.name ?? '' })),
      ].filter(({ name }) => name !== '');
    }) ?? []
  );
}
