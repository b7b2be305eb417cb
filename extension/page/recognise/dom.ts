import { attributeOf, firstChildOf, isElement, isText, nameOf, nextSiblingOf, parentOf, read } from '../figures/dom.ts';

export { attributeOf };

/** Everything that a selector finds in a document or an element, at most so many. */
export function findAll(within: Document | Element, selector: string, most: number): Element[] {
  const found = read(within, 'querySelectorAll').call(within, selector) as NodeListOf<Element>;
  const list: Element[] = [];
  for (let i = 0; i < found.length && i < most; i++) {
    const one = found[i];
    if (one) list.push(one);
  }
  return list;
}

/** The first of what a selector finds. */
export const find = (within: Document | Element, selector: string): Element | null =>
  read(within, 'querySelector').call(within, selector) as Element | null;

/** The text of an element as it stands there, scripts and all; for what is small. */
export const rawTextOf = (element: Element): string => read(element, 'textContent') ?? '';

export const tagOf = (node: Node): string => (isElement(node) ? nameOf(node).toLowerCase() : '');

export const nextElementOf = (element: Element): Element | null => read(element, 'nextElementSibling');

const unread = /^(script|style|template|noscript|svg|select|textarea|iframe|object|math)$/;
const inline = /^(a|abbr|b|bdi|cite|code|data|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr|font|label)$/;

/** A line of text, with the tag of the block that it stands in. */
export interface Line {
  tag: string;
  text: string;
}

/**
 * The lines of text in a document or an element, each block its own, in their order; at most so many nodes and
 * characters are looked at. It walks without recursion, so that no depth is too deep.
 */
export function linesOf(from: Document | Element, most: { nodes: number; characters: number }): Line[] {
  const within: Element | null =
    read(from, 'nodeType') === 9 ? read(from as Document, 'documentElement') : (from as Element);
  if (!within) return [];
  const lines: Line[] = [];
  const open: string[] = [];
  let text = '';
  let [nodes, characters] = [0, 0];
  const end = () => {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line) lines.push({ tag: open.findLast((tag) => !inline.test(tag)) ?? '', text: line });
    text = '';
  };
  let node: Node | null = firstChildOf(within);
  while (node && nodes++ < most.nodes && characters < most.characters) {
    const tag = tagOf(node);
    if (isText(node)) {
      const words: string = (read(node, 'nodeValue') ?? '').slice(0, most.characters - characters);
      characters += words.length;
      text += words;
    }
    const block = tag !== '' && !inline.test(tag);
    if (block) end();
    let next: Node | null = tag && !unread.test(tag) ? firstChildOf(node) : null;
    if (next) open.push(tag);
    for (let at: Node | null = node; at && !next; ) {
      next = nextSiblingOf(at);
      if (next) break;
      at = parentOf(at);
      if (!at || at === within) {
        at = null;
      } else {
        const closed = open.at(-1) ?? '';
        if (!inline.test(closed)) end();
        open.pop();
      }
    }
    node = next;
  }
  end();
  return lines;
}

/** The text of an element as a reader sees it, white space folded. */
export const textOf = (element: Element, most = 2000): string =>
  linesOf(element, { nodes: 500, characters: most })
    .map(({ text }) => text)
    .join(' ');
