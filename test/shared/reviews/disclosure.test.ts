import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reading, withdrawReading } from '../../../shared/priorities/reading.ts';
import { keyOf } from '../../../shared/record.ts';
import { Edition } from '../../../shared/reviews/edition-kind.ts';
import { correctReview, refreshReview } from '../../../shared/reviews/review.ts';
import { allStretches, type Stretch, sumOf, type Terms, workedOut } from './attacker.ts';
import { ash, coordinator, newPartnership, oak, type Partnership } from './partnership.ts';

const urns = new Map([
  [ash, '100001'],
  [oak, '100002'],
]);

/** Enters a count as people do: a small one as suppressed, or, as an older build let them, as it is. */
function enter(world: Partnership, school: string, stretch: Stretch, value: number, asIs: boolean): void {
  const small = value >= 1 && value <= 5;
  const id = world.count(school, stretch, small ? 'suppressed' : value);
  const record = world.records.get(keyOf({ kind: 'reading', id }));
  if (small && asIs && record)
    world.records.set(keyOf(record), { ...record, body: { ...(record.body as object), value } });
}

/** Publishes the next edition with everything that is in. */
function publishNext(world: Partnership, id: string, n: number): void {
  if (n > 0) world.must(world.act(coordinator, correctReview, { id, rev: world.review(id).rev }));
  world.must(world.act(coordinator, refreshReview, { id, rev: world.review(id).rev }));
  if (n > 0) world.correct(id, 'More figures');
  world.sign(id);
  world.must(world.publish(id));
}

const term = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.integer({ min: 5, max: 12 }));
const terms: fc.Arbitrary<Terms> = fc.tuple(term, term, term);
/** In which edition each figure is told first, before which it is taken back, and whether a small one stands as it is. */
const arrival = fc.record({
  edition: fc.integer({ min: 0, max: 3 }),
  back: fc.integer({ min: 1, max: 6 }),
  asIs: fc.boolean(),
});
const arrivals = fc.tuple(arrival, arrival, arrival, arrival, arrival);
const school = fc.record({ terms, arrivals });

type School = typeof school extends fc.Arbitrary<infer T> ? T : never;

const isSmall = (value: number) => value >= 1 && value <= 5;

/** What happens to a school's figures before an edition: some come in, some are taken back. */
function changeFigures(world: Partnership, of: string, edition: number, { terms, arrivals }: School): Stretch[] {
  const secret: Stretch[] = [];
  for (const [i, stretch] of allStretches.entries()) {
    const arrives = arrivals[i];
    const value = sumOf(terms, stretch);
    if (arrives?.edition === edition) {
      enter(world, of, stretch, value, arrives.asIs);
      if (isSmall(value)) secret.push(stretch);
    } else if (arrives && arrives.edition < edition && arrives.back === edition) {
      const its = world.list(Reading).find(({ body }) => body?.school === of && body.period === stretch);
      world.must(world.act(coordinator, withdrawReading, { id: its?.id, rev: its?.rev }));
    }
  }
  return secret;
}

describe('what editions withhold', () => {
  it('cannot be worked out from all of them together', { timeout: 60_000 }, () => {
    const seen = { withheld: 0, besides: 0 };
    const property = fc.property(school, school, (first, second) => {
      const world = newPartnership();
      const id = world.draft();
      const secret = new Map<string, Stretch[]>();
      for (let edition = 0; edition < 3; edition++) {
        for (const [of, figures] of [
          [ash, first],
          [oak, second],
        ] as const) {
          const urn = urns.get(of) ?? '';
          secret.set(urn, [...(secret.get(urn) ?? []), ...changeFigures(world, of, edition, figures)]);
        }
        publishNext(world, id, edition);
        const editions = world.list(Edition).flatMap(({ body }) => body?.frozen ?? []);
        for (const [urn, its] of workedOut(editions, secret))
          for (const [stretch, values] of its) {
            seen.withheld++;
            expect(values.size, `${urn} ${stretch} is one of ${[...values]}`).toBeGreaterThanOrEqual(3);
          }
        seen.besides +=
          JSON.stringify(editions.at(-1)).split('withheld').length - 1 - [...secret.values()].flat().length;
      }
    });
    fc.assert(property, { numRuns: 80 });
    expect(seen.withheld).toBeGreaterThan(50);
    expect(seen.besides).toBeGreaterThan(0);
  });
});
