import type { Source } from '../../shared/evidence/evidence.ts';
import { longestOf, oneLine } from '../../shared/evidence/source.ts';
import { accessOf } from '../../shared/evidence/source-access.ts';
import { mostOf, type Table } from '../../shared/evidence/table.ts';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import type { NewDraft } from '../replica/drafts.ts';

type Figure = ToldFigure['figures'][number];

const cell = (text: string) => oneLine(text, mostOf.cell) ?? '';

/** Where a figure was read; `undefined` where its address is none that a log keeps. */
export function sourceOf({ url, title, source: said }: ToldFigure): Source | undefined {
  const bare = url.replace(/#.*$/s, '');
  if (!/^(https?|file):\/\//i.test(bare) || bare.length > longestOf.url) return undefined;
  const restricted = accessOf({ url, title, access: said?.access }) === 'restricted' && {
    access: 'restricted' as const,
  };
  const named = oneLine(title, longestOf.title) ?? oneLine(bare, longestOf.title) ?? '';
  return { ...said, url: bare, title: named, ...restricted };
}

/** One figure with its headers, as a table of one row. `withheld`: in place of a number that is not told. */
export function tableOf({ around }: ToldFigure, figure: Figure, withheld?: string): Table {
  const row = figure.row.join(' · ') || figure.beside || '';
  return {
    caption: oneLine(around[0], mostOf.caption) ?? '',
    columns: ['', cell(figure.column.join(' · '))],
    rows: [[cell(row), withheld ?? cell(figure.text)]],
  };
}

/** A whole table, or rows of it, as a log keeps it; `undefined` where that is too much. */
export function wholeTable({ table }: ToldFigure): Table | undefined {
  if (!table || table.rows.length > mostOf.rows || table.columns.length > mostOf.columns) return undefined;
  const kept = {
    caption: oneLine(table.caption, mostOf.caption) ?? '',
    columns: table.columns.map(cell),
    rows: table.rows.map((row) => row.map(cell)),
  };
  return JSON.stringify(kept).length < mostBytes ? kept : undefined;
}

/** Of an action's bytes, so that there is room for a note in any letters. */
const mostBytes = 40_000;

/** What was pointed at as a card in hand: without a reading, to be thought about. */
export function draftOf(told: ToldFigure, table: Table, withheld: boolean): NewDraft {
  const source = sourceOf(told);
  const passages = told.passage && !withheld ? [told.passage] : [];
  return { what: 'quote', passages, table, ...(source && { source }) };
}
