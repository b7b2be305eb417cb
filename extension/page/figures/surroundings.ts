import type { Surroundings } from '../../../shared/priorities/figure.ts';
import { ancestorsOf, attributeOf, byId, childrenOf, findIn, isElement, nameOf, parentOf } from './dom.ts';
import { wordsOf } from './words.ts';

const most = { length: 600, texts: 16, sentences: 4, siblings: 80, levels: 8 };

/** What stands before an element among the same parents' children, from the nearest. */
function* before(element: Element): Generator<Element> {
  const parent = parentOf(element);
  if (!parent || !isElement(parent)) return;
  const children: Element[] = [];
  for (const child of childrenOf(parent)) {
    if (child === element) break;
    children.push(child);
    if (children.length > most.siblings) children.shift();
  }
  yield* children.reverse();
}

/**
 * What a page says around an element that bears on its figures, from the nearest: what labels it, its caption, the
 * headings and sentences before it up to the heading of its part, the page's summary and title. At most sixteen texts.
 */
export function surroundingsOf(page: Document, element: Element): Surroundings {
  const texts: string[] = [];
  const add = (one: Element | null | undefined) => {
    const said = one ? wordsOf(one).slice(0, most.length) : '';
    if (said !== '' && texts.length < most.texts && !texts.includes(said)) texts.push(said);
  };
  for (const child of childrenOf(element)) if (nameOf(child) === 'CAPTION') add(child);
  for (const id of (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/).slice(0, 4))
    add(id === '' ? null : labelIn(byId(page, id)));
  const label = attributeOf(element, 'aria-label')?.trim();
  if (label) texts.push(label.slice(0, most.length));
  let level = 0;
  let heading = 7;
  // Sentences belong to the heading that stands before them: ours, or that of another part.
  let sentences: Element[] = [];
  for (const place of [element, ...ancestorsOf(element)]) {
    if (level++ > most.levels || nameOf(place) === 'BODY') break;
    for (const one of before(place)) {
      const name = nameOf(one);
      const rank = /^H[1-6]$/.test(name) ? Number(name[1]) : 0;
      if (name === 'P' || name === 'FIGCAPTION') sentences.push(one);
      if (rank === 0) continue;
      if (rank < heading) {
        for (const sentence of sentences.slice(0, most.sentences)) add(sentence);
        add(one);
        heading = rank;
      }
      sentences = [];
    }
  }
  if (heading === 7) for (const sentence of sentences.slice(0, most.sentences)) add(sentence);
  for (const one of findIn(page, summaries).slice(0, 4)) add(one);
  return texts;
}

/** A table that labels its chart says so by its caption. */
function labelIn(element: Element | null): Element | null {
  if (!element || nameOf(element) !== 'TABLE') return element;
  return [...childrenOf(element)].find((child) => nameOf(child) === 'CAPTION') ?? null;
}

/** Where services say what a whole page's figures are of. */
const summaries =
  '[data-testid="page-title-caption"], [data-testid="page-title"], [data-testid="release-summary-block"], h1';
