import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PublicIndicator, PublicReview } from '../../../shared/reviews/public-review.ts';
import { accountParts } from '../../../shared/reviews/review-kind.ts';
import { priorityPage } from '../../../worker/reviews/pages/priority-page.tsx';
import { reviewPage } from '../../../worker/reviews/pages/review-page.tsx';
import { schoolPage } from '../../../worker/reviews/pages/school-page.tsx';
import { schoolsPage } from '../../../worker/reviews/pages/schools-page.tsx';
import { sheetPage } from '../../../worker/reviews/pages/sheet-page.tsx';
import { standingOf } from './published-many.ts';
import { faultsInHtml } from './valid-html.ts';

const periods = [
  'term:2024:autumn',
  'term:2024:spring',
  'ay:2024',
  'ay:2025',
  'term:2025:autumn-spring',
  'month:2025-01',
];
const words = (most: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }).map((text) => `a${text}`.slice(0, most));
const value = fc.oneof(
  fc.double({ min: -200, max: 1e6, noNaN: true }),
  fc.constantFrom('withheld' as const, 'not-produced' as const, 'series-break' as const, 0),
);
const target = fc.record({ period: fc.constantFrom(...periods), value: fc.integer({ min: 0, max: 100 }) });
const urns = ['100001', '100002', '100003', '100004', '100005', '100006', '100007', '100008', '100009'];

const figures = (urn: string) =>
  fc.record(
    {
      urn: fc.constant(urn),
      baseline: fc.constantFrom(...periods),
      points: fc.uniqueArray(fc.record({ period: fc.constantFrom(...periods), value, breaks: fc.boolean() }), {
        selector: ({ period }) => period,
        maxLength: 6,
      }),
      own: target,
      stretch: fc.record({ period: fc.constantFrom(...periods), value: fc.integer(), contribution: words(50) }),
    },
    { requiredKeys: ['urn', 'points'] },
  );

const indicator = (schools: readonly string[]): fc.Arbitrary<PublicIndicator> =>
  fc.record({
    name: words(160),
    unit: fc.constantFrom('percent', 'points', 'count', 'days', 'ratio'),
    direction: fc.constantFrom('up', 'down'),
    about: fc.constantFrom('', 'All pupils'),
    schools: fc.tuple(...schools.map(figures)).map((all) => [...all]),
  });

const review: fc.Arbitrary<PublicReview> = fc.integer({ min: 0, max: urns.length }).chain((many) =>
  fc.record(
    {
      v: fc.constant(1 as const),
      partnership: fc.record({ name: words(160), word: fc.constant('hub') }),
      schools: fc.constant(urns.slice(0, many).map((urn) => ({ urn, name: `School ${urn}` }))),
      period: fc.constantFrom('ay:2025', 'term:2025:autumn'),
      edition: fc.integer({ min: 1, max: 9 }),
      published: fc.integer({ min: 0, max: 4e12 }),
      asAt: fc.integer({ min: 0, max: 4e12 }),
      summary: words(1500),
      why: words(2000),
      how: fc.record({
        values: fc.array(fc.record({ title: words(120), adopt: fc.array(words(300)), refuse: fc.array(words(300)) }), {
          maxLength: 3,
        }),
      }),
      what: fc
        .array(
          fc.record({
            title: words(300),
            parts: fc
              .subarray([...accountParts])
              .chain((parts) =>
                fc.tuple(...parts.map((part) => fc.record({ part: fc.constant(part), text: words(1500) }))),
              ),
            indicators: fc.array(indicator(urns.slice(0, many)), { maxLength: 3 }),
            evidence: fc.array(
              fc.record({ part: fc.constantFrom(...accountParts), quote: words(400) }, { requiredKeys: ['part'] }),
              { maxLength: 4 },
            ),
            unanswered: fc.nat(3),
          }),
          { maxLength: 3 },
        )
        .map((all) =>
          all.map((one, i) => ({
            ...one,
            key: `p${i + 1}`,
            thread: i,
            indicators: one.indicators.map((each, k) => ({ ...each, name: `${k} ${each.name}`.slice(0, 160) })),
            evidence: one.evidence.map((piece, k) => ({ ...piece, n: i * 10 + k + 1 })),
            log: { supports: 0, challenges: one.unanswered, context: 0 },
          })),
        ),
      signed: fc.constant([]),
    },
    {
      requiredKeys: ['v', 'partnership', 'schools', 'period', 'edition', 'published', 'asAt', 'how', 'what', 'signed'],
    },
  ),
);

describe('a review of whatever little', () => {
  it('has pages, all of them HTML and small', async () => {
    await fc.assert(
      fc.asyncProperty(review, async (of) => {
        expect(PublicReview.safeParse(of).success).toBe(true);
        const site = { origin: 'https://a.example', slug: 'hollowmere', standing: standingOf(of) };
        const part = { site, review: of, base: '/hollowmere/2025-26', stands: true };
        const page = reviewPage({ site, review: of, path: '2025-26', n: of.edition, editions: [], questions: [] });
        expect(new TextEncoder().encode(page).byteLength).toBeLessThan(50_000);
        const [urn = ''] = of.schools.map((school) => school.urn);
        const [priority] = of.what;
        const all = [
          page,
          schoolsPage(part),
          schoolPage({ ...part, urn }),
          sheetPage({ ...part, urn }),
          priority && priorityPage({ ...part, priority }),
        ];
        for (const html of all) {
          if (html === undefined) continue;
          expect(html).not.toMatch(/NaN|undefined|\[object|Infinity/);
          expect(await faultsInHtml(html)).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
