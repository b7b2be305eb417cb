import { describe, expect, it } from 'vitest';
import { Acceptance, acceptRules, Rules, wordRules } from '../../../shared/cluster/engagement.ts';
import { editFollowed, Followed, follow } from '../../../shared/cluster/followed.ts';
import { addValue, editValue, Value } from '../../../shared/cluster/values.ts';
import { newId } from '../../../shared/ids.ts';
import { actorOf, newWorld, noon, rolesFor } from '../world.ts';

const leader = actorOf('leader');
const value = (more: object = {}) => ({
  id: newId(),
  title: 'Candour',
  adopt: ['We ask'],
  refuse: ['We blame'],
  ...more,
});

describe('value.add', () => {
  it('keeps what we do and what we do not tolerate', () => {
    const world = newWorld();
    const body = value();
    expect(world.act(leader, addValue, body)).toBe('ok');
    const { id, ...rest } = body;
    expect(world.get(Value, id)?.body).toEqual({ ...rest, by: leader.member, at: noon });
    expect(world.act(leader, addValue, value({ adopt: [''] }))).toBe('not-valid');
    expect(world.act(leader, addValue, value({ adopt: Array(13).fill('x') }))).toBe('not-valid');
    expect(rolesFor(addValue, value)).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('value.edit', () => {
  it('changes it, sets it aside and takes it up again', () => {
    const world = newWorld();
    const { id } = value();
    world.act(leader, addValue, value({ id }));
    expect(world.act(leader, editValue, { id, rev: 1, refuse: ['We wait'] })).toBe('ok');
    expect(world.act(leader, editValue, { id, rev: 2, retired: true })).toBe('ok');
    expect(world.get(Value, id)?.body).toMatchObject({ adopt: ['We ask'], refuse: ['We wait'], retired: noon });
    expect(world.act(leader, editValue, { id, rev: 3, retired: false })).toBe('ok');
    expect(world.get(Value, id)?.body?.retired).toBe(null);
    expect(world.act(leader, editValue, { id, rev: 3, title: 'x' })).toBe('stale');
    expect(world.act(leader, editValue, { id: newId(), rev: 1, title: 'x' })).toBe('missing');
  });
});

describe('rules.word', () => {
  it('keeps every wording, and lets a person decide between two', () => {
    const world = newWorld();
    const head = actorOf('head');
    const [first, second] = [newId(), newId()];
    expect(world.act(head, wordRules, { id: first, text: 'We answer within a week.' })).toBe('ok');
    expect(world.act(head, wordRules, { id: second, text: 'We answer.' })).toBe('stale');
    expect(world.act(head, wordRules, { id: second, text: 'We answer.', after: first })).toBe('ok');
    expect(world.get(Rules, first)?.body?.text).toBe('We answer within a week.');
    expect(rolesFor(wordRules, () => ({ id: newId(), text: 'x' }))).toEqual(['coordinator', 'head']);
  });
});

describe('rules.accept', () => {
  it('is each member’s own word on the rules that hold, once', () => {
    const world = newWorld();
    const observer = actorOf('observer');
    const [first, second] = [newId(), newId()];
    expect(world.act(observer, acceptRules, { id: newId(), rules: first })).toBe('missing');
    world.act(actorOf('head'), wordRules, { id: first, text: 'One' });
    expect(world.act(observer, acceptRules, { id: newId(), rules: first })).toBe('ok');
    expect(world.get(Acceptance)?.body).toEqual({ rules: first, by: observer.member, at: noon });
    expect(world.act(observer, acceptRules, { id: newId(), rules: first })).toBe('exists');
    world.act(actorOf('head'), wordRules, { id: second, text: 'Two', after: first });
    expect(world.act(observer, acceptRules, { id: newId(), rules: first })).toBe('stale');
    expect(world.act(leader, acceptRules, { id: newId(), rules: second })).toBe('ok');
  });
});

const followed = (more: object = {}) => ({
  id: newId(),
  name: 'Dales Federation',
  url: 'https://example.org/dales',
  why: 'How they share teachers',
  ...more,
});

describe('partnership.follow', () => {
  it('follows an address once, and only one of the web', () => {
    const world = newWorld();
    expect(world.act(leader, follow, followed())).toBe('ok');
    expect(world.act(leader, follow, followed())).toBe('exists');
    expect(world.act(leader, follow, followed({ url: 'javascript:alert(1)' }))).toBe('not-valid');
    expect(world.act(leader, follow, followed({ url: 'https://example.org/a', why: '' }))).toBe('not-valid');
  });
});

describe('partnership.edit', () => {
  it('stops following and takes it up again', () => {
    const world = newWorld();
    const { id } = followed();
    world.act(leader, follow, followed({ id }));
    expect(world.act(leader, editFollowed, { id, rev: 1, ended: true })).toBe('ok');
    expect(world.get(Followed, id)?.body?.ended).toBe(noon);
    expect(world.act(leader, follow, followed())).toBe('ok');
    expect(world.act(leader, editFollowed, { id, rev: 2, ended: false, why: 'x' })).toBe('ok');
    expect(world.act(leader, editFollowed, { id: newId(), rev: 1 })).toBe('missing');
  });
});
