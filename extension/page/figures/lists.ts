import { figuresAmong } from '../../../shared/priorities/figure.ts';
import { childrenOf, findIn, nameOf } from './dom.ts';
import { surroundingsOf } from './surroundings.ts';
import type { CellFigure } from './tables.ts';
import { wordsOf } from './words.ts';

const most = { lists: 300, entries: 500 };

/**
 * Entries of definition and summary lists (`dl`; GOV.UK's in a `div` for each row): what a term says of each
 * description. An entry of words has neither a value nor a reason for having none.
 */
export function* listsOf(page: Document): Generator<CellFigure> {
  for (const list of findIn(page, 'dl').slice(0, most.lists)) {
    const figure = figuresAmong(surroundingsOf(page, list));
    for (const { terms, description } of entriesOf(list)) {
      const row = terms.map(wordsOf).filter((text) => text !== '');
      if (row.length === 0) continue;
      yield { element: description, figure: figure(row, [], wordsOf(description)) };
    }
  }
}

/** Each description with the terms before it (https://html.spec.whatwg.org/multipage/grouping-content.html#the-dl-element). */
function* entriesOf(list: Element): Generator<{ terms: Element[]; description: Element }> {
  let terms: Element[] = [];
  let described = false;
  let count = 0;
  for (const child of childrenOf(list)) {
    const inner = nameOf(child) === 'DIV' ? [...childrenOf(child)] : [child];
    if (inner.length !== 1 || inner[0] !== child) [terms, described] = [[], false];
    for (const one of inner) {
      if (nameOf(one) === 'DT') {
        if (described) [terms, described] = [[], false];
        if (terms.length < 4) terms.push(one);
      } else if (nameOf(one) === 'DD' && !described) {
        // A second description (GOV.UK: what can be done) belongs to the entry, but is not what it says.
        described = true;
        if (++count > most.entries) return;
        yield { terms, description: one };
      }
    }
  }
}
