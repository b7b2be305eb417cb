import { describe, expect, it } from 'vitest';
import { bearingOn } from '../../../extension/evidence/bearing-of.ts';
import type { Evidence } from '../../../shared/evidence/evidence.ts';
import type { Record } from '../../../shared/record.ts';

const record = (id: string, more: Partial<Evidence> | null): Record<Evidence> => ({
  ...{ kind: 'evidence', id, v: 1, rev: 1, seq: 1 },
  body: more && { passages: [], note: '', tags: [], priorities: ['p'], by: 'ann', at: 1, ...more },
});

describe('what bears on a priority', () => {
  it('is counted by stance, the newest of each side first', () => {
    const bearing = bearingOn(
      [
        record('a', { stance: 'supports', at: 1 }),
        record('b', { stance: 'challenges', at: 2 }),
        record('c', { stance: 'supports', at: 3 }),
        record('d', { stance: 'context' }),
        record('e', {}),
        record('f', { stance: null }),
      ],
      'p',
    );
    expect(bearing.counts).toEqual({ supports: 2, challenges: 1, context: 1, none: 2 });
    expect(bearing.supports.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(bearing.challenges.map(({ id }) => id)).toEqual(['b']);
  });

  it('is neither what was withdrawn or erased nor what is about something else', () => {
    const others = [
      record('a', { stance: 'supports', withdrawn: 5 }),
      record('b', null),
      record('c', { stance: 'supports', priorities: ['q'] }),
    ];
    expect(bearingOn(others, 'p').counts).toEqual({ supports: 0, challenges: 0, context: 0, none: 0 });
    const reinstated = record('d', { stance: 'supports', withdrawn: null });
    expect(bearingOn([...others, reinstated], 'p').counts.supports).toBe(1);
  });
});
