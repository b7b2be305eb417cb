import { describe, expect, it } from 'vitest';
import { indicatorsFrom, namesSchool, schoolOfPage } from '../../../shared/evidence/page-bearing.ts';
import type { Indicator } from '../../../shared/priorities/indicator.ts';

const record = <Body>(kind: string, id: string, body: Body) => ({ kind, id, v: 1, rev: 1, seq: 1, body });
const schools = [
  record('school', 'a', { name: 'Amberwick Junior', urn: '199902', before: ['100001'] }),
  record('school', 'b', { name: 'Thistledown Lane', urn: '199901' }),
];

describe('which of our schools a page is about', () => {
  it('is told by its number, or one that it had before', () => {
    expect(schoolOfPage(schools, { urn: '199901' })?.id).toBe('b');
    expect(schoolOfPage(schools, { urn: '100001' })?.id).toBe('a');
  });

  it('is nobody’s where there is no number, or another', () => {
    expect(schoolOfPage(schools, {})).toBeUndefined();
    expect(schoolOfPage(schools, { urn: '199903' })).toBeUndefined();
  });
});

describe('what names a school', () => {
  const amberwick = { name: 'Amberwick Junior', urns: ['199902', '100001'] };
  const words = { note: '', passages: [] };
  const passage = (exact: string) => ({ exact, prefix: '', suffix: '', start: 0, end: exact.length });

  it('is a source about it, or its name in whatever case and marks', () => {
    const source = { url: 'https://a.example/', title: 'A page' };
    expect(namesSchool({ ...words, source: { ...source, urn: '100001' } }, amberwick)).toBe(true);
    expect(namesSchool({ ...words, note: 'At AMBERWICK  junior, it works' }, amberwick)).toBe(true);
    expect(namesSchool({ ...words, passages: [passage('Visit to Amberwick-Junior’s hall')] }, amberwick)).toBe(true);
    expect(namesSchool({ ...words, source: { ...source, title: 'Amberwick Junior' } }, amberwick)).toBe(true);
  });

  it('is not part of a word, nor a name of one word', () => {
    expect(namesSchool({ ...words, note: 'Amberwick Juniors and infants' }, amberwick)).toBe(false);
    expect(namesSchool({ ...words, note: 'A hill to climb' }, { name: 'Hill', urns: [] })).toBe(false);
    expect(namesSchool(words, amberwick)).toBe(false);
  });
});

describe('which indicators come from a page', () => {
  const indicator = (id: string, url: string, retired: number | null = null) =>
    record<Indicator>('indicator', id, {
      ...{ name: id, unit: 'percent', direction: 'up', about: '', priorities: [], by: '', at: 0, retired },
      source: { url, title: 'x' },
    });
  const statistics = 'https://explore-education-statistics.service.gov.uk/find-statistics';

  it('are those of it, of pages above and below it, and of its site', () => {
    const all = [
      indicator('absence', `${statistics}/pupil-absence`),
      indicator('exclusions', `${statistics}/exclusions`),
      indicator('guidance', 'https://www.gov.uk/government/publications/attendance'),
      indicator('old', `${statistics}/pupil-absence`, 7),
    ];
    const key = 'explore-education-statistics.service.gov.uk/find-statistics/pupil-absence/2024-25-autumn-term';
    expect([...indicatorsFrom(all, { key })]).toEqual([
      ['absence', 'page'],
      ['exclusions', 'site'],
    ]);
    expect([...indicatorsFrom(all, { key: 'gov.uk/government/publications/behaviour' })]).toEqual([]);
    expect([...indicatorsFrom(all, { key: 'gov.uk/government/publications/attendance' })]).toEqual([
      ['guidance', 'page'],
    ]);
  });
});
