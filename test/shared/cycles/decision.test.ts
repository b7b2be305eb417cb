import { describe, expect, it } from 'vitest';
import { leaveCluster } from '../../../shared/cluster/leaving.ts';
import {
  Decision,
  editMeeting,
  finishDecision,
  holdMeeting,
  Meeting,
  recordDecision,
  replacedBy,
} from '../../../shared/cycles/decision.ts';
import { newId } from '../../../shared/ids.ts';
import { partnership } from '../priorities/partnership.ts';
import { actorOf, letIn, newWorld, noon, rolesFor } from '../world.ts';

const leader = actorOf('leader');
const meeting = (more: object = {}) => ({
  ...{ id: newId(), on: '2026-01-12', title: 'Heads’ meeting', present: [leader.member], notes: '', ...more },
});

describe('meeting.hold', () => {
  it('keeps when it was, who was there and what was said', () => {
    const world = newWorld();
    const body = meeting();
    expect(world.act(leader, holdMeeting, body)).toBe('ok');
    const { id, ...rest } = body;
    expect(world.get(Meeting, id)?.body).toEqual({ ...rest, by: leader.member, at: noon });
    expect(world.act(leader, holdMeeting, meeting({ on: 'today' }))).toBe('not-valid');
    expect(rolesFor(holdMeeting, meeting)).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('meeting.edit', () => {
  it('corrects when it was, who was there and what was said', () => {
    const world = newWorld();
    const body = meeting();
    world.act(leader, holdMeeting, body);
    expect(world.act(leader, editMeeting, { id: body.id, rev: 1, notes: 'Short' })).toBe('ok');
    expect(world.get(Meeting)?.body?.notes).toBe('Short');
    const [on, there] = ['2026-01-11', newId()];
    expect(world.act(leader, editMeeting, { id: body.id, rev: 1, on })).toBe('stale');
    expect(world.act(leader, editMeeting, { id: body.id, rev: 2, on, present: [there] })).toBe('ok');
    expect(world.get(Meeting)?.body).toMatchObject({ on, present: [there], notes: 'Short', title: body.title });
    expect(world.act(leader, editMeeting, { id: body.id, rev: 3, on: 'then' })).toBe('not-valid');
    expect(world.act(leader, editMeeting, { id: newId(), rev: 1, notes: 'x' })).toBe('missing');
  });
});

describe('decision.record', () => {
  it('carries who, when and why, and what it is about', () => {
    const { world, propose } = partnership();
    const priority = propose();
    const held = meeting();
    world.act(leader, holdMeeting, held);
    letIn(world, leader);
    const body = {
      ...{ text: 'Every Year 3 class reads aloud daily', why: 'Two schools saw it work', priority },
      ...{ meeting: held.id, owner: leader.member, due: '2026-03-01', about: { kind: 'priority', id: priority } },
    };
    const id = newId();
    expect(world.act(leader, recordDecision, { id, ...body })).toBe('ok');
    expect(world.get(Decision, id)?.body).toEqual({ ...body, by: leader.member, at: noon });
    expect(world.act(leader, recordDecision, { id: newId(), ...body, priority: newId() })).toBe('missing');
    expect(world.act(leader, recordDecision, { id: newId(), ...body, owner: newId() })).toBe('missing');
    expect(world.act(leader, recordDecision, { id: newId(), ...body, text: '' })).toBe('not-valid');
  });
});

describe('whoever sees to a decision', () => {
  it('is in the cluster, and not somebody who has left it', () => {
    const world = newWorld();
    const gone = actorOf('leader');
    letIn(world, gone);
    const body = () => ({ id: newId(), text: 'Do it', why: '', owner: gone.member });
    expect(world.act(leader, recordDecision, body())).toBe('ok');
    expect(world.act(gone, leaveCluster, { id: gone.member })).toBe('ok');
    expect(world.act(leader, recordDecision, body())).toBe('left');
  });
});

describe('a decision about another', () => {
  it('takes its place, and both stay', () => {
    const world = newWorld();
    const [first, second, third] = [newId(), newId(), newId()];
    const decide = (id: string, text: string, more: object = {}) =>
      world.act(leader, recordDecision, { id, text, why: '', ...more });
    expect(decide(first, 'By Easter')).toBe('ok');
    expect(decide(second, 'By summer', { about: { kind: 'decision', id: newId() } })).toBe('missing');
    expect(decide(second, 'By summer', { about: { kind: 'decision', id: first } })).toBe('ok');
    expect(decide(third, 'Something else')).toBe('ok');
    const all = [first, second, third].flatMap((id) => world.get(Decision, id) ?? []);
    expect(replacedBy(all)).toEqual(new Map([[first, second]]));
    expect(world.get(Decision, first)?.body?.text).toBe('By Easter');
  });
});

describe('decision.finish', () => {
  it('says what came of it, once', () => {
    const world = newWorld();
    const id = newId();
    world.act(leader, recordDecision, { id, text: 'Do it', why: '' });
    expect(world.act(leader, finishDecision, { id, rev: 1, outcome: 'Done in all' })).toBe('ok');
    expect(world.get(Decision)?.body?.done).toEqual({ at: noon, by: leader.member, outcome: 'Done in all' });
    expect(world.act(leader, finishDecision, { id, rev: 2, outcome: 'x' })).toBe('not-in-state');
    expect(world.act(leader, finishDecision, { id: newId(), rev: 1, outcome: 'x' })).toBe('missing');
  });
});
