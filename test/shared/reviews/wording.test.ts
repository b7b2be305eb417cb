import { describe, expect, it } from 'vitest';
import { editCluster } from '../../../shared/cluster/cluster.ts';
import { wordPurpose } from '../../../shared/cluster/purpose.ts';
import { addValue, editValue } from '../../../shared/cluster/values.ts';
import { editEvidence, withdrawEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { editIndicator } from '../../../shared/priorities/indicator.ts';
import { Priority } from '../../../shared/priorities/priority.ts';
import { keyOf } from '../../../shared/record.ts';
import { addCitation } from '../../../shared/reviews/citation.ts';
import { refreshReview } from '../../../shared/reviews/review.ts';
import { Section } from '../../../shared/reviews/review-kind.ts';
import { contentListsOf } from '../../../shared/reviews/scene.ts';
import { editSection } from '../../../shared/reviews/section.ts';
import { wordingOf } from '../../../shared/reviews/wording.ts';
import { ash, coordinator, headOfAsh, indicator, newPartnership, oak, priority } from './partnership.ts';

/** A draft with a value, figures and a piece of evidence, signed by all. */
function signed() {
  const world = newPartnership();
  const [value, piece] = [newId(), world.clip('A finding', { stance: 'supports' })];
  world.must(world.act(coordinator, addValue, { id: value, title: 'Candour', adopt: ['We say it'], refuse: [] }));
  world.must(world.act(coordinator, wordPurpose, { id: newId(), text: 'No school can alone' }));
  world.count(ash, 'ay:2024', 20);
  world.count(oak, 'ay:2024', 30);
  const id = world.draft();
  const cited = { id: newId(), review: id, priority, part: 'next', evidence: piece };
  world.must(world.act(headOfAsh, addCitation, cited));
  world.sign(id);
  expect(world.prepare(id).hindrances).toEqual([]);
  return { world, id, value, piece };
}

type Signed = ReturnType<typeof signed>;

/** What changes the published words, besides the parts that are written for the review. */
const changes: { [name: string]: (of: Signed) => string } = {
  value: ({ world, value }) => world.act(coordinator, editValue, { id: value, rev: 1, refuse: ['Blame'] }),
  'an indicator’s name': ({ world }) =>
    world.act(coordinator, editIndicator, { id: indicator, rev: 1, name: 'Otherwise' }),
  'a retired indicator': ({ world }) => world.act(coordinator, editIndicator, { id: indicator, rev: 1, retired: true }),
  'an indicator elsewhere': ({ world }) =>
    world.act(coordinator, editIndicator, { id: indicator, rev: 1, priorities: [] }),
  'withdrawn evidence': ({ world, piece }) => world.act(headOfAsh, withdrawEvidence, { id: piece, rev: 1 }),
  stance: ({ world, piece }) => world.act(headOfAsh, editEvidence, { id: piece, rev: 1, stance: 'challenges' }),
  'the words of a priority'({ world }) {
    const key = keyOf({ kind: Priority.kind, id: priority });
    const record = world.records.get(key);
    const body = { ...(record?.body as object), description: 'Otherwise' };
    world.records.set(key, { ...record, body } as never);
    return 'ok';
  },
  'the partnership’s name': ({ world }) =>
    world.act(coordinator, editCluster, { id: 'a'.repeat(32), rev: 1, name: 'Otherwise' }),
  purpose({ world, id }) {
    const after = world.scene(id).purposes[0]?.id;
    world.clock.now += 60_000;
    world.must(world.act(coordinator, wordPurpose, { id: newId(), text: 'Otherwise', after }));
    return world.act(coordinator, refreshReview, { id, rev: 1 });
  },
};

describe('the wording of a draft', () => {
  for (const [name, change] of Object.entries(changes)) {
    it(`is another with other content: ${name}`, () => {
      const of = signed();
      expect(change(of)).toBe('ok');
      expect(of.world.publish(of.id)).toBe('not-signed');
    });
  }

  it('is of the words and not of how often they were changed', () => {
    const { world, id } = signed();
    const [{ id: section = '', body } = {}] = world.list(Section);
    const before = world.wording(id);
    expect(Number.isSafeInteger(before) && before > 0).toBe(true);
    const edit = (rev: number, text = '') => world.must(world.act(headOfAsh, editSection, { id: section, rev, text }));
    edit(1, 'A');
    const one = world.wording(id);
    // The same section as changed as often, with other words: as another device has it.
    const key = keyOf({ kind: Section.kind, id: section });
    const record = world.records.get(key);
    world.records.set(key, { ...record, body: { ...(record?.body as object), text: 'B' } } as never);
    expect(new Set([before, one, world.wording(id)]).size).toBe(3);
    edit(2, body?.text);
    expect(world.wording(id)).toBe(before);
    expect(world.prepare(id).hindrances).toEqual([]);
  });

  it('needs of the evidence only what is cited, and no order of lists', () => {
    const { world, id } = signed();
    world.clip('Not cited');
    const scene = world.scene(id);
    const few = contentListsOf(id, { list: world.list, get: world.get as never });
    expect(few.evidence).toHaveLength(1);
    expect(wordingOf({ ...few, review: scene.review })).toBe(wordingOf(scene));
    const turned = Object.fromEntries(Object.entries(few).map(([name, list]) => [name, list.toReversed()]));
    expect(wordingOf({ ...(turned as unknown as typeof few), review: scene.review })).toBe(wordingOf(scene));
  });
});
