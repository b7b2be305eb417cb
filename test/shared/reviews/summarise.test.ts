import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Edition } from '../../../shared/reviews/edition-kind.ts';
import { valueAt } from '../../../shared/reviews/pointer.ts';
import { PublicReview } from '../../../shared/reviews/public-review.ts';
import { root } from '../../tools/run-process.ts';
import { demoOn } from '../demo-world.ts';

/** The same wherever and whenever it runs: without moments, and with a mark where an address is of this machine. */
const settled = (review: PublicReview): unknown =>
  JSON.parse(
    JSON.stringify(review, (key, value) =>
      ['at', 'published', 'asAt', 'agreed'].includes(key) && typeof value === 'number' ? 'a moment' : value,
    ),
  );

describe('the review of the demo', () => {
  it('says what the log says of its last term, and nothing else', async () => {
    const { refused, all, publish } = demoOn(new Date('2026-11-25T13:45:00'));
    await publish();
    expect(refused).toEqual([]);
    const [edition, ...more] = all(Edition).map(({ body }) => body);
    if (!edition) throw new Error('nothing was published');
    expect(more).toEqual([]);
    const path = join(root, 'test/fixtures/reviews/demo.json');
    expect(settled(edition.frozen)).toEqual(JSON.parse(readFileSync(path, 'utf8')));
    expect(PublicReview.parse(edition.frozen)).toEqual(edition.frozen);
    // Everything that is used stands where it is said to stand.
    for (const { at } of edition.uses) expect(valueAt(edition.frozen, at), at).toBeDefined();
  });
});
