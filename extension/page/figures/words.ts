import { attributeOf, dataOf, firstChildOf, isElement, isText, nameOf, nextSiblingOf } from './dom.ts';

/** What is not read as part of what an element says. */
const left = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'SELECT', 'TEXTAREA', 'TABLE']);
/** What does not stand in the line of the words around it. */
const block = /^(BR|P|DIV|LI|UL|OL|DL|DT|DD|H[1-6]|TR|TD|TH|CAPTION|SECTION|ARTICLE|HR|SUMMARY|DETAILS)$/;
/** A mark that points to a note is no part of a number: 1,234² is not 12342. */
const note = /^\s*(?!(?:st|nd|rd|th)\s*$)[[(]?[\d*†‡§a-z]{1,2}(?:, ?[\da-z]{1,2})*[\])]?\s*$/i;

/** More than this is no cell but a page of its own. */
const most = { length: 2_000, nodes: 2_000 };

/**
 * What an element says in one line: white space folded, blocks and line breaks apart, without notes' marks, scripts,
 * hidden parts, and tables within it. At most 2,000 characters of 2,000 nodes.
 */
export function wordsOf(root: Element): string {
  const parts: string[] = [];
  let length = 0;
  let seen = 0;
  // Not by recursion: a page may be nested deeper than any stack.
  const open: Element[] = [];
  let node: Node | null = firstChildOf(root);
  while (node || open.length > 0) {
    if (!node) {
      const done = open.pop();
      if (done && block.test(nameOf(done))) parts.push(' ');
      node = done ? nextSiblingOf(done) : null;
      continue;
    }
    seen++;
    if (length > most.length || seen > most.nodes) break;
    if (isText(node)) {
      const data = dataOf(node).slice(0, most.length);
      parts.push(data);
      length += data.length;
    } else if (isElement(node) && isRead(node)) {
      if (block.test(nameOf(node))) parts.push(' ');
      open.push(node);
      node = firstChildOf(node);
      continue;
    }
    node = nextSiblingOf(node);
  }
  return parts.join('').replace(/\s+/g, ' ').trim().slice(0, most.length);
}

function isRead(element: Element): boolean {
  const name = nameOf(element);
  if (left.has(name) || attributeOf(element, 'hidden') !== null) return false;
  if (attributeOf(element, 'aria-hidden') === 'true') return false;
  return name !== 'SUP' || !note.test(wordsOf(element));
}
