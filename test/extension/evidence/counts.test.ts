import { describe, expect, it } from 'vitest';
import { countBy, countByMonth, monthsTo } from '../../../extension/evidence/search/counts.ts';
import { rowOf } from '../../../extension/replica/log-rows.ts';
import type { Facet } from '../../../extension/replica/search/facets.ts';
import { facets, record } from '../replica/search/searched.ts';

const of = (name: string) => facets.find((facet) => facet.name === name) as Facet;
const at = (year: number, month: number, day = 1) => new Date(year, month - 1, day, 12).getTime();
const rows = [
  record('a', { tags: ['Oracy', 'reading'], stance: 'supports', priorities: ['p-read'] }, at(2026, 2, 28)),
  record('b', { tags: ['oracy', 'ORACY'], stance: 'challenges', priorities: ['p-read', 'p-attend'] }, at(2025, 12, 31)),
  record('c', { stance: null }, at(2025, 12)),
  { ...record('d'), body: null },
].map((one) => rowOf(one, true));

describe('counts of the log', () => {
  it('are of pairs; an entry with several values counts under each, and once', () => {
    const counts = countBy(rows, of('tag'), of('stance'));
    expect(counts.of('oracy', 'supports')).toBe(1);
    expect(counts.of('oracy', 'challenges')).toBe(1);
    expect(counts.of('reading', 'supports')).toBe(1);
    expect(counts.of('reading', 'challenges')).toBe(0);
    expect(counts.of('none', 'none')).toBe(1);
    expect([counts.total('oracy'), counts.total('none')]).toEqual([2, 1]);
  });

  it('are of months, those without any too', () => {
    const { months, of: ofMonth, total } = countByMonth(rows, of('priority'));
    expect(months).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(months.map((month) => ofMonth('p-read', month))).toEqual([1, 0, 1]);
    expect(months.map(total)).toEqual([2, 0, 1]);
    expect(countByMonth([], of('priority')).months).toEqual([]);
    expect(monthsTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});
