import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, partialDate } from '../../../shared/evidence/source.ts';

describe('a line from a page', () => {
  it('has neither breaks nor marks that turn its direction, and is cut where it is too long', () => {
    expect(oneLine('  Two\n\tlines ', 20)).toBe('Two lines');
    expect(oneLine('safe\u202egnp.exe\u0000', 20)).toBe('safegnp.exe');
    expect(oneLine('abcdefgh', 5)).toBe('abcd…');
    expect(oneLine(' \n ', 5)).toBeUndefined();
    expect(oneLine({ toString: () => 'x' }, 5)).toBeUndefined();
  });

  it('keeps within its length whatever comes, and is well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const line = oneLine(text, most) ?? '';
        expect(line.length).toBeLessThanOrEqual(most);
        expect(line.isWellFormed()).toBe(true);
        expect(line).not.toMatch(/[\n\r\u202e]/);
      }),
    );
  });
});

describe('a date from a page', () => {
  it('is as exact as the page is', () => {
    expect(partialDate('2025')).toBe('2025');
    expect(partialDate('2025/3')).toBe('2025-03');
    expect(partialDate('2025-11-04T23:30:00+01:00')).toBe('2025-11-04');
    expect(partialDate(' 2025/11/4 ')).toBe('2025-11-04');
  });

  it('is never guessed', () => {
    const wrong = ['', '4 November 2025', '04/11/2025', '2025-13', '2025-02-31', '2025-00-01', '25', '20251104', null];
    for (const text of wrong) expect(partialDate(text), String(text)).toBeUndefined();
  });
});
