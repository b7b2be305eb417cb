import { describe, expect, it } from 'vitest';
import { editTag, markTag, Tag } from '../../../shared/evidence/tags.ts';
import { newId } from '../../../shared/ids.ts';
import { actorOf, newWorld, noon, rolesFor } from '../world.ts';

const leader = actorOf('leader');
const tag = (more: object = {}) => ({ id: newId(), name: 'Disadvantaged', group: true, ...more });

describe('tag.mark', () => {
  it('says of a tag that it names a group of pupils, once whatever its capitals', () => {
    const world = newWorld();
    const body = tag();
    expect(world.act(leader, markTag, body)).toBe('ok');
    expect(world.get(Tag)?.body).toEqual({ name: 'Disadvantaged', group: true, by: leader.member, at: noon });
    expect(world.act(leader, markTag, tag({ name: ' disadvantaged ' }))).toBe('exists');
    expect(rolesFor(markTag, tag)).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('tag.edit', () => {
  it('takes it back', () => {
    const world = newWorld();
    const body = tag();
    world.act(leader, markTag, body);
    expect(world.act(leader, editTag, { id: body.id, rev: 1, group: false })).toBe('ok');
    expect(world.get(Tag)?.body?.group).toBe(false);
    expect(world.act(leader, editTag, { id: newId(), rev: 1, group: false })).toBe('missing');
  });
});
