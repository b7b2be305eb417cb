import { describe, expect, it } from 'vitest';
import { Evidence, editEvidence, saveEvidence, withdrawEvidence } from '../../../shared/evidence/evidence.ts';
import {
  differencesOf,
  takeBackWeighing,
  Weighing,
  waitsForLook,
  weighEvidence,
  weighingsOf,
} from '../../../shared/evidence/weighing.ts';
import { newId } from '../../../shared/ids.ts';
import { actorOf, newWorld, noon, rolesFor, type World } from '../world.ts';

const [ann, ben] = [actorOf('head'), actorOf('leader')];

function scene() {
  const world = newWorld();
  const evidence = newId();
  world.act(ann, saveEvidence, { id: evidence, passages: [], note: 'One', tags: [], priorities: [] });
  const weigh = (by = ben, more: object = {}) =>
    world.act(by, weighEvidence, { id: newId(), evidence, wording: 0, relevant: true, ...more });
  return { world, evidence, weigh };
}
const weighings = (world: World) =>
  [...world.records.values()]
    .filter(({ kind }) => kind === Weighing.kind)
    .map((one) => ({ ...one, body: Weighing.read(one) }));
const pieceOf = (world: World) => {
  const piece = world.get(Evidence);
  if (!piece) throw new Error('no evidence');
  return piece;
};

describe('evidence.weigh', () => {
  it('keeps what each person made of it; a person’s newest holds', () => {
    const { world, evidence, weigh } = scene();
    expect(waitsForLook(weighings(world), pieceOf(world))).toBe(true);
    expect(weigh(ben, { strength: 'hint', stance: 'supports', soWhat: 'Try it' })).toBe('ok');
    expect(weighings(world)[0]?.body).toEqual({
      ...{ evidence, wording: 0, relevant: true, strength: 'hint', stance: 'supports', soWhat: 'Try it' },
      ...{ by: ben.member, at: noon },
    });
    expect(weigh(ben, { strength: 'fair' })).toBe('ok');
    expect(weigh(ann, { relevant: false, reason: 'Other age group' })).toBe('ok');
    const held = weighingsOf(weighings(world), pieceOf(world));
    expect(held.map(({ strength, relevant }) => [strength, relevant])).toEqual([
      ['fair', true],
      [undefined, false],
    ]);
    expect(differencesOf(held)).toEqual(['relevant']);
    expect(waitsForLook(weighings(world), pieceOf(world))).toBe(false);
  });

  it('asks why something is set aside', () => {
    expect(scene().weigh(ben, { relevant: false })).toBe('not-valid');
    expect(scene().weigh(ben, { relevant: false, reason: ' ' })).toBe('not-valid');
  });

  it('is of the wording that was read: a later one brings the piece back', () => {
    const { world, evidence, weigh } = scene();
    weigh();
    world.act(ann, editEvidence, { id: evidence, rev: 1, tags: ['x'] });
    expect(waitsForLook(weighings(world), pieceOf(world))).toBe(false);
    world.act(ann, editEvidence, { id: evidence, rev: 2, note: 'Two' });
    expect(waitsForLook(weighings(world), pieceOf(world))).toBe(true);
    expect(weigh()).toBe('stale');
    expect(weigh(ben, { wording: 1 })).toBe('ok');
    expect(weigh(ben, { evidence: newId() })).toBe('missing');
  });

  it('does not wait for what was withdrawn', () => {
    const { world, evidence } = scene();
    world.act(ann, withdrawEvidence, { id: evidence, rev: 1 });
    expect(waitsForLook([], pieceOf(world))).toBe(false);
  });

  it('is for everyone but observers', () => {
    const body = () => ({ id: newId(), evidence: newId(), wording: 0, relevant: true });
    expect(rolesFor(weighEvidence, body)).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('weighing.take-back', () => {
  it('lets what was said before hold again; the words stay', () => {
    const { world, weigh } = scene();
    weigh(ben, { strength: 'hint' });
    weigh(ben, { strength: 'strong', soWhat: 'Try it', tags: ['phonics'] });
    const [, second] = weighings(world);
    const back = { id: second?.id ?? '', rev: 1 };
    expect(world.act(ann, takeBackWeighing, back)).toBe('not-yours');
    expect(world.act(ben, takeBackWeighing, back)).toBe('ok');
    expect(weighingsOf(weighings(world), pieceOf(world)).map(({ strength }) => strength)).toEqual(['hint']);
    expect(weighings(world)[1]?.body).toMatchObject({ soWhat: 'Try it', tags: ['phonics'], back: noon });
    expect(world.act(ben, takeBackWeighing, { ...back, rev: 2 })).toBe('not-in-state');
    expect(world.act(ben, takeBackWeighing, { ...back, id: newId() })).toBe('missing');
  });

  it('lets a piece wait again that nobody else has weighed', () => {
    const { world, weigh } = scene();
    weigh();
    world.act(ben, takeBackWeighing, { id: weighings(world)[0]?.id ?? '', rev: 1 });
    expect(waitsForLook(weighings(world), pieceOf(world))).toBe(true);
  });
});
