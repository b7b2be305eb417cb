import { describe, expect, it } from 'vitest';
import { nextWaiting, type QueuePiece, queueOf, sitting } from '../../../shared/evidence/queue.ts';
import { Weighing } from '../../../shared/evidence/weighing.ts';
import type { Record } from '../../../shared/record.ts';

const piece = (id: string, at: number, priorities: string[] = [], more: Partial<QueuePiece> = {}): QueuePiece => ({
  ...{ id, at, priorities, wording: 0, state: 'there' },
  ...more,
});
const weighing = (evidence: string, by: string, more: Partial<Weighing> = {}): Record<Weighing> => ({
  ...{ kind: Weighing.kind, id: `${evidence} ${by}`, v: 1, rev: 1, seq: 1 },
  body: { evidence, by, wording: 0, relevant: true, at: 1, ...more },
});
const pieces = [
  piece('none', 1),
  piece('late', 5, ['b']),
  piece('both', 9, ['b', 'a']),
  piece('first', 3, ['a']),
  piece('closed', 0, ['gone']),
  piece('away', 2, ['a'], { state: 'withdrawn' }),
];
const ask = { queue: 'nobody', me: 'ann', order: ['a', 'b'] } as const;

describe('the review queue', () => {
  it('is by priority, in each the oldest first, and what belongs to none comes last', () => {
    expect(queueOf(pieces, [], ask)).toEqual(['first', 'both', 'late', 'closed', 'none']);
    expect(queueOf(pieces, [], { ...ask, priority: 'b' })).toEqual(['late', 'both']);
  });

  it('leaves out what was weighed as it is worded now', () => {
    const weighed = [weighing('first', 'ben'), weighing('both', 'ben', { back: 2 })];
    expect(queueOf(pieces, weighed, ask)).toEqual(['both', 'late', 'closed', 'none']);
    const reworded = pieces.map((one) => ({ ...one, wording: 1 }));
    expect(queueOf(reworded, weighed, ask)[0]).toBe('first');
  });

  it('asks for one’s own look, or for what people differ on', () => {
    const weighed = [weighing('first', 'ben'), weighing('first', 'ann', { relevant: false }), weighing('late', 'ben')];
    expect(queueOf(pieces, weighed, { ...ask, queue: 'mine' })).toEqual(['both', 'late', 'closed', 'none']);
    expect(queueOf(pieces, weighed, { ...ask, queue: 'differ' })).toEqual(['first']);
  });
});

describe('a sitting', () => {
  it('keeps its order and takes in at the end what comes', () => {
    expect(sitting(['a', 'b'], ['c', 'b', 'd'])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes to what still waits, round, either way, and ends', () => {
    const all = ['a', 'b', 'c', 'd'];
    const waiting = new Set(['a', 'd']);
    expect(nextWaiting(all, waiting, undefined)).toBe('a');
    expect(nextWaiting(all, waiting, 'a')).toBe('d');
    expect(nextWaiting(all, waiting, 'd')).toBe('a');
    expect(nextWaiting(all, waiting, 'c', -1)).toBe('a');
    expect(nextWaiting(all, waiting, 'elsewhere')).toBe('a');
    expect(nextWaiting(all, new Set(['a']), 'a')).toBeUndefined();
    expect(nextWaiting([], new Set(), undefined)).toBeUndefined();
  });
});
