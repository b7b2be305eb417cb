import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { closePriority, Priority, proposePriority } from '../../../shared/priorities/priority.ts';
import { Edition } from '../../../shared/reviews/edition-kind.ts';
import {
  beginReview,
  ceaseReview,
  correctReview,
  discardReview,
  refreshReview,
} from '../../../shared/reviews/review.ts';
import { Review, Section, SignOff } from '../../../shared/reviews/review-kind.ts';
import { withdrawReview } from '../../../shared/reviews/withdraw.ts';
import { noon, rolesFor } from '../world.ts';
import { ash, coordinator, headOfAsh, newPartnership, period, priority } from './partnership.ts';

const writers = ['coordinator', 'head', 'leader'];
const day = 24 * 60 * 60 * 1000;

/** A review that is published. */
function published() {
  const world = newPartnership();
  const id = world.draft();
  world.sign(id);
  expect(world.publish(id)).toBe('ok');
  const at = () => ({ id, rev: world.review(id).rev });
  return { world, id, at };
}

describe('review.begin', () => {
  it('begins one draft for a period', () => {
    const world = newPartnership();
    const [id, priorities] = [newId(), [priority]];
    expect(world.act(headOfAsh, beginReview, { id, period, priorities })).toBe('ok');
    expect(world.review(id).body).toMatchObject({ period, state: 'draft', asAt: noon, priorities, editions: 0 });
    expect(world.act(coordinator, beginReview, { id: newId(), period, priorities })).toBe('exists');
    expect(world.act(coordinator, beginReview, { id: newId(), period: 'term:2025:autumn', priorities })).toBe('ok');
  });

  it('is of agreed priorities, or of those that were closed within the period', () => {
    const world = newPartnership();
    const proposed = newId();
    world.act(coordinator, proposePriority, { id: proposed, title: 'Reading' });
    const begin = (of: string, priorities: string[]) =>
      world.act(coordinator, beginReview, { id: newId(), period: of, priorities });
    expect(begin(period, [proposed])).toBe('not-in-state');
    expect(begin(period, [newId()])).toBe('missing');
    expect(begin(period, [priority, priority])).toBe('not-fitting');
    for (const of of ['day:2025-01-01', 'month:2025-01', 'term:2025:autumn-spring', 'x'])
      expect(begin(of, [priority])).toBe('not-valid');
    const { rev = 0 } = world.get(Priority, priority) ?? {};
    world.must(world.act(coordinator, closePriority, { id: priority, rev, learned: 'Much', kept: 'Some' }));
    expect(begin('ay:2026', [priority])).toBe('not-in-state');
    expect(begin(period, [priority])).toBe('ok');
    expect(rolesFor(beginReview, () => ({ id: newId(), period, priorities: [priority] }))).toEqual(writers);
  });
});

describe('review.refresh', () => {
  it('takes the figures in anew, and asks for signatures again', () => {
    const world = newPartnership();
    const id = world.draft();
    world.sign(id);
    world.clock.now += day;
    world.count(ash, 'ay:2024', 20);
    expect(world.prepare(id).hindrances).toEqual([]);
    world.clock.now = noon + 2 * day;
    expect(world.act(headOfAsh, refreshReview, { id, rev: 1 })).toBe('ok');
    expect(world.review(id).body.asAt).toBe(noon + 2 * day);
    expect(world.prepare(id).hindrances.map(({ code }) => code)).toEqual(['not-signed', 'not-signed']);
    expect(world.act(headOfAsh, refreshReview, { id, rev: 1 })).toBe('stale');
    expect(world.act(headOfAsh, refreshReview, { id: newId(), rev: 1 })).toBe('missing');
  });
});

describe('review.discard', () => {
  it('throws a draft away with everything that was written for it, and lets another begin', () => {
    const world = newPartnership();
    const id = world.draft();
    world.sign(id);
    expect(world.act(coordinator, discardReview, { id, rev: 2 })).toBe('stale');
    expect(world.act(coordinator, discardReview, { id, rev: 1 })).toBe('ok');
    for (const kind of [Review, Section, SignOff]) expect(world.list<unknown>(kind)).toEqual([]);
    world.draft();
  });

  it('keeps what was published once', () => {
    const { world, at } = published();
    expect(world.act(coordinator, discardReview, at())).toBe('not-in-state');
    world.must(world.act(coordinator, correctReview, at()));
    expect(world.act(coordinator, discardReview, at())).toBe('not-in-state');
  });
});

describe('review.correct', () => {
  it('opens what is published, with the figures as they were taken in', () => {
    const { world, id, at } = published();
    world.clock.now += day;
    expect(world.act(headOfAsh, correctReview, at())).toBe('ok');
    expect(world.review(id).body).toMatchObject({ state: 'correcting', asAt: noon });
    expect(world.act(headOfAsh, correctReview, at())).toBe('not-in-state');
  });
});

describe('review.cease', () => {
  it('leaves standing what stood', () => {
    const { world, id, at } = published();
    expect(world.act(headOfAsh, ceaseReview, at())).toBe('not-in-state');
    world.must(world.act(headOfAsh, correctReview, at()));
    expect(world.act(headOfAsh, ceaseReview, at())).toBe('ok');
    expect(world.review(id).body.state).toBe('published');
    world.must(world.act(coordinator, withdrawReview, { ...at(), reason: 'Wrong figures' }));
    world.must(world.act(headOfAsh, correctReview, at()));
    expect(world.act(headOfAsh, ceaseReview, at())).toBe('ok');
    expect(world.review(id).body.state).toBe('withdrawn');
  });
});

describe('review.withdraw', () => {
  it('leaves a note in the place of every edition', () => {
    const { world, id, at } = published();
    world.must(world.act(headOfAsh, correctReview, at()));
    world.correct(id, 'Put right');
    world.sign(id);
    expect(world.publish(id)).toBe('ok');
    expect(world.act(coordinator, withdrawReview, { ...at(), reason: 'Wrong figures' })).toBe('ok');
    expect(world.review(id).body).toMatchObject({ state: 'withdrawn', withdrawn: { reason: 'Wrong figures' } });
    const gone = { stamp: 2, withdrawn: { reason: 'Wrong figures', at: world.clock.now } };
    expect(world.list(Edition).map(({ body }) => body)).toMatchObject([
      { n: 1, ...gone },
      { n: 2, ...gone },
    ]);
  });

  it('can be followed by a new edition, and is not for drafts or leaders', () => {
    const { world, id, at } = published();
    const draft = world.draft('ay:2026');
    expect(world.act(coordinator, withdrawReview, { id: draft, rev: 1, reason: 'x' })).toBe('not-in-state');
    expect(world.act(coordinator, withdrawReview, { ...at(), reason: 'A123456789012' })).toBe('pupil-number');
    world.must(world.act(coordinator, withdrawReview, { ...at(), reason: 'Wrong figures' }));
    world.must(world.act(coordinator, correctReview, at()));
    expect(world.act(coordinator, withdrawReview, { ...at(), reason: 'Again' })).toBe('not-in-state');
    world.correct(id, 'Put right');
    world.sign(id);
    expect(world.publish(id)).toBe('ok');
    expect(world.review(id).body).toMatchObject({ state: 'published', editions: 2, withdrawn: null });
    expect(world.list(Edition).map(({ body }) => Boolean(body?.withdrawn))).toEqual([true, false]);
    const body = () => ({ id: newId(), rev: 1, reason: 'x' });
    expect(rolesFor(withdrawReview, body)).toEqual(['coordinator', 'head']);
  });
});
