import { describe, expect, it } from 'vitest';
import {
  figuresDue,
  grouped,
  isWanted,
  monthsOn,
  owedOn,
  releaseOf,
  releasesOf,
} from '../../../shared/priorities/due.ts';
import { parts } from '../../../shared/priorities/indicator.ts';
import { periodRange } from '../../../shared/priorities/period.ts';
import { newFigures } from './figures.ts';

describe('when a figure comes out', () => {
  it.each([
    // Key stage 2 in July, GCSE in August: of the year that they end.
    [{ part: 'year', month: 7 }, 'ay:2024', '2025-07'],
    [{ part: 'year', month: 8 }, 'ay:2024', '2025-08'],
    [{ part: 'year', month: 12 }, 'ay:2024', '2025-12'],
    [{ part: 'year', month: 3 }, 'ay:2024', '2026-03'],
    [{ part: 'autumn', month: 12 }, 'term:2024:autumn', '2024-12'],
    [{ part: 'autumn', month: 5 }, 'term:2024:autumn', '2025-05'],
    // What is counted within a term is known within it: the autumn census, attendance to half-term.
    [{ part: 'autumn', month: 10 }, 'term:2024:autumn', '2024-10'],
    [{ part: 'autumn', month: 11 }, 'term:2024:autumn', '2024-11'],
    [{ part: 'autumn', month: 8 }, 'term:2024:autumn', '2025-08'],
    [{ part: 'spring', month: 3 }, 'term:2024:spring', '2025-03'],
    [{ part: 'spring', month: 1 }, 'term:2024:spring', '2025-01'],
    [{ part: 'spring', month: 12 }, 'term:2024:spring', '2025-12'],
    [{ part: 'summer', month: 5 }, 'term:2024:summer', '2025-05'],
    [{ part: 'summer', month: 3 }, 'term:2024:summer', '2026-03'],
    // So are a year's own tests and the statistics of its January census, which come out before it ends.
    [{ part: 'year', month: 5 }, 'ay:2024', '2025-05'],
    [{ part: 'year', month: 6 }, 'ay:2024', '2025-06'],
    [{ part: 'year', month: 4 }, 'ay:2024', '2026-04'],
    [{ part: 'summer', month: 9 }, 'term:2024:summer', '2025-09'],
    [{ part: 'autumn-spring', month: 10 }, 'term:2024:autumn-spring', '2025-10'],
    [{ part: 'financial-year', month: 12 }, 'fy:2024', '2025-12'],
    [{ part: 'financial-year', month: 2 }, 'fy:2024', '2026-02'],
  ] as const)('%o: %s in %s', (due, period, month) => {
    expect(releaseOf(due, 2024)).toEqual({ period, month });
  });

  it('is in the month that is said, not before its part began, and less than a year after it can be known', () => {
    for (const part of parts) {
      for (let month = 1; month <= 12; month++) {
        const release = releaseOf({ part, month }, 2024);
        const { start, end } = periodRange(release.period);
        expect(Number(release.month.slice(5))).toBe(month);
        expect(release.month >= start.slice(0, 7), `${part} ${month}`).toBe(true);
        expect(release.month < monthsOn(end.slice(0, 7), 12), `${part} ${month}`).toBe(true);
      }
    }
  });

  it.each(['autumn', 'spring', 'summer'] as const)(
    'within the %s term is of that term, not of the next one so named',
    (part) => {
      const { start, end } = periodRange(`term:2024:${part}`);
      for (let at = start.slice(0, 7); at <= end.slice(0, 7); at = monthsOn(at, 1)) {
        expect(releaseOf({ part, month: Number(at.slice(5)) }, 2024)).toEqual({
          period: `term:2024:${part}`,
          month: at,
        });
      }
    },
  );

  it('is asked for between two months, both included, earliest first', () => {
    const dues = [
      { part: 'year', month: 3 },
      { part: 'autumn', month: 12 },
    ] as const;
    expect(releasesOf(dues, '2025-12', '2026-12').map(({ period }) => period)).toEqual([
      'term:2025:autumn',
      'ay:2024',
      'term:2026:autumn',
    ]);
  });
});

