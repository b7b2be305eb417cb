import { chartsOf } from './charts.ts';
import { listsOf } from './lists.ts';
import { type CellFigure, tablesOf } from './tables.ts';
import { tilesOf } from './tiles.ts';

/** Where a page keeps a figure. */
export type FigurePlace = 'table' | 'tile' | 'list' | 'chart';

/** Every figure of a page: of its tables first, then tiles, lists and charts. */
export function* figuresOf(page: Document): Generator<CellFigure & { place: FigurePlace }> {
  for (const table of tablesOf(page)) for (const one of table.cells()) yield { ...one, place: 'table' };
  for (const one of tilesOf(page)) yield { ...one, place: 'tile' };
  for (const one of listsOf(page)) yield { ...one, place: 'list' };
  for (const one of chartsOf(page)) yield { ...one, place: 'chart' };
}
