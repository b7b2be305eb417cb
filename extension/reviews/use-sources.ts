import { type SceneLists, sceneKinds } from '../../shared/reviews/scene.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** Everything that an edition is made of, live; `undefined` until it is read. All of the log: asked for only here. */
export function useSources(): SceneLists | undefined {
  const { view } = useReplica();
  return useLive(() => view.lists(sceneKinds));
}
