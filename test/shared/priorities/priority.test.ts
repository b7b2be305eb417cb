import { describe, expect, it } from 'vitest';
import { redact } from '../../../shared/cluster/redact.ts';
import { newId } from '../../../shared/ids.ts';
import { Priority, proposePriority } from '../../../shared/priorities/priority.ts';
import { actorOf, newWorld, noon, rolesFor } from '../world.ts';

const leader = actorOf('leader');
const priority = (more: object = {}) => ({ id: newId(), title: 'Reading for every child', ...more });

describe('priority.propose', () => {
  it('proposes one, by whom and when', () => {
    const world = newWorld();
    const body = priority();
    expect(world.act(leader, proposePriority, body)).toBe('ok');
    expect(world.get(Priority)?.body).toEqual({
      title: body.title,
      state: 'proposed',
      thread: 0,
      by: leader.member,
      at: noon,
    });
    expect(world.act(leader, proposePriority, body)).toBe('exists');
  });

  it('gives each the first thread that is free', () => {
    const world = newWorld();
    const ids = [newId(), newId(), newId()];
    for (const id of ids) world.act(leader, proposePriority, priority({ id }));
    expect(ids.map((id) => world.get(Priority, id)?.body?.thread)).toEqual([0, 1, 2]);
    world.act(actorOf('coordinator'), redact, { kind: 'priority', id: ids[1] });
    const next = priority();
    world.act(leader, proposePriority, next);
    expect(world.get(Priority, next.id)?.body?.thread).toBe(1);
  });

  it('takes one line as a title', () => {
    for (const title of ['', ' ', 'a\nb', 'x'.repeat(161), 5]) {
      expect(newWorld().act(leader, proposePriority, priority({ title }))).toBe('not-valid');
    }
    expect(newWorld().act(leader, proposePriority, priority({ state: 'agreed' }))).toBe('unknown-field');
  });

  it('is for everyone but observers', () => {
    expect(rolesFor(proposePriority, priority)).toEqual(['coordinator', 'head', 'leader']);
  });
});
