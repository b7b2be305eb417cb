import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePeriods,
  findPeriod,
  isPeriod,
  parsePeriod,
  periodLabel,
  periodRange,
} from '../../../shared/priorities/period.ts';

const read: [string, string | undefined][] = [
  ['2024/25', 'ay:2024'],
  ['2024 to 2025', 'ay:2024'],
  ['202425', 'ay:2024'],
  ['2024-25', 'ay:2024'],
  ['2024–2025', 'ay:2024'],
  ['Academic year 2024/25', 'ay:2024'],
  ['2024/25 (provisional)', 'ay:2024'],
  ['1999/00', 'ay:1999'],
  ['1 September 2024 to 31 August 2025', 'ay:2024'],
  ['2024/25 Autumn term', 'term:2024:autumn'],
  ['Autumn 2024', 'term:2024:autumn'],
  ['Spring 2025', 'term:2024:spring'],
  ['Spring census 2025', 'term:2024:spring'],
  ['Summer term 2025', 'term:2024:summer'],
  ['Summer term 2024 to 2025', 'term:2024:summer'],
  ['2024/25 Autumn and spring term', 'term:2024:autumn-spring'],
  ['Autumn and spring terms 2024/25', 'term:2024:autumn-spring'],
  ['autumn 2024 and spring 2025', 'term:2024:autumn-spring'],
  ['Financial year 2023-24', 'fy:2023'],
  ['FY 2023-24', 'fy:2023'],
  ['CFR 2023/24', 'fy:2023'],
  ['April 2024 to March 2025', 'fy:2024'],
  ['Year ending 31 March 2025', 'fy:2024'],
  ['AAR 2023/24', 'afy:2023'],
  ['2023/24 financial year (academies)', 'afy:2023'],
  ['Year ended 31 August 2024', 'afy:2023'],
  ['16 January 2025', 'day:2025-01-16'],
  ['Thursday 16th January 2025', 'day:2025-01-16'],
  ['16/01/2025', 'day:2025-01-16'],
  ['2025-01-16', 'day:2025-01-16'],
  ['January 16, 2025', 'day:2025-01-16'],
  ['29 Feb 2024', 'day:2024-02-29'],
  ['Inspection dates: 7 and 8 November 2023', 'day:2023-11-07'],
  ['30 January to 1 February 2024', 'day:2024-01-30'],
  ['January 2025', 'month:2025-01'],
  ['2025 January', 'month:2025-01'],
  ['2025', 'year:2025'],
  ['Spring term', undefined],
  ['2021 to 2024', undefined],
  ['2024/24', undefined],
  ['2023/24 to 2024/25', undefined],
  ['2024/25 Week 12', undefined],
  ['2025 pupils', undefined],
  ['31 February 2024', undefined],
  ['32/01/2025', undefined],
  ['202503', undefined],
  ['201/3614', undefined],
  ['12,024', undefined],
  ['2024.5', undefined],
  ['£2024', undefined],
  ['100023', undefined],
  ['1066', undefined],
  ['', undefined],
];

const said: [string, string | undefined][] = [
  ['Data is for the 2024 to 2025 academic year.', 'ay:2024'],
  ['This data is from 2 September 2025', 'day:2025-09-02'],
  ["'Pupil absence' for State-funded primary in England for 2016/17", 'ay:2016'],
  ['Absence in 2023/24, up from 2022/23', 'ay:2023'],
  ['Attendance, 2023/24 and 2024/25', undefined],
  ['Overall absence, 2024/25 Week 12', undefined],
  ['Key stage 2 attainment 2025', 'year:2025'],
  ['Results for 2025, revised', 'year:2025'],
  ['2025 pupils took part', undefined],
  ['Pupils since 2019', undefined],
  ['The school, at 2025 High Road', undefined],
];

describe('a period in words', () => {
  it.each(read)('reads %j as %s', (text, period) => expect(parsePeriod(text)).toBe(period));
  it.each(said)('finds in %j %s', (text, period) => expect(findPeriod(text)).toBe(period));

  it('is read again from its own label', () => {
    const periods = fc.oneof(
      fc
        .tuple(fc.constantFrom('ay', 'fy', 'afy', 'year'), fc.integer({ min: 1990, max: 2098 }))
        .map((x) => x.join(':')),
      fc
        .tuple(fc.integer({ min: 1990, max: 2098 }), fc.constantFrom('autumn', 'spring', 'summer', 'autumn-spring'))
        .map(([year, term]) => `term:${year}:${term}`),
      fc
        .date({ min: new Date('1990-01-01'), max: new Date('2098-12-31'), noInvalidDate: true })
        .map((at) => `day:${at.toISOString().slice(0, 10)}`),
    );
    fc.assert(
      fc.property(periods, (period) => {
        expect(isPeriod(period)).toBe(true);
        expect(parsePeriod(periodLabel(period))).toBe(period);
        const { start, end } = periodRange(period);
        expect(start <= end).toBe(true);
      }),
    );
  });

  it('is never but canonical, in bounded time, whatever the text', () => {
    const bits = fc.constantFrom(
      '2024',
      '/',
      '25',
      ' to ',
      'autumn',
      ' and ',
      'spring',
      ' ',
      'January',
      '1',
      '20',
      '-',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const period of [parsePeriod(text), findPeriod(text)]) if (period) expect(isPeriod(period)).toBe(true);
        },
      ),
    );
    for (const bit of ['2024 to ', '1 ', 'autumn and ', 'January ', '2'])
      expect(findPeriod(bit.repeat(50_000))).toBe(undefined);
  });
});

describe('a canonical period', () => {
  it.each([
    ['ay:2024', '2024-09-01', '2025-08-31'],
    ['term:2024:spring', '2025-01-01', '2025-03-31'],
    ['term:2024:autumn-spring', '2024-09-01', '2025-03-31'],
    ['fy:2024', '2024-04-01', '2025-03-31'],
    ['afy:2024', '2024-09-01', '2025-08-31'],
    ['month:2024-02', '2024-02-01', '2024-02-29'],
    ['year:2025', '2025-01-01', '2025-12-31'],
    ['day:2025-01-16', '2025-01-16', '2025-01-16'],
  ])('%s lasts from %s to %s', (period, start, end) => expect(periodRange(period)).toEqual({ start, end }));

  it.each(['ay:24', 'ay:2024/25', 'term:2024:winter', 'month:2024-13', 'day:2025-02-30', 'year:3025', '', ' ay:2024'])(
    'is not %j',
    (text) => {
      expect(isPeriod(text)).toBe(false);
      expect(() => periodRange(text)).toThrow(RangeError);
      expect(periodLabel(text)).toBe(text);
    },
  );

  it('stands in the order in which its figures came', () => {
    const order = [
      'ay:2023',
      'term:2024:autumn',
      'day:2025-01-16',
      'term:2024:autumn-spring',
      'term:2024:spring',
      'ay:2024',
      'term:2024:summer',
      'day:2025-11-18',
    ];
    expect([...order].reverse().sort(comparePeriods)).toEqual(order);
    expect(comparePeriods('ay:2024', 'ay:2024')).toBe(0);
    expect(['none', 'ay:2024'].sort(comparePeriods)).toEqual(['ay:2024', 'none']);
  });
});
