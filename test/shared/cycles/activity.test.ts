import { describe, expect, it } from 'vitest';
import { leaveCluster } from '../../../shared/cluster/leaving.ts';
import { Activity, editActivity, planActivity, replyToActivity } from '../../../shared/cycles/activity.ts';
import { beginCycle } from '../../../shared/cycles/cycle.ts';
import { newId } from '../../../shared/ids.ts';
import { partnership } from '../priorities/partnership.ts';
import { actorOf, letIn, noon, rolesFor } from '../world.ts';

function scene() {
  const made = partnership();
  const { world, first, second } = made;
  const priority = made.propose();
  const activity = (more: object = {}) => ({
    ...{ id: newId(), strand: 'review', title: 'Visit to School 0', on: '2026-01-20', host: first.id },
    ...{ visitors: [second.id], members: [], focus: 'Reading in Year 3', priorities: [priority], ...more },
  });
  return { ...made, world, priority, activity };
}

describe('activity.plan', () => {
  it('is one kind for the four strands', () => {
    const { world, second, activity } = scene();
    for (const strand of ['review', 'research', 'learning', 'investment']) {
      const { id, ...rest } = activity({ strand });
      expect(world.act(second.leader, planActivity, { id, ...rest })).toBe('ok');
      expect(world.get(Activity, id)?.body).toEqual({ ...rest, by: second.leader.member, at: noon });
    }
    expect(world.act(second.leader, planActivity, activity({ host: newId() }))).toBe('missing');
    expect(world.act(second.leader, planActivity, activity({ priorities: [newId()] }))).toBe('missing');
    expect(world.act(second.leader, planActivity, activity({ strand: 'party' }))).toBe('not-valid');
    expect(world.act(second.leader, planActivity, activity({ cycle: newId() }))).toBe('missing');
    expect(rolesFor(planActivity, () => activity())).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('an activity of a cycle', () => {
  it('names one that is there, and may be taken out of it again', () => {
    const { world, second, priority, activity } = scene();
    const cycle = newId();
    world.act(second.leader, beginCycle, { id: cycle, question: 'Does it help?', priority });
    const body = activity({ cycle });
    expect(world.act(second.leader, planActivity, body)).toBe('ok');
    const { id } = body;
    expect(world.get(Activity)?.body?.cycle).toBe(cycle);
    expect(world.act(second.leader, editActivity, { id, rev: 1, cycle: newId() })).toBe('missing');
    expect(world.act(second.leader, editActivity, { id, rev: 1, cycle: null })).toBe('ok');
    expect(world.get(Activity)?.body?.cycle).toBeNull();
  });
});

describe('the people of an activity', () => {
  it('are members; whoever is named already may have left since', () => {
    const { world, second, activity } = scene();
    const [ann, ben] = [actorOf('leader'), actorOf('head')];
    letIn(world, ann);
    expect(world.act(second.leader, planActivity, activity({ members: [ben.member] }))).toBe('missing');
    const body = activity({ members: [ann.member] });
    expect(world.act(second.leader, planActivity, body)).toBe('ok');
    const edit = (rev: number, ...members: string[]) =>
      world.act(second.leader, editActivity, { id: body.id, rev, members });
    expect(edit(1, ann.member, ben.member)).toBe('missing');
    letIn(world, ben);
    expect(world.act(ann, leaveCluster, { id: ann.member })).toBe('ok');
    expect(edit(1, ann.member, ben.member)).toBe('ok');
    expect(edit(2, ben.member)).toBe('ok');
    expect(edit(3, ann.member)).toBe('left');
    expect(world.act(second.leader, planActivity, activity({ members: [ann.member] }))).toBe('left');
  });
});

describe('activity.edit', () => {
  it('says what was seen and what will be done, or that it was called off', () => {
    const { world, second, activity } = scene();
    const body = activity();
    world.act(second.leader, planActivity, body);
    const { id } = body;
    expect(world.act(second.leader, editActivity, { id, rev: 1, saw: 'Echo reading', willDo: 'Try it' })).toBe('ok');
    expect(world.act(second.leader, editActivity, { id, rev: 2, visitors: [newId()] })).toBe('missing');
    expect(world.act(second.leader, editActivity, { id, rev: 2, calledOff: true })).toBe('ok');
    expect(world.get(Activity)?.body).toMatchObject({ saw: 'Echo reading', willDo: 'Try it', calledOff: noon });
    expect(world.act(second.leader, editActivity, { id, rev: 2, saw: 'x' })).toBe('stale');
  });
});

describe('activity.reply', () => {
  it('is the host’s own word', () => {
    const { world, first, second, activity } = scene();
    const body = activity();
    world.act(second.leader, planActivity, body);
    const reply = { id: body.id, rev: 1, host: first.id, text: 'That is fair' };
    expect(world.act(second.leader, replyToActivity, reply)).toBe('not-for-school');
    expect(world.act(second.leader, replyToActivity, { ...reply, host: second.id })).toBe('not-fitting');
    expect(world.act(first.leader, replyToActivity, { ...reply, id: newId() })).toBe('missing');
    expect(world.act(first.leader, replyToActivity, reply)).toBe('ok');
    expect(world.get(Activity)?.body?.reply).toEqual({ text: 'That is fair', by: first.leader.member, at: noon });
  });
});
