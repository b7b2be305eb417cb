import { describe, expect, it } from 'vitest';
import { blanked } from '../../shared/blank.ts';

describe('taking words out', () => {
  it('replaces texts where they stand, and puts nothing where none does', () => {
    const body = { note: 'a', away: { reason: 'b', how: 'left' }, tags: ['c'], gone: null };
    const words = { note: '', 'away.reason': 'Removed', 'gone.reason': 'x', tags: 'x', 'note.deeper': 'x', other: 'x' };
    expect(blanked(body, words)).toEqual({ ...body, note: '', away: { reason: 'Removed', how: 'left' } });
    expect(body.away.reason).toBe('b');
    expect(blanked({}, { toString: 'x', '': 'y' })).toEqual({});
  });
});
