import { useEffect, useRef, useState } from 'preact/hooks';
import { parseQuery, printQuery } from '../../../shared/evidence/query.ts';
import type { Facet } from '../../replica/search/facets.ts';
import { pinned, readable } from '../../replica/search/meaning.ts';
import { queryIn, searchHref } from './address.ts';

/** Milliseconds after the last key until the address follows: browsers count how often it changes. */
const settled = 300;

/** Told within this document when the address was changed by a line, of which the browser tells nobody. */
const asked = 'evidence-asked';

/**
 * The line of the search, as people read it, and its way into the page's address, where things have their ids: a link
 * means the same when a name has changed. `undefined` until it is known what things are called.
 */
export function useLine(
  facets: readonly Facet[] | undefined,
  ...view: string[]
): [line: string | undefined, setLine: (line: string) => void] {
  const [line, setLine] = useState<string>();
  const newest = useRef(facets);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Whose line it is: the other places of this document that show what is found follow it.
  const self = useRef({});
  const isKnown = facets !== undefined;
  // What is called otherwise from now on is so in the line too.
  useEffect(() => {
    const before = newest.current;
    newest.current = facets;
    if (before && facets) setLine((now) => (now === undefined ? now : renamed(now, before, facets)));
  }, [facets]);
  useEffect(() => {
    if (!isKnown) return;
    const gone = new AbortController();
    const read = () => {
      clearTimeout(timer.current);
      setLine(printQuery(readable(queryIn(location.hash), newest.current ?? [])));
    };
    read();
    addEventListener('hashchange', read, { signal: gone.signal });
    const follow = (event: Event) => (event as CustomEvent).detail !== self.current && read();
    addEventListener(asked, follow, { signal: gone.signal });
    return () => {
      gone.abort();
      clearTimeout(timer.current);
    };
  }, [isKnown]);
  const put = (next: string) => {
    setLine(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      history.replaceState(null, '', searchHref(pinned(parseQuery(next), newest.current ?? []), ...view));
      dispatchEvent(new CustomEvent(asked, { detail: self.current }));
    }, settled);
  };
  return [line, put];
}

/** A line with what has another name by now under that; otherwise as it was typed. */
function renamed(line: string, before: readonly Facet[], facets: readonly Facet[]): string {
  const query = pinned(parseQuery(line), before);
  const now = printQuery(readable(query, facets));
  return now === printQuery(readable(query, before)) ? line : now;
}
