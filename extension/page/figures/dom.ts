/**
 * Reading a document that may be hostile: an element that a page names `firstChild` or `getAttribute` hides a form's or
 * the document's own (HTML, legacy override of built-ins). So everything is read from where its kind declares it, which
 * no page can reach from our world; and the same holds in a document that was parsed without a browser.
 */
const declared = new Map<string, WeakMap<object, PropertyDescriptor>>();

function declaredOn(of: object, name: string): PropertyDescriptor | undefined {
  const kind: object | null = Object.getPrototypeOf(of);
  if (kind === null) return undefined;
  const known = declared.get(name) ?? new WeakMap<object, PropertyDescriptor>();
  declared.set(name, known);
  const found = known.get(kind);
  if (found) return found;
  for (let at: object | null = kind; at !== null; at = Object.getPrototypeOf(at)) {
    const one = Object.getOwnPropertyDescriptor(at, name);
    if (!one) continue;
    known.set(kind, one);
    return one;
  }
  return undefined;
}

/** What a node's kind says of it under a name. */
export function read<T extends object, K extends keyof T & string>(of: T, name: K): T[K] {
  const own = declaredOn(of, name);
  // Some documents that no browser made keep plain fields on each node.
  return own ? ((own.get ? own.get.call(of) : own.value) as T[K]) : of[name];
}

export const firstChildOf = (node: Node): ChildNode | null => read(node, 'firstChild');
export const nextSiblingOf = (node: Node): ChildNode | null => read(node, 'nextSibling');
export const parentOf = (node: Node): ParentNode | null => read(node, 'parentNode');

const elementNode = 1;
const textNode = 3;

export const isElement = (node: Node): node is Element => read(node, 'nodeType') === elementNode;
export const isText = (node: Node): node is Text => read(node, 'nodeType') === textNode;
export const dataOf = (text: Text): string => read(text, 'data');

/** An element's name in capital letters. */
export const nameOf = (element: Element): string => read(element, 'tagName').toUpperCase();

export const attributeOf = (element: Element, name: string): string | null =>
  read(element, 'getAttribute').call(element, name);

/** Everything in a document or an element that a selector finds, in the order of the document. */
export const findIn = (root: Document | Element, selector: string): Element[] => [
  ...read(root as Element, 'querySelectorAll').call(root, selector),
];

/** The first element of a document with an id. */
export const byId = (page: Document, id: string): Element | null => read(page, 'getElementById').call(page, id);

/** An element's children that are elements, in order. */
export function* childrenOf(parent: Element): Generator<Element> {
  for (let node = firstChildOf(parent); node; node = nextSiblingOf(node)) if (isElement(node)) yield node;
}

/** The elements around an element, from the nearest. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let node: Node | null = parentOf(element); node && isElement(node); node = parentOf(node)) yield node;
}
