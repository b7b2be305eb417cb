/**
 * A page can hide what a document or a form has of its own behind elements that it names so, in our world too:
 * `<form><input name="childNodes">` (HTML, legacy override of built-ins). These read past such names.
 */
function own<T extends object, K extends keyof T & string>(kind: () => { prototype: T }, name: K): (of: T) => T[K] {
  // Found when first used: a build reads this file where there is no document.
  let read: (() => unknown) | undefined;
  return (of) => {
    read ??= Object.getOwnPropertyDescriptor(kind().prototype, name)?.get;
    return read?.call(of) as T[K];
  };
}

export const firstChildOf = own(() => Node, 'firstChild');
export const nextSiblingOf = own(() => Node, 'nextSibling');
export const tagNameOf = own(() => Element, 'tagName');
const titleOf = own(() => Document, 'title');
const bodyOf = own(() => Document, 'body');

const rootOf = own(() => Document, 'documentElement');
const hiddenOf = own(() => Document, 'hidden');
const readyStateOf = own(() => Document, 'readyState');
const typeOf = own(() => Document, 'contentType');
const activeOf = own(() => Document, 'activeElement');

/** The document's outermost element. */
export const pageRoot = (): HTMLElement | null => rootOf(document);

/** Whether nobody looks at the document. */
export const isPageHidden = (): boolean => hiddenOf(document);

/** Whether the document has loaded what it names. */
export const isPageLoaded = (): boolean => readyStateOf(document) === 'complete';

/** Whether the browser's own viewer shows a PDF here, whose words nobody can read. */
export const isPdf = (): boolean => typeOf(document) === 'application/pdf';

/** What has the focus in the document: a frame, where that is inside it. */
export const focusedElement = (): Element | null => activeOf(document);

/** A new element of ours. */
export const newElement = <K extends 'div' | 'button' | 'style'>(name: K): HTMLElementTagNameMap[K] =>
  Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[K];

/** The nearest of an element and those around it that a selector takes in. */
export const closestTo = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

/** The document's title. */
export const pageTitle = (): string => titleOf(document);

/** The document's body; a page in frames (or none yet) has another kind of it, or none. */
export const pageBody = (): HTMLElement | null => bodyOf(document);

/** What is selected in the document. */
export const pageSelection = (): Selection | null => Document.prototype.getSelection.call(document);

/** Everything in the document that a selector finds. */
export const findAll = (selector: string): Element[] => [
  ...Document.prototype.querySelectorAll.call(document, selector),
];
