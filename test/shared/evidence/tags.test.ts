import { describe, expect, it } from 'vitest';
import {
  describeTag,
  editTag,
  markTag,
  mergeTag,
  nameOfTag,
  offeredTags,
  readTags,
  resolveTag,
  Tag,
  tagReader,
} from '../../../shared/evidence/tags.ts';
import { newId } from '../../../shared/ids.ts';
import { actorOf, newWorld, noon, rolesFor, type World } from '../world.ts';

const leader = actorOf('leader');
const tag = (more: object = {}) => ({ id: newId(), name: 'Disadvantaged', group: true, ...more });
const tagsOf = (world: World) =>
  [...world.records.values()].filter(({ kind }) => kind === Tag.kind).map((one) => ({ ...one, body: Tag.read(one) }));

describe('tag.mark', () => {
  it('puts a tag into the codebook, once whatever its capitals', () => {
    const world = newWorld();
    const body = tag({ definition: 'Pupils for whom the premium is paid', examples: 'FSM' });
    expect(world.act(leader, markTag, body)).toBe('ok');
    const { id: _, ...rest } = body;
    expect(world.get(Tag)?.body).toEqual({ ...rest, by: leader.member, at: noon });
    expect(world.act(leader, markTag, tag({ name: ' disadvantaged ' }))).toBe('exists');
    expect(world.act(leader, markTag, tag({ name: 'Boys', parent: newId() }))).toBe('missing');
    expect(rolesFor(markTag, tag)).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('tag.edit', () => {
  it('says whether it names a group', () => {
    const world = newWorld();
    const body = tag();
    world.act(leader, markTag, body);
    expect(world.act(leader, editTag, { id: body.id, rev: 1, group: false })).toBe('ok');
    expect(world.get(Tag)?.body?.group).toBe(false);
    expect(world.act(leader, editTag, { id: newId(), rev: 1, group: false })).toBe('missing');
  });
});

describe('tag.describe', () => {
  it('renames a tag; what was tagged before is read as the new one', () => {
    const world = newWorld();
    const [one, other] = [tag({ name: 'PP' }), tag({ name: 'EAL' })];
    world.act(leader, markTag, one);
    world.act(leader, markTag, other);
    expect(world.act(leader, describeTag, { id: one.id, rev: 1, name: 'eal' })).toBe('exists');
    expect(world.act(leader, describeTag, { id: one.id, rev: 1, name: 'Pupil premium' })).toBe('ok');
    expect(nameOfTag(tagsOf(world), 'pp')).toBe('Pupil premium');
    expect(nameOfTag(tagsOf(world), 'unheard of')).toBe('unheard of');
    expect(world.act(leader, markTag, tag({ name: 'PP' }))).toBe('exists');
    expect(world.act(leader, describeTag, { id: one.id, rev: 2, name: 'PUPIL premium', retired: true })).toBe('ok');
    expect(world.get(Tag, one.id)?.body).toMatchObject({ name: 'PUPIL premium', was: ['PP'], retired: noon });
    expect(world.act(leader, describeTag, { id: newId(), rev: 1 })).toBe('missing');
  });

  it('puts a tag under another, never under itself', () => {
    const world = newWorld();
    const [top, middle, low] = [tag({ name: 'A' }), tag({ name: 'B' }), tag({ name: 'C' })];
    world.act(leader, markTag, top);
    world.act(leader, markTag, { ...middle, parent: top.id });
    world.act(leader, markTag, { ...low, parent: middle.id });
    expect(world.act(leader, describeTag, { id: top.id, rev: 1, parent: low.id })).toBe('not-fitting');
    expect(world.act(leader, describeTag, { id: low.id, rev: 1, parent: null })).toBe('ok');
    expect(world.act(leader, describeTag, { id: top.id, rev: 1, parent: low.id })).toBe('ok');
    expect(world.act(leader, describeTag, { id: low.id, rev: 2, parent: newId() })).toBe('missing');
  });
});

describe('tag.merge', () => {
  it('is read as the other from then on, and can be taken back; there is no circle', () => {
    const world = newWorld();
    const [one, two, three] = [tag({ name: 'A' }), tag({ name: 'B' }), tag({ name: 'C' })];
    for (const each of [one, two, three]) world.act(leader, markTag, each);
    expect(world.act(leader, mergeTag, { id: one.id, rev: 1, into: two.id })).toBe('ok');
    expect(world.act(leader, mergeTag, { id: two.id, rev: 1, into: three.id })).toBe('ok');
    expect(resolveTag(tagsOf(world), 'a')?.id).toBe(three.id);
    expect(world.act(leader, mergeTag, { id: three.id, rev: 1, into: one.id })).toBe('not-fitting');
    expect(world.act(leader, mergeTag, { id: three.id, rev: 1, into: three.id })).toBe('not-fitting');
    expect(world.act(leader, mergeTag, { id: three.id, rev: 1, into: newId() })).toBe('missing');
    expect(world.act(leader, mergeTag, { id: one.id, rev: 2, into: null })).toBe('ok');
    expect(resolveTag(tagsOf(world), 'a')?.id).toBe(one.id);
  });
});

describe('the tags of the log', () => {
  it('are read as they are called now, each once, and retired ones are not offered', () => {
    const world = newWorld();
    const [premium, old, eal, away] = ['PP', 'FSM', 'EAL', 'Bingo'].map((name) => tag({ name }));
    for (const each of [premium, old, eal, away]) world.act(leader, markTag, each);
    world.act(leader, describeTag, { id: premium?.id, rev: 1, name: 'Pupil premium' });
    world.act(leader, mergeTag, { id: old?.id, rev: 1, into: premium?.id });
    world.act(leader, describeTag, { id: away?.id, rev: 1, retired: true });
    const nameOf = tagReader(tagsOf(world));
    const inUse = ['phonics', 'fsm', 'pp', 'bingo', 'Phonics'];
    for (const word of inUse) expect(nameOf(word)).toBe(nameOfTag(tagsOf(world), word));
    expect(readTags(inUse, nameOf)).toEqual(['phonics', 'Pupil premium', 'Bingo']);
    expect(offeredTags(tagsOf(world), inUse)).toEqual(['phonics', 'Pupil premium', 'EAL']);
  });
});
