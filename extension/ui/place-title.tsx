import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';

/** Whether the person came here from another place of the same document. */
const MovedContext = createContext(false);

/** Tells the titles below it whether the person has moved. */
export const MovedProvider = MovedContext.Provider;

/**
 * The heading of a place. Whoever comes from another place has it read to them: it takes the focus, the document is
 * named after it, and the page begins at its top.
 */
export function PlaceTitle({ children }: { children: string }) {
  const moved = useContext(MovedContext);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · Goldthread`;
  }, [children]);
  // Once: a title that stands while only its words change is no other place.
  useEffect(() => {
    if (!moved) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
