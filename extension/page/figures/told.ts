import { describe, type Passage } from '../../../shared/evidence/quote.ts';
import type { Table } from '../../../shared/evidence/table.ts';
import { mostTold, type ToldFigure } from '../../../shared/evidence/told-figure.ts';
import type { Figure } from '../../../shared/priorities/figure.ts';
import { offsetOf, readPageText } from '../capture/page-text.ts';
import { closestTo, pageBody, pageSelection, pageTitle } from '../capture/unclobbered.ts';
import { chartsOf } from './charts.ts';
import { nameOf } from './dom.ts';
import { listsOf } from './lists.ts';
import { surroundingsOf } from './surroundings.ts';
import { type FigureTable, readTable } from './tables.ts';
import { tilesOf } from './tiles.ts';

const cut = (text: string, most: number = mostTold.text) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…`.toWellFormed() : text.toWellFormed();
const cutAll = (texts: readonly string[], most: number) => texts.slice(0, most).map((text) => cut(text));

/** Reads figures of the document as they are asked for. `forget` after the page has changed. */
export function createReader() {
  let tables = new WeakMap<Element, FigureTable>();
  const tableAt = (cell: Element): FigureTable | undefined => {
    const table = nameOf(cell) === 'TD' ? closestTo(cell, 'table') : null;
    if (!table) return undefined;
    const known = tables.get(table) ?? readTable(document, table);
    tables.set(table, known);
    return known;
  };
  const figuresAt = (element: Element): Figure[] => {
    const table = tableAt(element);
    const found = table?.figureOf(element);
    if (table) return found ? [found] : [];
    const others = [...tilesOf(document), ...listsOf(document), ...chartsOf(document)];
    return others.filter((one) => one.element === element).map(({ figure }) => figure);
  };
  return {
    forget() {
      tables = new WeakMap();
    },
    /** What is told of an element; `undefined` where no figure stands there. */
    told(element: Element, how: ToldFigure['how']): ToldFigure | undefined {
      const figures = figuresAt(element).slice(0, mostTold.figures);
      if (figures.length === 0) return undefined;
      const passage = how === 'taken' ? passageOf(element) : undefined;
      return {
        how,
        ...here(tableAt(element)?.table ?? element),
        figures: figures.map(plain),
        ...(passage && { passage }),
      };
    },
    /** What is told of the whole table around an element, or of its rows in which something is selected. */
    toldTable(element: Element): ToldFigure | undefined {
      const table = tableAt(element);
      const told = table && here(table.table);
      const read = table && wholeTable(table, told?.around[0] ?? '');
      if (!told || !read) return undefined;
      const passage = passageOf(read.first);
      return { how: 'taken', ...told, figures: [], table: read.table, ...(passage && { passage }) };
    },
  };
}

const here = (element: Element) => ({
  url: location.href.slice(0, 20_000),
  title: cut(pageTitle(), 500),
  around: cutAll([...surroundingsOf(document, element), pageTitle()], mostTold.around),
});

function plain({ row, column, text, value, unit, missing, period, status, cohort, beside }: Figure) {
  return {
    row: cutAll(row, mostTold.headers),
    column: cutAll(column, mostTold.headers),
    text: cut(text),
    value,
    unit,
    missing,
    ...(period && { period }),
    ...(status && { status }),
    ...(cohort && { cohort: cutAll(cohort, mostTold.headers) }),
    ...(beside && { beside: cut(beside) }),
  };
}

/** The words of an element as they stand in the page's text. */
function passageOf(element: Element): Passage | undefined {
  const body = pageBody();
  if (!body) return undefined;
  const page = readPageText(body);
  const range = new Range();
  range.selectNodeContents(element);
  let start = offsetOf(page, range.startContainer, range.startOffset);
  let end = offsetOf(page, range.endContainer, range.endOffset);
  while (start < end && /\s/.test(page.text.charAt(start))) start++;
  while (end > start && /\s/.test(page.text.charAt(end - 1))) end--;
  return end > start && end - start <= 2_000 ? describe(page.text, start, end) : undefined;
}

/** A table as text: what heads the rows first, then a column for each heading. */
function wholeTable(table: FigureTable, caption: string): { table: Table; first: Element } | undefined {
  const selection = pageSelection();
  const selected =
    selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const within = selected?.intersectsNode(table.table) ? selected : undefined;
  const columns = [''];
  const rows = new Map<Element, string[]>();
  let first: Element | undefined;
  for (const { element, figure } of table.cells()) {
    const line = closestTo(element, 'tr');
    if (!line || (within && !within.intersectsNode(line))) continue;
    if (!rows.has(line) && rows.size >= mostTold.rows) break;
    const row = rows.get(line) ?? [cut(figure.row.join(' · '), mostTold.cell)];
    rows.set(line, row);
    first ??= element;
    const head = cut(figure.column.join(' · '), mostTold.cell);
    // The column of this heading that this row has not filled yet.
    let at = columns.findIndex((one, i) => i > 0 && one === head && row[i] === undefined);
    if (at < 0 && columns.length < mostTold.columns) at = columns.push(head) - 1;
    if (at > 0) row[at] = cut(figure.text, mostTold.cell);
  }
  if (!first) return undefined;
  const whole = [...rows.values()].map((row) => Array.from(columns, (_, i) => row[i] ?? ''));
  return { table: { caption: cut(caption), columns, rows: whole }, first };
}
