import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../shared/reviews/differences.ts';
import type { PublicPriority, PublicReview } from '../../../shared/reviews/public-review.ts';

const point = (value: PublicReview['what'][0]['indicators'][0]['schools'][0]['points'][0]['value']) => ({
  period: 'ay:2024',
  value,
});
const priority: PublicPriority = {
  ...{ key: 'p1', thread: 0, title: 'Attendance', unanswered: 0 },
  log: { supports: 0, challenges: 0, context: 0 },
  parts: [{ part: 'next', text: 'More' }],
  indicators: [
    {
      ...{ name: 'Away', unit: 'percent', direction: 'down', about: '' },
      schools: [
        { urn: '100001', points: [point(12), { period: 'ay:2023', value: 14 }] },
        { urn: '100002', points: [point(9)] },
      ],
    },
  ],
  evidence: [{ n: 1, part: 'next', quote: 'So' }],
};
const review: PublicReview = {
  v: 1,
  partnership: { name: 'Tees', word: 'cluster' },
  schools: [
    { urn: '100001', name: 'Ash Lane' },
    { urn: '100002', name: 'Oak Road' },
  ],
  ...{ period: 'ay:2025', edition: 1, published: 1, asAt: 1, summary: 'In short' },
  how: { values: [] },
  what: [priority],
  signed: [{ urn: '100001', how: 'signed', at: 1 }],
};
const [indicator] = priority.indicators;
const withPriority = (more: Partial<PublicPriority>) => ({ ...review, what: [{ ...priority, ...more }] });

describe('where an edition differs from the one before', () => {
  it('is nowhere but for its number, its day and its signatures’ days', () => {
    const same = { ...review, edition: 2, published: 9, asAt: 9, signed: [{ ...review.signed[0], at: 9 }] };
    expect(differencesOf(review, same as PublicReview)).toEqual([]);
    // A piece keeps its words where its number moved on.
    expect(differencesOf(review, withPriority({ evidence: [{ n: 4, part: 'next', quote: 'So' }] }))).toEqual([]);
  });

  it('is said in words, figure by figure', () => {
    const schools = [
      { urn: '100001', points: [point(13), { period: 'ay:2023', value: 'withheld' as const }], own: target },
      { urn: '100002', points: [] },
    ];
    expect(differencesOf(review, withPriority({ indicators: [{ ...indicator, schools } as never] }))).toEqual([
      'Away, Ash Lane, 2024/25: 13% instead of 12%',
      'Away, Ash Lane, 2023/24: withheld instead of 14%',
      'Away, Ash Lane: another target',
      'Away, Oak Road, 2024/25: none instead of 9%',
    ]);
  });

  it('tells of words, priorities, indicators, evidence, schools and reservations', () => {
    const other = { ...priority, key: 'p2', title: 'Reading' };
    expect(differencesOf(review, { ...review, summary: 'Otherwise', why: 'Because', what: [other] })).toEqual([
      'In short: worded anew',
      'Why we work together: new',
      'Reading: new',
      'Attendance: taken out',
    ]);
    const changed = withPriority({ title: 'Absence', parts: [], evidence: [], indicators: [] });
    expect(differencesOf(review, changed)).toEqual([
      'Absence: worded anew',
      'Absence: ‘What we will do next’ taken out',
      'Absence: the indicator ‘Away’ is taken out',
      'Absence: other evidence is cited',
    ]);
    const schools = [review.schools[0], { urn: '100003', name: 'Elm' }] as PublicReview['schools'];
    const signed: PublicReview['signed'] = [{ urn: '100001', how: 'reservation', text: 'Less' }];
    expect(differencesOf(review, { ...review, schools, signed })).toEqual([
      'Elm takes part',
      'Oak Road takes part no more',
      'Ash Lane: what the school says of it',
    ]);
  });

  it('is never more than can be read', () => {
    const many = Array.from({ length: 90 }, (_, i) => ({ ...priority, key: `p${i + 2}`, title: 'x'.repeat(400) }));
    const found = differencesOf(review, { ...review, what: [priority, ...many] });
    expect(found).toHaveLength(60);
    expect(found.at(-1)).toBe('And 31 more');
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(300);
  });
});

const target = { period: 'ay:2026', value: 8 };
