import { figuresAmong } from '../../../shared/priorities/figure.ts';
import { ancestorsOf, attributeOf, findIn } from './dom.ts';
import { surroundingsOf } from './surroundings.ts';
import type { CellFigure } from './tables.ts';
import { wordsOf } from './words.ts';

const most = 200;

/**
 * Key statistics of Explore education statistics: a tile has a title and a number, `…-title` and `…-statistic`, in one
 * element. The title is the row's header of a figure without columns.
 */
export function* tilesOf(page: Document): Generator<CellFigure> {
  for (const statistic of findIn(page, '[data-testid$="-statistic"]').slice(0, most)) {
    const prefix = (attributeOf(statistic, 'data-testid') ?? '').slice(0, -'statistic'.length);
    const title = titleBeside(statistic, `${prefix}title`);
    if (!title) continue;
    const figure = figuresAmong(surroundingsOf(page, statistic))([wordsOf(title)], [], wordsOf(statistic));
    yield { element: statistic, figure };
  }
}

/** The title in the nearest element that has one: many tiles have the same test id. */
function titleBeside(statistic: Element, name: string): Element | undefined {
  let level = 0;
  for (const around of ancestorsOf(statistic)) {
    if (level++ > 4) return undefined;
    const found = findIn(around, '[data-testid$="-title"]').filter((one) => attributeOf(one, 'data-testid') === name);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}
