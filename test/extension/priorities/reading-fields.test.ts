import { describe, expect, it } from 'vitest';
import { emptyFields, type Fields, fieldsOf, numberIn, read } from '../../../extension/priorities/reading-fields.ts';
import { periodsAhead, periodsPast } from '../../../extension/priorities/reading-periods.ts';
import type { Unit } from '../../../shared/priorities/indicator.ts';

describe('a number', () => {
  it.each([
    ['62.5', 62.5],
    [' 62.5 % ', 62.5],
    ['1,204', 1204],
    ['−0.3', -0.3],
    ['–0.3', -0.3],
    ['12 days', 12],
    ['+0.4 points', 0.4],
    ['0', 0],
  ])('is read from %o', (text, number) => expect(numberIn(text)).toBe(number));

  it.each(['', 'x', '1,20', '12,04', '1 2', '1.2.3', 'c', '62.5 to 70', '1e9', '.'])('is not read from %o', (text) =>
    expect(numberIn(text)).toBeUndefined(),
  );
});

describe('what was filled in', () => {
  const percent = { unit: 'percent' as Unit };
  const filled = (fields: Partial<Fields>, about: { unit: Unit; pupils?: boolean } = percent) =>
    read({ ...emptyFields, ...fields }, about);

  it('is what the action takes, without what was left out', () => {
    expect(filled({ value: '62.5%' })).toEqual({ wrong: {}, filled: { value: 62.5, status: 'own' } });
    expect(
      filled({
        value: '60',
        cohort: '50',
        numerator: '30',
        breaks: true,
        status: 'revised',
        url: 'https://x.example/a',
        note: ' Checked ',
      }).filled,
    ).toEqual({
      value: 60,
      status: 'revised',
      breaks: true,
      cohort: 50,
      numerator: 30,
      source: { url: 'https://x.example/a', title: 'https://x.example/a' },
      note: 'Checked',
    });
  });

  it('is no number where none is known, and then says nothing of what it was made of', () => {
    const fields = { what: 'suppressed', value: '3', cohort: '12', numerator: '3' } as const;
    expect(filled(fields).filled).toEqual({ value: 'suppressed', status: 'own', cohort: 12 });
    expect(filled({ what: 'series-break', breaks: true }).filled).toEqual({ value: 'series-break', status: 'own' });
  });

  it('says what is wrong, field by field', () => {
    expect(Object.keys(filled({ value: '' }).wrong)).toEqual(['value']);
    expect(filled({ value: '101' }).wrong.value).toContain('between 0 and 100');
    expect(filled({ value: '1.5' }, { unit: 'count' }).wrong.value).toContain('whole number');
    expect(Object.keys(filled({ value: '5', cohort: 'x', numerator: '1.5' }).wrong)).toEqual(['cohort', 'numerator']);
    expect(Object.keys(filled({ value: '50', cohort: '20', numerator: '21' }).wrong)).toEqual(['numerator']);
    expect(Object.keys(filled({ what: 'suppressed', cohort: '4' }).wrong)).toEqual(['cohort']);
    expect(Object.keys(filled({ what: 'suppressed', cohort: '9' }).wrong)).toEqual([]);
    expect(Object.keys(filled({ value: '50', url: 'javascript:alert(1)' }).wrong)).toEqual(['url']);
    expect(Object.keys(filled({ value: '50', title: 'A table' }).wrong)).toEqual(['url']);
  });

  it('tells of few pupils', () => {
    expect(filled({ value: '50', cohort: '10' }).small).toBe('withhold');
    expect(filled({ value: '50', cohort: '20' }).small).toBe('warn');
    expect(filled({ value: '50', cohort: '200' }).small).toBeUndefined();
    expect(filled({ value: '3' }, { unit: 'count', pupils: false }).small).toBeUndefined();
  });

  it('comes back as it was for a correction', () => {
    const reading = { ...filled({ value: '60', cohort: '50', note: 'x' }).filled, by: 'a', at: 1 };
    const fields = fieldsOf({ ...reading, indicator: 'i', school: 's', period: 'ay:2024' });
    expect(read(fields, percent).filled).toEqual(filled({ value: '60', cohort: '50', note: 'x' }).filled);
  });
});

describe('the periods that are offered', () => {
  const now = Date.UTC(2026, 10, 25);

  it('are the past two years of what the indicator says, and any that has a figure', () => {
    const autumn = [{ part: 'autumn', month: 12 } as const];
    expect(periodsPast(autumn, ['ay:2019'], now)).toEqual(['term:2025:autumn', 'term:2024:autumn', 'ay:2019']);
    expect(periodsPast(undefined, [], now)).toEqual(['ay:2025', 'ay:2024']);
  });

  it('are the next four years for a target', () => {
    expect(periodsAhead([], now)).toEqual(['ay:2026', 'ay:2027', 'ay:2028', 'ay:2029']);
  });
});