describe('what is owed', () => {
  const march = Date.UTC(2026, 2, 10);
  /** An agreed priority with an indicator that two schools measure, set up in March 2026. */
  function agreed() {
    const figures = newFigures();
    figures.priority('p');
    figures.school('a');
    figures.school('b');
    figures.school('away', { away: { how: 'absent', reason: 'New head', at: 1 } });
    figures.indicator('i', { due: [{ part: 'year', month: 7 }], at: march });
    for (const school of ['a', 'b']) {
      figures.baseline(school, figures.reading(school, 'ay:2023', 60));
      figures.target(school, 70, 'ay:2026');
      figures.target(school, 75, 'ay:2026', true);
      figures.noticing(school, { priority: 'p' });
      figures.agreement(school, 'p');
    }
    return figures;
  }

  it('is nothing where all is given, and a figure from the month in which it comes out', () => {
    const figures = agreed();
    expect(owedOn(figures, '2026-06-30')).toEqual([]);
    const asked = { what: 'reading', indicator: 'i', period: 'ay:2025', month: '2026-07' };
    expect(owedOn(figures, '2026-07-01')).toEqual(['a', 'b'].map((school) => ({ ...asked, school, standing: 'due' })));
    expect(owedOn(figures, '2026-08-01').map((one) => one.what === 'reading' && one.standing)).toEqual([
      'overdue',
      'overdue',
    ]);
    figures.reading('a', 'ay:2025', 'suppressed');
    expect(owedOn(figures, '2026-08-01').map(({ school }) => school)).toEqual(['b']);
  });

  it('looks ahead where that is asked, and counts only what is wanted now', () => {
    const figures = agreed();
    const owed = owedOn(figures, '2026-06-01', 13);
    expect(owed.map((one) => one.month)).toEqual(['2026-07', '2027-07', '2026-07', '2027-07']);
    expect(owed.filter(isWanted)).toEqual([]);
    expect(figuresDue(owed, figures.indicators, 'p')).toBe(0);
    expect(figuresDue(owedOn(figures, '2026-07-15'), figures.indicators, 'p')).toBe(2);
    expect(figuresDue(owedOn(figures, '2026-07-15'), figures.indicators, 'q')).toBe(0);
  });

  it('asks within a term for the figure of that term', () => {
    const figures = agreed();
    figures.indicators.splice(0);
    figures.indicator('i', { due: [{ part: 'autumn', month: 11 }], at: march });
    const asked = { what: 'reading', indicator: 'i', period: 'term:2026:autumn', month: '2026-11', standing: 'due' };
    expect(owedOn(figures, '2026-10-31')).toEqual([]);
    expect(owedOn(figures, '2026-11-20')).toEqual(['a', 'b'].map((school) => ({ ...asked, school })));
  });

  it('asks for no figure from before the indicator was set up, and for none of a retired one', () => {
    const figures = agreed();
    expect(owedOn(figures, '2026-03-31')).toEqual([]);
    figures.indicators.splice(0);
    figures.indicator('i', { due: [{ part: 'year', month: 7 }], at: march, retired: 1 });
    expect(owedOn(figures, '2027-07-31').filter(({ what }) => what === 'reading')).toEqual([]);
  });

  it('asks once for a figure that two priorities share', () => {
    const figures = agreed();
    figures.priority('q');
    figures.indicators.splice(0);
    figures.indicator('i', { due: [{ part: 'year', month: 7 }], at: march, priorities: ['p', 'q'] });
    expect(owedOn(figures, '2026-07-01').filter(({ what }) => what === 'reading')).toHaveLength(2);
  });

  it('asks of each school for what its indicators are for', () => {
    const figures = agreed();
    figures.indicators.splice(0);
    figures.indicator('i', { due: [{ part: 'year', month: 7 }], at: march, schools: ['a'] });
    figures.baselines.splice(0);
    const owed = owedOn(figures, '2026-07-01');
    expect(owed.map(({ school, what }) => `${school} ${what}`)).toEqual(['a reading', 'a baseline']);
    expect(figuresDue(owed, figures.indicators, 'p')).toBe(1);
    const proposed = newFigures();
    proposed.priority('p', { state: 'proposed' });
    for (const school of ['a', 'b', 'c']) proposed.school(school);
    proposed.indicator('i', { schools: ['a'] });
    proposed.indicator('j', { schools: ['b'] });
    const starts = owedOn(proposed, '2026-06-01').filter(({ what }) => what === 'baseline');
    expect(starts.map((one) => [one.school, 'indicator' in one && one.indicator])).toEqual([
      ['a', 'i'],
      ['b', 'j'],
    ]);
  });

  it('takes an academy’s financial year for the one that was asked for', () => {
    const figures = agreed();
    figures.indicators.splice(0);
    figures.indicator('i', { due: [{ part: 'financial-year', month: 12 }], at: march });
    figures.reading('a', 'afy:2025', 5);
    expect(owedOn(figures, '2026-12-05').map(({ school }) => school)).toEqual(['b']);
  });

  it('asks of each indicator of an agreed priority for the next step only', () => {
    const figures = agreed();
    const steps = () => owedOn(figures, '2026-06-01').filter(({ school }) => school === 'a');
    figures.targets.splice(0);
    expect(steps().map(({ what }) => what)).toEqual(['target']);
    figures.target('a', 70, 'ay:2026');
    expect(steps().map(({ what }) => what)).toEqual(['stretch']);
    // A start whose figure was taken back is none.
    const from = figures.readings.findIndex(({ body }) => body?.school === 'a');
    const [taken] = figures.readings.splice(from, 1);
    expect(steps().map(({ what }) => what)).toEqual(['baseline']);
    if (taken) figures.readings.push(taken);
    expect(steps().map(({ what }) => what)).toEqual(['stretch']);
    figures.baselines.splice(0);
    expect(steps().map(({ what }) => what)).toEqual(['baseline']);
  });

  it('asks each school for what a proposal waits for, and nothing of what is over', () => {
    const figures = newFigures();
    figures.priority('p', { state: 'proposed' });
    figures.school('a');
    figures.indicator('i');
    expect(owedOn(figures, '2026-06-01').map(({ what }) => what)).toEqual(['baseline', 'noticing', 'agreement']);
    for (const state of ['closed', 'dropped'] as const) {
      figures.priorities.splice(0);
      figures.priority('p', { state });
      expect(owedOn(figures, '2026-06-01')).toEqual([]);
    }
  });

  it('is put in groups by school or by month', () => {
    const owed = owedOn(agreed(), '2026-06-01', 13);
    expect(grouped(owed, ({ school }) => school).map(([key, { length }]) => [key, length])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    expect(grouped(owed, ({ month = '' }) => month).map(([key]) => key)).toEqual(['2026-07', '2027-07']);
  });
});
