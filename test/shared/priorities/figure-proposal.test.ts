import { describe, expect, it } from 'vitest';
import { School } from '../../../shared/cluster/schools.ts';
import {
  chosenBefore,
  type FigureSaid,
  headerKey,
  proposeIndicator,
  proposeSchool,
  readingOf,
} from '../../../shared/priorities/figure-proposal.ts';
import { Indicator } from '../../../shared/priorities/indicator.ts';
import { Reading } from '../../../shared/priorities/reading.ts';
import type { Kind, Record } from '../../../shared/record.ts';

const record = <Body>(kind: Kind<Body>, id: string, body: Body): Record<Body> => ({
  kind: kind.kind,
  id,
  v: 1,
  rev: 1,
  seq: 1,
  body,
});
const indicator = (id: string, name: string, more: Partial<Indicator> = {}) =>
  record<Indicator>(Indicator, id, {
    ...{ name, unit: 'percent', direction: 'up', about: '', priorities: [], by: 'a', at: 0 },
    ...more,
  });
const school = (id: string, name: string, urn: string, before: string[] = []) =>
  record(School, id, { name, urn, before });

const said = (more: Partial<FigureSaid> = {}): FigureSaid => ({
  row: ['Eldshire'],
  column: ['Overall absence rate', '2023/24'],
  text: '5.5%',
  value: 5.5,
  unit: 'percent',
  around: ['Pupil absence in schools in England'],
  url: 'https://www.statistics.example/absence',
  ...more,
});

describe('the indicator that is proposed', () => {
  const all = [
    indicator('absence', 'Overall absence'),
    indicator('persistent', 'Persistent absence'),
    indicator('count', 'Overall absence', { unit: 'count' }),
    indicator('reading', 'Phonics screening check'),
  ];
  const of = (more?: Partial<FigureSaid>, chosen?: Map<string, string>) =>
    proposeIndicator(said(more), all, chosen)?.id;

  it('is the one whose name the headers say best, in a unit that fits', () => {
    expect(of()).toBe('absence');
    expect(of({ column: ['Persistent absentees', '% absence'] })).toBe('persistent');
    expect(of({ unit: 'pupils' })).toBe('count');
    expect(of({ row: ['Phonics'], column: ['2025'], around: ['Screening checks'] })).toBe('reading');
  });

  it('is one that the caption names whole, where the headers say only when and whose', () => {
    const heads = { row: ['2023/24'], column: ['This school'] };
    expect(of({ ...heads, around: ['Overall absence', 'Attendance'] })).toBe('absence');
    expect(of({ ...heads, around: ['Attendance', 'Overall absence'] })).toBeUndefined();
    expect(of({ ...heads, around: ['Absence'] })).toBeUndefined();
  });

  it('is none where the headers say none: what stands around a figure is not enough', () => {
    expect(of({ column: ['Headcount'] })).toBeUndefined();
    expect(of({ row: [], column: [] })).toBeUndefined();
    expect(proposeIndicator(said(), [indicator('old', 'Overall absence', { retired: 1 })])).toBeUndefined();
  });

  it('is what the cluster chose before for the same words of the same site, whatever the year and the school', () => {
    const key = headerKey(said({ row: ['Hart Lane'], column: ['Overall absence rate', '2021/22'] }));
    expect(of({}, new Map([[key, 'persistent']]))).toBe('persistent');
    expect(of({ url: 'https://other.example' }, new Map([[key, 'persistent']]))).toBe('absence');
    // A unit that does not fit is not proposed again.
    expect(of({}, new Map([[key, 'count']]))).toBe('absence');
  });
});

describe('what was chosen before', () => {
  it('is told by readings that were taken from a table, the newest last', () => {
    const reading = (id: string, indicator: string, evidence?: string, withdrawn?: number) =>
      record(Reading, id, {
        ...{ indicator, school: 's', period: 'ay:2023', value: 1, status: 'final' as const, by: 'a', at: 0 },
        ...(evidence && { evidence }),
        ...(withdrawn && { withdrawn }),
      });
    const tables: { [id: string]: { url: string; columns: string[]; rows: string[][] } } = {
      one: { url: said().url, columns: ['', 'Overall absence rate · 2023/24'], rows: [['Eldshire', '5.5%']] },
    };
    const readings = [reading('a', 'first', 'one'), reading('b', 'second', 'one'), reading('c', 'third', 'one', 1)];
    const chosen = chosenBefore(
      [...readings, reading('d', 'fourth'), reading('e', 'fifth', 'gone')],
      (id) => tables[id],
    );
    expect([...chosen]).toEqual([[headerKey(said()), 'second']]);
  });
});

describe('the school that is proposed', () => {
  const all = [school('elm', 'Elm Grove Academy', '100001', ['100009']), school('hart', 'St. Hart’s', '100002')];
  const of = (more: Partial<FigureSaid>) => proposeSchool(said(more), all)?.id;

  it('is the one that the row names, before the one that the page is about', () => {
    expect(of({ row: ['ELM GROVE ACADEMY'], url: 'https://x.example/school/100002' })).toBe('elm');
    expect(of({ row: [], beside: 'St Hart’s (100002)' })).toBe('hart');
    expect(of({ url: 'https://x.example/school/100009/' })).toBe('elm');
    expect(of({ around: ['Elm Grove Academy – attendance'] })).toBe('elm');
    expect(of({ column: ['National average'], around: ['Elm Grove Academy'] })).toBeUndefined();
  });

  it('is none where none is named', () => {
    expect(of({})).toBeUndefined();
    expect(of({ row: ['Elm Grove'], url: 'https://x.example/1000010/91000012' })).toBeUndefined();
  });
});

describe('what stands in place of a number', () => {
  it('is never zero', () => {
    expect(readingOf('suppressed')).toBe('suppressed');
    expect(readingOf('small')).toBe('suppressed');
    expect(readingOf('not-published')).toBe('not-produced');
    expect(readingOf('empty')).toBeUndefined();
    expect(readingOf(null)).toBeUndefined();
  });
});
