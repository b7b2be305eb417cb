import { newElement, pageRoot } from '../capture/unclobbered.ts';

/** A line around one element of the page, drawn by an element of ours that takes no pointer. */
export interface Outline {
  around(element: Element | undefined): void;
}

const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** Draws an outline that stays around its element when the page is scrolled. */
export function createOutline(signal: AbortSignal): Outline {
  const line = newElement('div');
  let at: Element | undefined;
  const place = () => {
    if (!at) return line.remove();
    const { left, top, width, height } = boxOf(at);
    const style: { [property: string]: string } = {
      all: 'initial',
      position: 'fixed',
      'z-index': '2147483647',
      'pointer-events': 'none',
      'box-sizing': 'border-box',
      left: `${left - 2}px`,
      top: `${top - 2}px`,
      width: `${width + 4}px`,
      height: `${height + 4}px`,
      // Two lines, so that one is seen on any ground.
      border: '3px solid #8a6100',
      outline: '2px solid #ffffff',
      'border-radius': '4px',
    };
    for (const [name, value] of Object.entries(style)) line.style.setProperty(name, value, 'important');
    if (!line.isConnected) pageRoot()?.append(line);
  };
  for (const name of ['scroll', 'resize']) addEventListener(name, place, { signal, passive: true, capture: true });
  signal.addEventListener('abort', () => line.remove(), { once: true });
  return {
    around(element) {
      at = element;
      place();
    },
  };
}

/** The nearest of some elements in a direction from one of them, as they stand on the screen. */
export function nearest(
  from: Element,
  among: readonly Element[],
  to: 'left' | 'right' | 'up' | 'down',
): Element | undefined {
  const middle = (element: Element) => {
    const { left, top, width, height } = boxOf(element);
    return width > 0 && height > 0 ? { x: left + width / 2, y: top + height / 2, height } : undefined;
  };
  const here = middle(from);
  let best: { element: Element; far: number } | undefined;
  for (const element of here ? among : []) {
    const there = element === from ? undefined : middle(element);
    if (!here || !there) continue;
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[to];
    const aside = to === 'left' || to === 'right' ? Math.abs(dy) : Math.abs(dx);
    // What stands in the same line is meant before what is only near.
    const far = ahead + aside * 4;
    if (ahead > 2 && (!best || far < best.far)) best = { element, far };
  }
  return best?.element;
}
