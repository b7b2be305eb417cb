import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingWords } from '../../../shared/priorities/figure-missing.ts';
import { readFigure, unitOfHeaders } from '../../../shared/priorities/figure-value.ts';

const numbers: [string, number, string | null][] = [
  ['0', 0, null],
  ['1,234', 1234, null],
  ['1,234,567.89', 1234567.89, null],
  ['1\u202f234', 1234, null],
  ['.5', 0.5, null],
  ['−0.3', -0.3, null],
  ['–0.3', -0.3, null],
  ['- 0.3', -0.3, null],
  ['+2', 2, null],
  ['18.3%', 18.3, 'percent'],
  ['18.3 per cent', 18.3, 'percent'],
  ['0%', 0, 'percent'],
  ['+2.1pp', 2.1, 'pp'],
  ['−3 percentage points', -3, 'pp'],
  ['£12,345', 12345, '£'],
  ['£1.2 million', 1_200_000, '£'],
  ['£12.3K', 12_300, '£'],
  ['£4,500 per pupil', 4500, '£'],
  ['-£1,200', -1200, '£'],
  ['£-1,200', -1200, '£'],
  ['(£1,234)', -1234, '£'],
  ['1.1m', 1_100_000, null],
  ['+4 months', 4, 'months'],
  ['23 pupils', 23, 'pupils'],
  ['12.3*', 12.3, null],
  ['1\u00a0234', 1234, null],
  ['61% (53)', 61, 'percent'],
  ['61% (n = 1,053)', 61, 'percent'],
  ['Score of -0.3', -0.3, null],
];

const reasons: [string, string][] = [
  ['SUPP', 'suppressed'],
  ['c', 'suppressed'],
  ['[c]', 'suppressed'],
  ['*', 'suppressed'],
  ['LOW', 'low'],
  ['low', 'low'],
  ['k', 'low'],
  ['~', 'low'],
  ['LOWCOV', 'low-coverage'],
  ['u', 'unreliable'],
  ['NE', 'no-entries'],
  ['z', 'not-applicable'],
  ['NA', 'not-applicable'],
  ['.', 'not-applicable'],
  ['x', 'not-available'],
  [':', 'not-available'],
  ['..', 'not-available'],
  ['n/a', 'not-available'],
  ['Not available', 'not-available'],
  ['NP', 'not-published'],
  ['no data', 'no-data'],
  ['-', 'no-data'],
  ['–', 'no-data'],
  ['<5', 'small'],
  ['fewer than 6', 'small'],
  ['5 or fewer', 'small'],
  ['', 'empty'],
  [' \u00a0 ', 'empty'],
];

const none = [
  '2024',
  '2024/25',
  '1999 to 2004',
  '16 January 2025',
  '16/01/2025',
  '2025-01-16',
  '201/3614',
  '007',
  '12 of 45',
  '12 (45%)',
  '3 out of 10',
  '12,34',
  '3,4',
  '1 234',
  '18.5:1',
  '3 to 11',
  '5 - 7',
  '0x10',
  '1e5',
  'Infinity',
  'NaN',
  '+-3',
  'Good',
  'Close to average',
  'constructor',
  'The school has a 94.2% attendance rate.',
];

describe('the number in a figure', () => {
  it.each(numbers)('%j is %d %s', (text, value, unit) =>
    expect(readFigure(text)).toEqual({ value, unit, missing: null }),
  );
  it.each(reasons)('%j is no number, because it is %s', (text, missing) =>
    expect(readFigure(text)).toEqual({ value: null, unit: null, missing }),
  );
  it.each(none)('%j is no number', (text) => expect(readFigure(text)).toMatchObject({ value: null, missing: null }));

  it('has its confidence interval', () => {
    expect(readFigure('0.5 (0.1 to 0.9)')).toMatchObject({ value: 0.5, interval: [0.1, 0.9] });
    expect(readFigure('−0.12 (−0.30, 0.05)')).toMatchObject({ value: -0.12, interval: [-0.3, 0.05] });
    expect(readFigure('-1.2 (-2.4 – -0.1)')).toMatchObject({ value: -1.2, interval: [-2.4, -0.1] });
    expect(readFigure('0.3 (95% CI 0.1 to 0.5)')).toMatchObject({ value: 0.3, interval: [0.1, 0.5] });
    expect(readFigure('85% (82% to 88%)')).toMatchObject({ value: 85, unit: 'percent', interval: [82, 88] });
    expect(readFigure('0.8 ± 1.2')).toMatchObject({ value: 0.8, interval: [-0.4, 2] });
    expect(readFigure('95% CI: −1.5, 0.9')).toMatchObject({ value: null, interval: [-1.5, 0.9] });
    expect(readFigure('(0.1 to 0.5)')).toMatchObject({ value: null, missing: null, interval: [0.1, 0.5] });
    expect(readFigure('0.5 (0.9 to 0.1)')).toEqual({ value: null, unit: null, missing: null });
  });

  it('has the band of a progress score, in any order', () => {
    const expected = { value: 2.1, unit: null, missing: null, interval: [0.4, 3.8], band: 'Well above average' };
    expect(readFigure('2.1 Well above average (0.4 to 3.8)')).toEqual(expected);
    expect(readFigure('Well above average 2.1 (0.4 to 3.8)')).toEqual(expected);
    expect(readFigure('Below average −1.2 (−2.4 to −0.1)')).toMatchObject({ value: -1.2, band: 'Below average' });
    expect(readFigure('Average')).toEqual({ value: null, unit: null, missing: null, band: 'Average' });
  });

  it('has the mark that says how final it is', () => {
    expect(readFigure('12.3 [p]')).toEqual({ value: 12.3, unit: null, missing: null, status: 'provisional' });
    expect(readFigure('7.0 r')).toMatchObject({ value: 7, status: 'revised' });
    expect(readFigure('12.3% [r]')).toMatchObject({ value: 12.3, status: 'revised' });
  });

  it('is a year’s digits where things are counted, and no number where digits name something', () => {
    expect(readFigure('2024', { counts: true }).value).toBe(2024);
    expect(readFigure('141234', { names: true }).value).toBe(null);
  });

  it('takes its unit from headers', () => {
    expect(unitOfHeaders(['Year 6', 'Percentage of pupils'])).toBe('percent');
    expect(unitOfHeaders(['Gap (percentage points)'])).toBe('pp');
    expect(unitOfHeaders(['Spend (£)'])).toBe('£');
    expect(unitOfHeaders(['95% confidence interval'])).toBe(null);
    expect(unitOfHeaders(['Number of pupils'])).toBe(null);
  });

  it('is the number that was written, however it was written', () => {
    const written = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(
        written,
        fc.constantFrom('', '%', 'pp'),
        fc.constantFrom('-', '−', '–'),
        ([digits, places], unit, minus) => {
          const value = Number((digits / 10 ** places).toFixed(places));
          const grouped = Math.abs(value).toLocaleString('en-GB', {
            minimumFractionDigits: places,
            maximumFractionDigits: places,
          });
          const text = `${value < 0 ? minus : ''}${grouped}${unit}`;
          expect(readFigure(text, { counts: true }).value).toBe(value === 0 ? 0 : value);
        },
      ),
    );
  });

  it('is never zero unless a zero is written, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (text) => {
        const { value, missing } = readFigure(text);
        if (value === 0) expect(text).toMatch(/0/);
        if (missing) expect(missingWords[missing]).toBeTruthy();
        expect(value === null || Number.isFinite(value)).toBe(true);
        expect(value !== null && missing !== null).toBe(false);
      }),
    );
  });
});
