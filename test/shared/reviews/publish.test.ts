import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { Edition } from '../../../shared/reviews/edition-kind.ts';
import { PublicReview } from '../../../shared/reviews/public-review.ts';
import { publishReview } from '../../../shared/reviews/publish.ts';
import { ash, newPartnership, oak } from './partnership.ts';

describe('review.publish', () => {
  it('freezes what every school signed', () => {
    const world = newPartnership();
    world.count(ash, 'ay:2024', 20);
    world.count(oak, 'ay:2024', 30);
    const id = world.draft();
    world.sign(id);
    expect(world.publish(id)).toBe('ok');
    const edition = world.get(Edition)?.body;
    expect(edition).toMatchObject({ review: id, slug: 'tees-cluster', path: '2025-26', n: 1, stamp: 1 });
    expect(PublicReview.parse(edition?.frozen)).toEqual(edition?.frozen);
    expect(world.review(id).body).toMatchObject({ state: 'published', editions: 1 });
    void [publishReview, newId];
  });
});
