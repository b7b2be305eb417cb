import { useEffect, useState } from 'preact/hooks';

/** The fragment of the address, anew when it changes. */
export function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const gone = new AbortController();
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow, { signal: gone.signal });
    // It may have changed since this was drawn.
    follow();
    return () => gone.abort();
  }, []);
  return hash;
}
