import { describe, expect, it } from 'vitest';
import { Affirmation, affirmPurpose, Purpose, presentOf, wordPurpose } from '../../../shared/cluster/purpose.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { actorFor, actorOf, newWorld, noon, rolesFor } from '../world.ts';

const leader = actorOf('leader');
const [first, second, ash] = [newId(), newId(), newId()];

describe('purpose.word', () => {
  it('keeps every wording; the newest holds', () => {
    const world = newWorld();
    expect(world.act(leader, wordPurpose, { id: first, text: 'No child hides' })).toBe('ok');
    expect(world.get(Purpose)?.body).toEqual({ text: 'No child hides', by: leader.member, at: noon });
    expect(world.act(leader, wordPurpose, { id: second, text: 'Every child is known', after: first })).toBe('ok');
    const wordings = [world.get(Purpose, first), world.get(Purpose, second)].flatMap((one) => one ?? []);
    expect(wordings).toHaveLength(2);
    expect(presentOf(wordings)?.id).toBe(second);
  });

  it('lets a person decide where another wording came meanwhile', () => {
    const world = newWorld();
    world.act(leader, wordPurpose, { id: first, text: 'One' });
    expect(world.act(leader, wordPurpose, { id: second, text: 'Two' })).toBe('stale');
    expect(world.act(leader, wordPurpose, { id: second, text: ' ', after: first })).toBe('not-valid');
  });

  it('is for everyone but observers', () => {
    expect(rolesFor(wordPurpose, () => ({ id: newId(), text: 'x' }))).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('purpose.affirm', () => {
  it('is each school’s own word, once for each wording', () => {
    const world = newWorld();
    const head = actorFor('head', ash);
    world.act(actorOf('coordinator'), addSchool, { id: ash, name: 'Ash Lane', urn: '100001' });
    const affirm = (purpose: string, by = head) => world.act(by, affirmPurpose, { id: newId(), purpose, school: ash });
    expect(affirm(first)).toBe('missing');
    world.act(leader, wordPurpose, { id: first, text: 'One' });
    expect(affirm(first, actorFor('head', newId()))).toBe('not-for-school');
    expect(affirm(first, actorFor('leader', ash))).toBe('not-for-school');
    expect(affirm(first)).toBe('ok');
    expect(world.get(Affirmation)?.body).toEqual({ purpose: first, school: ash, by: head.member, at: noon });
    expect(affirm(first)).toBe('exists');
    world.act(leader, wordPurpose, { id: second, text: 'Two', after: first });
    expect(affirm(first)).toBe('stale');
    expect(affirm(second)).toBe('ok');
  });
});
