import { Edition } from '../../shared/reviews/edition-kind.ts';
import { Publicity } from '../../shared/reviews/public-kind.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** Under which name the partnership is found by the public; `undefined` where it is not. */
export function useLivePublicity(): string | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [[publicity], editions] = await Promise.all([view.list(Publicity), view.list(Edition)]);
    // Before something is published, nothing stands there.
    return publicity?.body?.state === 'ours' && editions.length > 0 ? publicity.body.slug : undefined;
  });
}
