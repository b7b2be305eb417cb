import { useEffect, useState } from 'preact/hooks';
import { useReplica } from '../ui/replica.ts';
import type { TagNames } from './tag-names.ts';

/** The codebook, live; `undefined` until it is loaded and read: until then words stand as they were given. */
export function useTagNames(): TagNames | undefined {
  const { view } = useReplica();
  const [names, setNames] = useState<TagNames>();
  useEffect(() => {
    const gone = new AbortController();
    import('./tag-names.ts')
      .then(({ followTags }) => {
        if (!gone.signal.aborted) followTags(view, setNames, gone.signal);
      })
      .catch(reportError);
    return () => gone.abort();
  }, [view]);
  return names;
}
