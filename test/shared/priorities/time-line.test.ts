import { describe, expect, it } from 'vitest';
import type { Priority } from '../../../shared/priorities/priority.ts';
import { lengthOf, timeLineOf } from '../../../shared/priorities/time-line.ts';

const priority = (more: Partial<Priority> = {}): Priority => ({
  title: 'Reading',
  state: 'agreed',
  thread: 0,
  by: 'ann',
  at: 0,
  ...more,
});

describe('the time line', () => {
  it('shows four years from the start', () => {
    const line = timeLineOf(priority({ starts: '2024-09-01', review: '2026-09-01' }), '2025-09-01');
    expect(line?.marks.map(({ label }) => label)).toEqual(['Sep 2024', 'Sep 2025', 'Sep 2026', 'Sep 2027', 'Sep 2028']);
    expect(line?.today).toBeCloseTo(0.25, 2);
    expect(line?.review).toMatchObject({ day: '2026-09-01', overdue: false });
    expect(line?.review?.at).toBeCloseTo(0.5, 2);
    expect(line?.words).toBe('Has run for 1 year; change takes two to four years. To be reviewed on 1 September 2026.');
  });

  it('begins when it was adopted or agreed, where no start is named', () => {
    expect(timeLineOf(priority({ adopted: { on: '2023-02-28', minuted: 'x' }, agreed: 1 }), '2024-01-01')?.start).toBe(
      '2023-02-28',
    );
    expect(timeLineOf(priority({ agreed: Date.UTC(2025, 4, 6) }), '2026-01-01')?.start).toBe('2025-05-06');
    expect(timeLineOf(priority({ state: 'proposed' }), '2026-01-01')).toBeUndefined();
  });

  it('stays on the line, stands still once it is closed, and says that a review is late', () => {
    expect(timeLineOf(priority({ starts: '2018-09-01' }), '2026-01-01')?.today).toBe(1);
    expect(timeLineOf(priority({ starts: '2027-09-01' }), '2026-01-01')).toMatchObject({
      today: 0,
      words: 'Begins on 1 September 2027.',
    });
    const closed = { at: Date.UTC(2025, 8, 1), learned: 'x', kept: 'y' };
    const over = timeLineOf(
      priority({ starts: '2024-02-29', review: '2025-01-01', state: 'closed', closed }),
      '2030-01-01',
    );
    expect(over?.today).toBeCloseTo(0.375, 1);
    expect(over?.words).toBe('Ran for 1 year and 6 months; change takes two to four years.');
    const late = timeLineOf(priority({ starts: '2024-09-01', review: '2025-09-01' }), '2025-09-02');
    expect(late?.review?.overdue).toBe(true);
    expect(late?.words).toContain('Was to be reviewed on 1 September 2025.');
  });

  it('says how long it is in years and months', () => {
    expect(lengthOf('2024-09-01', '2024-09-30')).toBe('less than a month');
    expect(lengthOf('2024-09-15', '2024-11-14')).toBe('1 month');
    expect(lengthOf('2024-09-15', '2026-11-15')).toBe('2 years and 2 months');
  });
});
