import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { editNoticing, Noticing, recordNoticing } from '../../../shared/priorities/noticing.ts';
import { actorFor, noon } from '../world.ts';
import { coordinator, partnership } from './partnership.ts';

describe('noticing.record', () => {
  it('is what a school noticed, said by those of it', () => {
    const { world, first, second, propose, indicator } = partnership();
    const body = {
      id: newId(),
      school: first.id,
      text: 'Ours fell twice',
      priority: propose(),
      indicator: indicator(),
    };
    const record = (more: object = {}, by = first.leader) => world.act(by, recordNoticing, { ...body, ...more });
    expect(record({}, second.leader)).toBe('not-for-school');
    expect(record({}, coordinator)).toBe('not-for-school');
    expect(record({}, actorFor('observer', first.id))).toBe('not-allowed');
    expect(record({ priority: newId() })).toBe('missing');
    expect(record({ indicator: newId() })).toBe('missing');
    expect(record()).toBe('ok');
    const { id, ...rest } = body;
    expect(world.get(Noticing, id)?.body).toEqual({ ...rest, by: first.leader.member, at: noon });
  });
});

describe('noticing.edit', () => {
  it('is its author’s', () => {
    const { world, first } = partnership();
    const id = newId();
    world.act(first.leader, recordNoticing, { id, school: first.id, text: 'One' });
    expect(world.act(first.head, editNoticing, { id, rev: 1, text: 'Two' })).toBe('not-yours');
    expect(world.act(first.leader, editNoticing, { id, rev: 1, text: 'Two' })).toBe('ok');
    expect(world.get(Noticing, id)?.body).toMatchObject({ text: 'Two', edited: noon });
    expect(world.act(first.leader, editNoticing, { id: newId(), rev: 1, text: 'x' })).toBe('missing');
  });
});
