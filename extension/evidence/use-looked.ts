import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { getMeta, type Meta, setMeta } from '../replica/database.ts';
import { useReplica } from '../ui/replica.ts';

/**
 * When the person had the log in view before this time; `undefined` where they never had, or that is not known yet.
 * It is noted all the time that the list is in view, since no page is told in time that it is closed; what it was
 * stays until the person has left the list (the document hidden, another tab of the panel) and come back.
 */
export function useLooked(list: RefObject<HTMLElement | null>, newest: number | undefined): Meta['looked'] | undefined {
  const { db } = useReplica();
  const [before, setBefore] = useState<{ looked: Meta['looked'] | undefined }>();
  const [inView, setInView] = useState(false);
  const away = useRef(true);
  useEffect(() => {
    const gone = new AbortController();
    const comeBack = async () => {
      if (!away.current) return;
      away.current = false;
      const looked = await getMeta(db, 'looked');
      if (!gone.signal.aborted) setBefore({ looked });
    };
    const seen = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      setInView(last?.isIntersecting === true);
      if (last?.isIntersecting) comeBack().catch(reportError);
      // Scrolled away is not left: whoever is at a card above comes back to the same list.
      else if (last && last.target instanceof HTMLElement && !last.target.offsetParent) away.current = true;
    });
    if (list.current) seen.observe(list.current);
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'hidden') away.current = true;
        else comeBack().catch(reportError);
      },
      { signal: gone.signal },
    );
    comeBack().catch(reportError);
    return () => {
      gone.abort();
      seen.disconnect();
    };
  }, [db]);
  useEffect(() => {
    if (!inView || !before || newest === undefined || document.visibilityState === 'hidden') return;
    setMeta(db, 'looked', { at: Date.now(), newest }).catch(reportError);
  }, [inView, before, newest]);
  return before?.looked;
}
