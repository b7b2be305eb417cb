import { describe, expect, it } from 'vitest';
import { reviewPage } from '../../../worker/reviews/pages/review-page.tsx';
import { review } from './published.ts';
import { questions, reviewAtLimits, reviewOf, standingOf } from './published-many.ts';

describe('sizes', () => {
  it('x', () => {
    for (const of of [review, reviewOf(6), reviewOf(40), reviewOf(200), reviewAtLimits()]) {
      const site = { origin: 'https://a.example', slug: 'hollowmere', standing: standingOf(of) };
      const page = reviewPage({
        site,
        review: of,
        path: '2025-26',
        n: 1,
        editions: [{ path: '2025-26', n: 1, published: of.published }],
        questions,
        at: '/hollowmere',
      });
      console.log(page.length);
      if (of === review) {
        console.log(page.match(/<svg.*?<\/svg>/s)?.[0]);
        console.log(
          (page.match(/<svg.*?<\/svg>/gs) ?? []).map((x) => x.length).join(),
          (page.match(/<figure.*?<\/figure>/gs) ?? []).map((x) => x.length).join(),
          (page.match(/<details.*?<\/details>/gs) ?? []).map((x) => x.length).join(),
        );
      }
    }
    expect(1).toBe(1);
  });
});
