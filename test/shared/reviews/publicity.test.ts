import { describe, expect, it } from 'vitest';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { setContact } from '../../../shared/reviews/contact.ts';
import { setNaming } from '../../../shared/reviews/naming.ts';
import { Contact, Naming, Publicity } from '../../../shared/reviews/public-kind.ts';
import { isSlug, setPublicity, settlePublicity } from '../../../shared/reviews/publicity.ts';
import { actorFor, actorOf, newWorld, rolesFor } from '../world.ts';
import { newPartnership } from './partnership.ts';

const coordinator = actorOf('coordinator');
const operator = actorOf('operator');

function asked(slug = 'tees-valley') {
  const world = newWorld();
  const id = newId();
  expect(world.act(coordinator, setPublicity, { id, slug })).toBe('ok');
  return { world, id };
}

describe('publicity.set', () => {
  it('asks for an address, once a cluster, and for another while none is used', () => {
    const { world, id } = asked();
    expect(world.get(Publicity)?.body).toMatchObject({ slug: 'tees-valley', state: 'asked' });
    expect(world.act(coordinator, setPublicity, { id: newId(), slug: 'other' })).toBe('exists');
    world.act(operator, settlePublicity, { slug: 'tees-valley', taken: false });
    expect(world.act(coordinator, setPublicity, { id, rev: 2, slug: 'tees-valley', questions: false })).toBe('ok');
    expect(world.get(Publicity)?.body).toMatchObject({ state: 'ours', questions: false });
    expect(world.act(coordinator, setPublicity, { id, rev: 2, slug: 'tees' })).toBe('stale');
    expect(world.act(coordinator, setPublicity, { id, rev: 3, slug: 'tees' })).toBe('ok');
    expect(world.get(Publicity)?.body).toMatchObject({ slug: 'tees', state: 'asked', questions: false });
  });

  it('asks again for one that was taken', () => {
    const { world, id } = asked();
    world.act(operator, settlePublicity, { slug: 'tees-valley', taken: true });
    expect(world.act(coordinator, setPublicity, { id, rev: 2, slug: 'tees-valley' })).toBe('ok');
    expect(world.get(Publicity)?.body?.state).toBe('asked');
  });

  it('keeps the address once something was published there', () => {
    const world = newPartnership();
    const review = world.draft();
    world.sign(review);
    expect(world.publish(review)).toBe('ok');
    const { id = '', rev } = world.publicity() ?? {};
    expect(world.act(coordinator, setPublicity, { id, rev, slug: 'other' })).toBe('fixed');
    expect(world.act(coordinator, setPublicity, { id, rev, slug: 'tees-cluster', questions: false })).toBe('ok');
  });

  it('takes only what can stand in an address and is not ours', () => {
    for (const slug of ['api', 'app', 'join', 'well-known', 'ab', '-abc', 'abc-', 'Abc', 'a_b', 'a'.repeat(41), 'ä-b'])
      expect(isSlug(slug), slug).toBe(false);
    for (const slug of ['abc', 'a1-b2', 'a'.repeat(40)]) expect(isSlug(slug), slug).toBe(true);
    expect(newWorld().act(coordinator, setPublicity, { id: newId(), slug: 'app' })).toBe('not-valid');
    expect(rolesFor(setPublicity, () => ({ id: newId(), slug: 'tees' }))).toEqual(['coordinator']);
  });
});

describe('publicity.settle', () => {
  it('says what came of the address that is asked for', () => {
    const { world } = asked();
    expect(world.act(operator, settlePublicity, { slug: 'other', taken: false })).toBe('not-in-state');
    expect(world.act(operator, settlePublicity, { slug: 'tees-valley', taken: true })).toBe('ok');
    expect(world.get(Publicity)?.body?.state).toBe('taken');
    expect(world.act(operator, settlePublicity, { slug: 'tees-valley', taken: false })).toBe('not-in-state');
    expect(newWorld().act(operator, settlePublicity, { slug: 'abc', taken: false })).toBe('missing');
    expect(rolesFor(settlePublicity, () => ({ slug: 'abc', taken: false }))).toEqual(['operator']);
  });
});

describe('contact.set', () => {
  const school = newId();
  const head = actorFor('head', school);
  const withSchool = () => {
    const world = newWorld();
    world.act(coordinator, addSchool, { id: school, name: 'Ash Lane', urn: '100001' });
    return world;
  };

  it('says how to reach a school, and takes the place of what was said', () => {
    const world = withSchool();
    expect(world.act(head, setContact, { school, phone: '01642 123456', email: 'office@ash.example' })).toBe('ok');
    expect(world.act(head, setContact, { school, phone: '01642 123456' })).toBe('exists');
    expect(world.act(coordinator, setContact, { school, rev: 1, url: 'https://ash.example' })).toBe('ok');
    expect(world.get(Contact, school)?.body).toMatchObject({ url: 'https://ash.example', phone: undefined });
  });

  it('is for those of the school and coordinators, and says something that can be used', () => {
    const world = withSchool();
    const phone = '01642 123456';
    expect(world.act(actorOf('head'), setContact, { school, phone })).toBe('not-for-school');
    expect(world.act(coordinator, setContact, { school: newId(), phone })).toBe('missing');
    for (const body of [{}, { phone: 'call us' }, { email: 'x' }, { url: 'javascript:1' }])
      expect(world.act(coordinator, setContact, { school, ...body })).toBe('not-valid');
    expect(world.act(actorFor('leader', school), setContact, { school, phone: '+44 (0)1642 123456 ext 12' })).toBe(
      'ok',
    );
    expect(rolesFor(setContact, () => ({ school, phone }))).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('naming.set', () => {
  it('is said by everyone for themselves', () => {
    const world = newWorld();
    expect(world.act(coordinator, setNaming, { agreed: true })).toBe('ok');
    expect(world.get(Naming, coordinator.member)?.body?.agreed).toBe(true);
    expect(world.act(coordinator, setNaming, { agreed: false })).toBe('exists');
    expect(world.act(coordinator, setNaming, { rev: 1, agreed: false })).toBe('ok');
    expect(world.act(coordinator, setNaming, { rev: 1, agreed: true })).toBe('stale');
    expect(world.get(Naming)?.body?.agreed).toBe(false);
    const all = ['coordinator', 'head', 'leader', 'observer'];
    expect(rolesFor(setNaming, () => ({ agreed: true }))).toEqual(all);
  });
});
