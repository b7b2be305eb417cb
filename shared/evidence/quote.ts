export { type Found, find, matchOf } from './quote-find.ts';
export { type Folded, foldText } from './quote-fold.ts';
export { describe, type Passage, type Selector } from './quote-passage.ts';
