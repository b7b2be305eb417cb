import { useEffect, useState } from 'preact/hooks';

/** Where a page of places is: the parts of what stands behind `#/` in its address. */
export interface Route {
  parts: readonly string[];
  /** Whether the person went there from another place of the same document. */
  moved: boolean;
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/**
 * The parts of a fragment: `#/priorities/7` is at `['priorities', '7']`, and any other kind of fragment at `[]`. What
 * stands behind a question mark is the place's own.
 */
export const partsOf = (hash: string): string[] =>
  hash.startsWith('#/') ? (hash.slice(2).split('?')[0] ?? '').split('/').filter(Boolean).map(decoded) : [];

/** The address of a place within its document, for a link. */
export const hrefTo = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;

/** Goes to a place. The way back leads to where the person was. */
export function goTo(...parts: string[]): void {
  location.hash = hrefTo(...parts);
}

/** Where the document is, anew when that changes: by a link, by us, back or forward. */
export function useRoute(): Route {
  const [at, setAt] = useState({ hash: location.hash, moved: false });
  useEffect(() => {
    const gone = new AbortController();
    const follow = () => setAt((last) => (last.hash === location.hash ? last : { hash: location.hash, moved: true }));
    addEventListener('hashchange', follow, { signal: gone.signal });
    // It may have changed since this was drawn.
    follow();
    return () => gone.abort();
  }, []);
  return { parts: partsOf(at.hash), moved: at.moved };
}
