import { Publicity } from '../../shared/reviews/public-kind.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** Under which name the partnership is found by the public; `undefined` where it is not. */
export function useLivePublicity(): string | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [publicity] = await view.list(Publicity);
    return publicity?.body?.state === 'ours' ? publicity.body.slug : undefined;
  });
}
