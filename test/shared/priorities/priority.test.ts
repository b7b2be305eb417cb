import { describe, expect, it } from 'vitest';
import { redact } from '../../../shared/cluster/redact.ts';
import { newId } from '../../../shared/ids.ts';
import { adoptPriority } from '../../../shared/priorities/agreement.ts';
import {
  closePriority,
  dropPriority,
  editPriority,
  Priority,
  proposePriority,
  reviveProposal,
} from '../../../shared/priorities/priority.ts';
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

describe('priority.edit', () => {
  it('words it anew while it is proposed, and counts that; plans and dates count for nothing', () => {
    const world = newWorld();
    const { id } = priority();
    world.act(leader, proposePriority, priority({ id }));
    expect(world.act(leader, editPriority, { id, rev: 1, alone: 'We share staff' })).toBe('ok');
    expect(world.act(leader, editPriority, { id, rev: 2, plans: { review: { plan: 'Visits', who: 'Ann' } } })).toBe(
      'ok',
    );
    expect(world.act(leader, editPriority, { id, rev: 3, plans: { learning: { plan: 'Course', who: '' } } })).toBe(
      'ok',
    );
    expect(world.act(leader, editPriority, { id, rev: 4, alone: 'We share staff', starts: '2025-09-01' })).toBe('ok');
    expect(world.get(Priority, id)?.body).toMatchObject({
      wording: 1,
      starts: '2025-09-01',
      plans: { review: { plan: 'Visits', who: 'Ann' }, learning: { plan: 'Course', who: '' } },
    });
    expect(world.act(leader, editPriority, { id, rev: 4, title: 'x' })).toBe('stale');
    expect(world.act(leader, editPriority, { id: newId(), rev: 1, title: 'x' })).toBe('missing');
    expect(world.act(leader, editPriority, { id, rev: 5, starts: '2025-02-31x' })).toBe('not-valid');
  });

  it('lets the words be that were agreed', () => {
    const world = newWorld();
    const { id } = priority();
    world.act(leader, proposePriority, priority({ id, alone: 'x' }));
    world.act(actorOf('coordinator'), adoptPriority, { id, rev: 1, on: '2025-09-01', minuted: 'Autumn minutes' });
    expect(world.act(leader, editPriority, { id, rev: 2, title: 'Something else' })).toBe('agreed-already');
    expect(world.act(leader, editPriority, { id, rev: 2, title: 'Reading for every child', review: null })).toBe('ok');
  });
});

describe('priority.drop', () => {
  it('takes a proposal back, by its proposer or a coordinator, with the reason', () => {
    const world = newWorld();
    const { id } = priority();
    world.act(leader, proposePriority, priority({ id }));
    expect(world.act(actorOf('head'), dropPriority, { id, rev: 1, reason: 'x' })).toBe('not-yours');
    expect(world.act(leader, dropPriority, { id, rev: 1, reason: '' })).toBe('not-valid');
    expect(world.act(leader, dropPriority, { id, rev: 1, reason: 'Two are enough' })).toBe('ok');
    expect(world.get(Priority, id)?.body).toMatchObject({
      state: 'dropped',
      dropped: { at: noon, reason: 'Two are enough' },
    });
    expect(world.act(leader, dropPriority, { id, rev: 2, reason: 'x' })).toBe('not-in-state');
  });
});

describe('priority.revive', () => {
  it('proposes again what was dropped', () => {
    const world = newWorld();
    const { id } = priority();
    world.act(leader, proposePriority, priority({ id }));
    expect(world.act(leader, reviveProposal, { id, rev: 1 })).toBe('not-in-state');
    world.act(leader, dropPriority, { id, rev: 1, reason: 'x' });
    expect(world.act(leader, reviveProposal, { id, rev: 2 })).toBe('ok');
    expect(world.get(Priority, id)?.body).toMatchObject({ state: 'proposed', dropped: null });
  });
});

describe('priority.close', () => {
  it('asks what was learned and what is kept, of an agreed one', () => {
    const world = newWorld();
    const { id } = priority();
    const head = actorOf('head');
    const said = { learned: 'Daily practice works', kept: 'Ten minutes a day' };
    world.act(leader, proposePriority, priority({ id, alone: 'x' }));
    expect(world.act(head, closePriority, { id, rev: 1, ...said })).toBe('not-in-state');
    world.act(actorOf('coordinator'), adoptPriority, { id, rev: 1, on: '2025-09-01', minuted: 'x' });
    expect(world.act(head, closePriority, { id, rev: 2, ...said, kept: '' })).toBe('not-valid');
    expect(world.act(leader, closePriority, { id, rev: 2, ...said })).toBe('not-allowed');
    expect(world.act(head, closePriority, { id, rev: 2, ...said })).toBe('ok');
    expect(world.get(Priority, id)?.body).toMatchObject({ state: 'closed', closed: { ...said, at: noon } });
    expect(world.act(leader, editPriority, { id, rev: 3, review: null })).toBe('not-in-state');
  });
});
