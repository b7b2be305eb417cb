import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { School, takesPart } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { Edition } from '../../../shared/reviews/edition-kind.ts';
import { ceaseReview, correctReview, discardReview, refreshReview } from '../../../shared/reviews/review.ts';
import { Section, SignOff } from '../../../shared/reviews/review-kind.ts';
import { editSection } from '../../../shared/reviews/section.ts';
import { signReview } from '../../../shared/reviews/sign-off.ts';
import { withdrawReview } from '../../../shared/reviews/withdraw.ts';
import { ash, coordinator, headOfAsh, headOfOak, newPartnership, oak, type Partnership } from './partnership.ts';

/** What people do about a review, each whenever they like; most of it is refused most of the time. */
const doings: { [name: string]: (world: Partnership, id: string, i: number) => unknown } = {
  signBoth(world, id) {
    sign(world, id, ash);
    sign(world, id, oak);
  },
  signAsh: (world, id) => sign(world, id, ash),
  signOak: (world, id) => sign(world, id, oak),
  // Signed on a phone that had not heard of the newest words.
  signLate: (world, id) => sign(world, id, ash, world.wording(id) - 1),
  edit(world, _, i) {
    const sections = world.list(Section);
    const { id, rev } = sections[i % sections.length] ?? {};
    return world.act(headOfAsh, editSection, { id, rev, text: `Words ${i}` });
  },
  refresh: (world, id) => world.act(headOfOak, refreshReview, at(world, id)),
  publish: (world, id) => world.publish(id),
  // On a screen that was opened before.
  publishStale: (world, id) => world.publish(id, { rev: Math.max(1, world.review(id).rev - 1) }),
  publishAgain(world, id) {
    const [edition] = world.list(Edition);
    return world.publish(id, {}, edition?.id ?? newId());
  },
  correct(world, id) {
    if (world.act(headOfAsh, correctReview, at(world, id)) === 'ok') world.correct(id, 'Put right');
  },
  cease: (world, id) => world.act(headOfAsh, ceaseReview, at(world, id)),
  withdraw: (world, id) => world.act(coordinator, withdrawReview, { ...at(world, id), reason: 'Wrong' }),
  discard: (world, id) => world.review(id).body.editions > 0 && world.act(headOfAsh, discardReview, at(world, id)),
};

const at = (world: Partnership, id: string) => ({ id, rev: world.review(id).rev });

function sign(world: Partnership, review: string, school: string, wording = world.wording(review)) {
  const by = school === ash ? headOfAsh : headOfOak;
  return world.act(by, signReview, { id: newId(), review, school, how: 'signed', wording });
}

const steps = fc.array(
  fc.constantFrom(...Object.keys(doings), 'signBoth', 'signBoth', 'publish', 'publish', 'correct'),
  {
    minLength: 5,
    maxLength: 40,
  },
);

describe('whatever order things are done in', () => {
  it('nothing is published that some school has not signed as it is worded, and no edition has another’s number', {
    timeout: 60_000,
  }, () => {
    let published = 0;
    const property = fc.property(steps, (names) => {
      const world = newPartnership();
      const id = world.draft();
      for (const [i, name] of names.entries()) {
        const before = world.list(Edition).length;
        const wording = world.wording(id);
        doings[name]?.(world, id, i);
        const editions = world.list(Edition);
        if (editions.length === before) continue;
        published++;
        // What the schools had said just before, each last.
        for (const school of world.list(School).filter(takesPart)) {
          const last = world.list(SignOff).findLast(({ body }) => body?.school === school.id);
          expect(last?.body?.wording).toBe(wording);
        }
        expect(editions.map(({ body }) => body?.n)).toEqual(editions.map((_, n) => n + 1));
        expect(world.review(id).body).toMatchObject({ state: 'published', editions: editions.length });
      }
      // Where a review stands says what is readable.
      const readable = world.list(Edition).filter(({ body }) => !body?.withdrawn);
      const { state } = world.review(id).body;
      if (state === 'published') expect(readable.length).toBeGreaterThan(0);
      if (state === 'draft' || state === 'withdrawn') expect(readable).toEqual([]);
    });
    fc.assert(property, { numRuns: 100 });
    expect(published).toBeGreaterThan(30);
  });
});
