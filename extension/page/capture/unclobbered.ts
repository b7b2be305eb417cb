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
