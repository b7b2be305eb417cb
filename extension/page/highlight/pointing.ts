import type { Place } from './paint.ts';

/** How often the pointer is looked at, in milliseconds. */
const every = 80;

/** Between two lines of the same words nobody points at something else; pixels. */
const between = 6;

const holds = ({ left, right, top, bottom }: DOMRect, x: number, y: number) =>
  x >= left && x <= right && y >= top - between && y <= bottom + between;

/** Tells at which entry the reader points, whenever that changes. The page's own clicks are left alone. */
export function watchPointer(places: () => readonly Place[], tell: (n: number | null) => void, signal: AbortSignal) {
  let told: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [x, y] = [-1, -1];
  const look = () => {
    timer = undefined;
    const at = places().find(
      ({ range }) =>
        holds(range.getBoundingClientRect(), x, y) && [...range.getClientRects()].some((box) => holds(box, x, y)),
    );
    const n = at?.n ?? null;
    if (n === told || signal.aborted) return;
    told = n;
    tell(n);
  };
  const moved = (event: MouseEvent, out: boolean) => {
    if (!event.isTrusted || (places().length === 0 && told === null)) return;
    [x, y] = out ? [-1, -1] : [event.clientX, event.clientY];
    timer ??= setTimeout(look, every);
  };
  addEventListener('mousemove', (event) => moved(event, false), { signal, passive: true, capture: true });
  // It left the window.
  addEventListener('mouseout', (event) => event.relatedTarget === null && moved(event, true), {
    signal,
    passive: true,
    capture: true,
  });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
