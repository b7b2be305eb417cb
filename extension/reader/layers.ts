import type { Spot, Stretch } from '../page/pdf/places.ts';

/** The text layers of the pages in view: where in the document stands what the file draws, and the way back. */
export function createLayers() {
  /** By page, from 0: the element of each item, which the viewer may have put another in the place of. */
  const layers = new Map<number, readonly (HTMLElement | undefined)[]>();

  /** The item that an element around a node stands for. */
  const itemOf = (node: Node): { page: number; item: number; element: HTMLElement } | undefined => {
    const within = node instanceof Element ? node : node.parentElement;
    const number = Number(within?.closest<HTMLElement>('.page')?.dataset.pageNumber);
    const items = layers.get(number - 1);
    for (let one = within; one && items; one = one.parentElement) {
      const item = items.indexOf(one as HTMLElement);
      if (item >= 0) return { page: number - 1, item, element: one as HTMLElement };
      if (one.classList.contains('textLayer')) break;
    }
    return undefined;
  };

  return {
    set: (page: number, items: readonly HTMLElement[]): void => void layers.set(page, items),
    drop: (page: number): void => void layers.delete(page),

    /** The point of the file at a point of the document: the next item's beginning where it stands between two. */
    spotOf(node: Node, offset: number): Spot | undefined {
      const at = itemOf(node);
      const point = document.createRange();
      if (at) {
        point.selectNodeContents(at.element);
        point.setEnd(node, offset);
        return { page: at.page, item: at.item, char: point.toString().length };
      }
      point.setStart(node, offset);
      for (const [page, items] of [...layers].sort(([a], [b]) => a - b)) {
        for (const [item, element] of items.entries()) {
          if (element?.isConnected && element.firstChild && point.comparePoint(element, 0) >= 0) {
            return { page, item, char: 0 };
          }
        }
      }
      const last = Math.max(-1, ...layers.keys());
      return last < 0 ? undefined : { page: last, item: Number.MAX_SAFE_INTEGER, char: 0 };
    },

    /** A stretch of an item as a range, where its page is in view. */
    rangeOf({ page, item, from, to }: Stretch): Range | undefined {
      const element = layers.get(page)?.[item];
      if (!element?.isConnected) return undefined;
      const range = document.createRange();
      const start = pointIn(element, from);
      const end = pointIn(element, to);
      if (!start || !end) return undefined;
      range.setStart(...start);
      range.setEnd(...end);
      return range;
    },
  };
}

export type Layers = ReturnType<typeof createLayers>;

/** The point before a character of an element's text: what is searched for stands in elements of its own. */
function pointIn(element: HTMLElement, char: number): [Text, number] | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = char;
  let last: [Text, number] | undefined;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left <= node.length) return [node, left];
    left -= node.length;
    last = [node, node.length];
  }
  return last;
}
