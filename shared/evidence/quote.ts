export { type Found, find, matchOf } from './quote-find.ts';
export { type Folded, foldText } from './quote-fold.ts';
export { describe, type Passage } from './quote-passage.ts';
