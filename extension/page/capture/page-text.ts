import { firstChildOf, nextSiblingOf, tagNameOf } from './unclobbered.ts';

/** One run of characters of the page's text that stands together in one text node. */
interface Piece {
  node: Text;
  /** Where it begins in the node. */
  from: number;
  /** Where it begins in the page's text. */
  at: number;
  length: number;
}

/** A page's text as it is read: white space folded, blocks on lines of their own, scripts and the like left out. */
export interface PageText {
  text: string;
  pieces: Piece[];
}

const left = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'SELECT', 'OPTION', 'IFRAME', 'OBJECT']);
const inline = /^(inline|contents|ruby)/;

/** Reads a page's text, with a map back to its nodes. */
export function readPageText(root: Element): PageText {
  const pieces: Piece[] = [];
  // Parts, not one growing text: reading a long page takes a time in proportion to its length.
  const parts: string[] = [];
  let length = 0;
  let last = '\n';
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
    last = part.charAt(part.length - 1);
  };
  const breakLine = () => {
    if (last === ' ') {
      parts[parts.length - 1] = '\n';
      last = '\n';
    } else if (last !== '\n') add('\n');
  };
  const addText = (node: Text) => {
    for (const { 0: run, index } of node.data.matchAll(/\s+|\S+/g)) {
      const blank = /^\s/.test(run);
      if (blank && (last === ' ' || last === '\n')) continue;
      const kept = blank ? ' ' : run;
      const piece = pieces.at(-1);
      if (piece?.node === node && piece.from + piece.length === index && piece.at + piece.length === length) {
        piece.length += kept.length;
      } else pieces.push({ node, from: index, at: length, length: kept.length });
      add(kept);
    }
  };
  /** Whether an element is a block, and so has lines of its own; `undefined` where nothing in it is read. */
  const kindOf = (element: Element): boolean | undefined => {
    const name = tagNameOf(element);
    if (name === 'BR') breakLine();
    if (name === 'BR' || left.has(name)) return undefined;
    const { display } = getComputedStyle(element);
    return display === 'none' ? undefined : !inline.test(display);
  };
  // Not by recursion: a page may be nested deeper than any stack.
  const open: { element: Element; block: boolean }[] = [];
  let node = firstChildOf(root);
  while (node || open.length > 0) {
    if (!node) {
      const done = open.pop();
      if (done?.block) breakLine();
      node = done ? nextSiblingOf(done.element) : null;
      continue;
    }
    if (node instanceof Text) addText(node);
    const block = node instanceof Element ? kindOf(node) : undefined;
    if (block === undefined) node = nextSiblingOf(node);
    else {
      if (block) breakLine();
      open.push({ element: node as Element, block });
      node = firstChildOf(node);
    }
  }
  return { text: parts.join('').trimEnd(), pieces };
}

/** The place in the page's text of a point in the document: of the first kept character at or after it. */
export function offsetOf({ text, pieces }: PageText, node: Node, offset: number): number {
  const point = new Range();
  point.setStart(node, offset);
  point.collapse(true);
  let low = 0;
  let high = pieces.length;
  // The first piece that does not end before the point.
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle] as Piece;
    const before = point.comparePoint(piece.node, piece.from + piece.length) < 0;
    if (before) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low];
  if (!piece) return text.length;
  if (piece.node === node) return piece.at + Math.min(piece.length, Math.max(0, offset - piece.from));
  return piece.at;
}
