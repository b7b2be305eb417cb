import { useEffect, useState } from 'preact/hooks';

/** Something that tells of itself, for all who look at it. */
interface Open<Made, Now> {
  made: Made;
  now: Now | undefined;
  listeners: Set<(now: Now) => void>;
  gone: AbortController;
}

/** Where what is shared is kept, by what it belongs to. */
export type Shared<Owner extends object, Made, Now> = WeakMap<Owner, Open<Made, Now>>;

/**
 * One of something for all screens that look at it at a time: made when the first comes, ended when the last has gone.
 * `make` is given a way to tell what is the case now, and the signal of its end.
 */
export function useShared<Owner extends object, Made, Now>(
  shared: Shared<Owner, Made, Now>,
  owner: Owner,
  make: (tell: (now: Now) => void, signal: AbortSignal) => Made,
): { made: Made | undefined; now: Now | undefined } {
  const [made, setMade] = useState<{ it: Made }>();
  const [now, setNow] = useState<{ it: Now }>();
  useEffect(() => {
    const one = shared.get(owner) ?? open(shared, owner, make);
    const listen = (it: Now) => setNow({ it });
    one.listeners.add(listen);
    setMade({ it: one.made });
    if (one.now !== undefined) listen(one.now);
    return () => {
      one.listeners.delete(listen);
      if (one.listeners.size > 0) return;
      shared.delete(owner);
      one.gone.abort();
    };
  }, [owner]);
  return { made: made?.it, now: now?.it };
}

function open<Owner extends object, Made, Now>(
  shared: Shared<Owner, Made, Now>,
  owner: Owner,
  make: (tell: (now: Now) => void, signal: AbortSignal) => Made,
): Open<Made, Now> {
  const gone = new AbortController();
  const listeners = new Set<(now: Now) => void>();
  let latest: Now | undefined;
  const tell = (now: Now) => {
    latest = now;
    if (one) one.now = now;
    for (const listen of [...listeners]) listen(now);
  };
  let one: Open<Made, Now> | undefined;
  one = { made: make(tell, gone.signal), now: latest, listeners, gone };
  shared.set(owner, one);
  return one;
}
