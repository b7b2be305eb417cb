import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageSource } from '../../../shared/evidence/page-source.ts';
import { keptOf, toldPage } from '../../../shared/evidence/told-page.ts';
import { root } from '../../tools/run-process.ts';

const plain: PageSource = {
  url: 'https://reports.ofsted.gov.uk/provider/21/100000',
  key: 'reports.ofsted.gov.uk/provider/21/100000',
  kind: 'ofsted-provider',
  access: 'open',
};
const grade = { area: 'Achievement', grade: 'Expected standard', scale: 'report-card' } as const;
const passage = { exact: 'Achievement', prefix: '', suffix: '', start: 3, end: 14 };

describe('what a page tells', () => {
  it('is taken as every fixture of every source tells it', () => {
    const folder = join(root, 'test/fixtures/sources');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.json'));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const source = JSON.parse(readFileSync(join(folder, file), 'utf8')) as PageSource;
      const told = { source, quotes: (source.grades ?? []).map(() => []) };
      expect(toldPage(told), file).toEqual(told);
    }
  });

  it('is taken of a file with its fingerprint, its pages, and what is to be improved', () => {
    const placed = { ...passage, page: 2, label: 'ii' };
    const told = { source: plain, quotes: [], file: { fingerprint: 'a-1', improve: [placed] } };
    expect(toldPage(told)).toEqual(told);
    const loose = { ...told, file: { fingerprint: 'a-1', improve: [{ ...placed, page: 0 }] } };
    expect(toldPage(loose)).toBeUndefined();
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'ofsted'],
    ['no quotes', { source: plain }],
    ['a kind that is none', { source: { ...plain, kind: 'bank' }, quotes: [] }],
    ['a field that we do not know', { source: { ...plain, note: 'pay here' }, quotes: [] }],
    ['a title without end', { source: { ...plain, title: 'a'.repeat(501) }, quotes: [] }],
    ['an address without end', { source: { ...plain, url: `https://a.example/${'a'.repeat(2000)}` }, quotes: [] }],
    ['a school number that is none', { source: { ...plain, urn: '1 OR 1' }, quotes: [] }],
    ['a date that is none', { source: { ...plain, published: '2025-13' }, quotes: [] }],
    ['a thousand authors', { source: { ...plain, authors: Array.from({ length: 1000 }, () => 'A') }, quotes: [] }],
    ['a grade without its place', { source: { ...plain, grades: [grade] }, quotes: [] }],
    ['a place without its grade', { source: plain, quotes: [[passage]] }],
    ['a place before the page', { source: { ...plain, grades: [grade] }, quotes: [[{ ...passage, start: -1 }]] }],
    [
      'a quote without end',
      { source: { ...plain, grades: [grade] }, quotes: [[{ ...passage, exact: 'a'.repeat(401) }]] },
    ],
  ])('is not taken where it is %s', (_, told) => {
    expect(toldPage(told)).toBeUndefined();
  });
});

describe('what a clip keeps of its page', () => {
  it('has the fields of a source, and the authors in one line', () => {
    const page: PageSource = {
      ...plain,
      key: 'doi:10.1000/xyz',
      kind: 'research',
      authors: ['Archer, A.', 'Dale, D.'],
      published: '2025-03',
      updated: '2025-04-01',
      publisher: 'A journal',
      doi: '10.1000/xyz',
      licence: 'CC BY 4.0',
    };
    expect(keptOf(page)).toEqual({
      author: 'Archer, A.; Dale, D.',
      published: '2025-03',
      updated: '2025-04-01',
      kind: 'research',
      publisher: 'A journal',
      doi: '10.1000/xyz',
      licence: 'CC BY 4.0',
    });
  });

  it('has no DOI of a page that only cites the article', () => {
    const page: PageSource = { ...plain, key: 'journal.example/cited-by/7', kind: 'research', doi: '10.1000/xyz' };
    expect(keptOf(page)).toEqual({ kind: 'research' });
  });

  it('is nothing where the page is nothing to us, and says that it is restricted', () => {
    expect(keptOf({ ...plain, kind: 'other' })).toEqual({});
    expect(keptOf({ ...plain, access: 'restricted' })).toEqual({ kind: 'ofsted-provider', access: 'restricted' });
  });
});
