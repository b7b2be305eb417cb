import type { Place } from './paint.ts';

/** How often the pointer is looked at, in milliseconds. */
const every = 80;

const holds = ({ left, right, top, bottom }: DOMRect, x: number, y: number) =>
  x >= left && x <= right && y >= top && y <= bottom;

/** Tells at which entry the reader points, whenever that changes. The page's own clicks are left alone. */
export function watchPointer(places: () => readonly Place[], tell: (n: number | null) => void, signal: AbortSignal) {
  let told: number | null = null;
  let looked = 0;
  const say = (n: number | null) => {
    if (n === told) return;
    told = n;
    tell(n);
  };
  const look = (event: MouseEvent) => {
    if (!event.isTrusted || event.timeStamp - looked < every) return;
    looked = event.timeStamp;
    const { clientX: x, clientY: y } = event;
    const at = places().find(
      ({ range }) =>
        holds(range.getBoundingClientRect(), x, y) && [...range.getClientRects()].some((box) => holds(box, x, y)),
    );
    say(at?.n ?? null);
  };
  addEventListener('mousemove', look, { signal, passive: true, capture: true });
  // It left the window.
  addEventListener('mouseout', ({ relatedTarget }) => relatedTarget === null && say(null), {
    signal,
    passive: true,
    capture: true,
  });
}
