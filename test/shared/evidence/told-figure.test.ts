import { describe, expect, it } from 'vitest';
import { isToldFigure, mostTold, type ToldFigure } from '../../../shared/evidence/told-figure.ts';

const figure = { row: ['r'], column: ['c'], text: '5.5%', value: 5.5, unit: 'percent' as const, missing: null };
const told: ToldFigure = {
  how: 'taken',
  url: 'https://pages.example/',
  title: 't',
  around: ['a'],
  figures: [{ ...figure, period: 'ay:2023', status: 'final', cohort: ['Boys'], beside: 'b' }],
  passage: { exact: '5.5%', prefix: 'a', suffix: 'b', start: 1, end: 5 },
  table: { caption: 'c', columns: ['', 'x'], rows: [['a', 'b']] },
};

describe('what a page tells of a figure', () => {
  it('is heard in the shape that our script gives it', () => {
    expect(isToldFigure({ ...told })).toBe(true);
    const { passage: _, table: __, ...bare } = told;
    expect(isToldFigure({ ...bare, how: 'at', figures: [figure] })).toBe(true);
  });

  it('is not heard in any other', () => {
    const long = 'x'.repeat(mostTold.text + 1);
    const many = <T>(one: T, most: number) => Array.from({ length: most + 1 }, () => one);
    for (const wrong of [
      { how: 'all' },
      { url: 1 },
      { title: undefined },
      { around: [null] },
      { around: long },
      { figures: 'x' },
      { figures: many(figure, mostTold.figures) },
      { figures: [null] },
      { figures: [{ ...figure, row: [long] }] },
      { figures: [{ ...figure, column: many('x', mostTold.headers) }] },
      { figures: [{ ...figure, value: '5.5' }] },
      { figures: [{ ...figure, value: Number.NaN }] },
      { figures: [{ ...figure, unit: {} }] },
      { figures: [{ ...figure, status: 'own' }] },
      { figures: [{ ...figure, cohort: 'Boys' }] },
      { passage: { ...told.passage, start: 0.5 } },
      { passage: { exact: 'x' } },
      { passage: null },
      { table: { ...told.table, rows: [[1]] } },
      { table: { ...told.table, rows: many(['a', 'b'], mostTold.rows) } },
      { table: { ...told.table, columns: ['x'.repeat(mostTold.cell + 1)] } },
      { table: [] },
    ])
      expect(isToldFigure({ ...told, ...wrong }), JSON.stringify(wrong).slice(0, 80)).toBe(false);
  });
});
