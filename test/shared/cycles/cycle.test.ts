import { describe, expect, it } from 'vitest';
import { beginCycle, Cycle, closeCycle, editCycle } from '../../../shared/cycles/cycle.ts';
import { Gathering, gatherEvidence, letGoEvidence } from '../../../shared/cycles/gathering.ts';
import { planTrial, recordTrial, Trial } from '../../../shared/cycles/trial.ts';
import { reinstateEvidence, saveEvidence, withdrawEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { partnership } from '../priorities/partnership.ts';
import { letIn, noon, rolesFor } from '../world.ts';

function scene() {
  const made = partnership();
  const priority = made.propose();
  const cycle = newId();
  const { leader } = made.first;
  const begin = (more: object = {}) =>
    made.world.act(leader, beginCycle, { id: cycle, question: 'Does echo reading help?', priority, ...more });
  const evidence = newId();
  made.world.act(leader, saveEvidence, { id: evidence, passages: [], note: 'It did', tags: [], priorities: [] });
  const close = (rev: number, verdict: string) =>
    made.world.act(leader, closeCycle, { id: cycle, rev, verdict, reflection: 'We saw', tell: 'Try it' });
  const gather = (more: object = {}) =>
    made.world.act(leader, gatherEvidence, { id: newId(), in: { kind: 'cycle', id: cycle }, evidence, ...more });
  const plan = (id: string, more: object = {}) =>
    made.world.act(leader, planTrial, { id, cycle, school: made.first.id, what: 'Ten minutes a day', ...more });
  return { ...made, priority, cycle, leader, begin, evidence, close, gather, plan };
}

describe('cycle.begin', () => {
  it('takes a question under a priority', () => {
    const { world, cycle, priority, leader, indicator, begin } = scene();
    expect(begin({ priority: newId() })).toBe('missing');
    expect(begin({ indicators: [newId()] })).toBe('missing');
    expect(begin({ members: [leader.member] })).toBe('missing');
    letIn(world, leader);
    const of = indicator(priority);
    expect(begin({ members: [leader.member], indicators: [of], starts: '2026-01-05' })).toBe('ok');
    expect(world.get(Cycle, cycle)?.body).toEqual({
      ...{ question: 'Does echo reading help?', priority, stage: 'plan', members: [leader.member], indicators: [of] },
      ...{ starts: '2026-01-05', by: leader.member, at: noon },
    });
    const body = () => ({ id: newId(), question: 'x', priority });
    expect(rolesFor(beginCycle, body)).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('cycle.edit', () => {
  it('moves it on and back while it is open', () => {
    const { world, cycle, leader, begin, close } = scene();
    begin();
    expect(world.act(leader, editCycle, { id: cycle, rev: 1, stage: 'observe' })).toBe('ok');
    expect(world.act(leader, editCycle, { id: cycle, rev: 2, stage: 'act', reflection: 'Slower' })).toBe('ok');
    expect(world.act(leader, editCycle, { id: cycle, rev: 2, stage: 'act' })).toBe('stale');
    expect(world.act(leader, editCycle, { id: cycle, rev: 3, stage: 'done' })).toBe('not-valid');
    expect(world.act(leader, editCycle, { id: cycle, rev: 3, members: [leader.member] })).toBe('missing');
    close(3, 'abandon');
    expect(world.act(leader, editCycle, { id: cycle, rev: 4, stage: 'act' })).toBe('not-in-state');
  });
});

describe('cycle.close', () => {
  it('is for everyone but observers', () => {
    const body = () => ({ id: newId(), rev: 1, verdict: 'adapt', reflection: 'x', tell: 'x' });
    expect(rolesFor(closeCycle, body)).toEqual(['coordinator', 'head', 'leader']);
  });

  it('is adopted only with evidence, and where a school acted', () => {
    const { world, cycle, evidence, first, leader, begin, close, gather, plan } = scene();
    begin();
    expect(close(1, 'adopt')).toBe('no-evidence');
    expect(gather({ stage: 'observe' })).toBe('ok');
    expect(close(1, 'adopt')).toBe('nobody-acted');
    expect(world.act(leader, withdrawEvidence, { id: evidence, rev: 1 })).toBe('ok');
    expect(close(1, 'adopt')).toBe('no-evidence');
    expect(world.act(leader, reinstateEvidence, { id: evidence, rev: 2 })).toBe('ok');
    const trial = newId();
    plan(trial);
    expect(close(1, 'adopt')).toBe('nobody-acted');
    const did = { id: trial, rev: 1, cycle, school: first.id, did: 'Six weeks in Year 3' };
    expect(world.act(leader, recordTrial, did)).toBe('ok');
    expect(close(1, 'adopt')).toBe('ok');
    expect(world.get(Cycle, cycle)?.body?.closed).toEqual({
      ...{ verdict: 'adopt', reflection: 'We saw', tell: 'Try it', by: leader.member, at: noon },
    });
    expect(close(2, 'adapt')).toBe('not-in-state');
  });

  it('is adapted or abandoned with what was learned', () => {
    for (const verdict of ['adapt', 'abandon']) {
      const { begin, close } = scene();
      begin();
      expect(close(1, verdict)).toBe('ok');
    }
    expect(scene().close(1, 'adapt')).toBe('missing');
  });
});

describe('trial.plan', () => {
  it('is for everyone but observers', () => {
    const body = () => ({ id: newId(), cycle: newId(), school: newId(), what: 'x' });
    expect(rolesFor(planTrial, body)).toEqual(['coordinator', 'head', 'leader']);
  });

  it('is the school’s own, in a cycle that is open', () => {
    const { world, first, second, cycle, begin, close, plan } = scene();
    const id = newId();
    expect(plan(id)).toBe('missing');
    begin();
    expect(plan(newId(), { school: second.id })).toBe('not-for-school');
    expect(plan(id)).toBe('ok');
    expect(world.get(Trial)?.body).toMatchObject({ cycle, school: first.id, what: 'Ten minutes a day' });
    close(1, 'abandon');
    expect(plan(newId())).toBe('not-in-state');
  });
});

describe('trial.record', () => {
  it('says what the school did', () => {
    const { world, first, second, cycle, leader, begin, plan } = scene();
    begin();
    const id = newId();
    plan(id);
    const record = (more: object = {}) =>
      world.act(leader, recordTrial, { id, rev: 1, cycle, school: first.id, did: 'Yes', ...more });
    expect(record({ school: second.id })).toBe('not-fitting');
    expect(record({ id: newId() })).toBe('missing');
    expect(record()).toBe('ok');
    expect(world.get(Trial)?.body?.did).toBe('Yes');
  });
});

describe('evidence.gather', () => {
  it('is for everyone but observers', () => {
    const body = () => ({ id: newId(), in: { kind: 'cycle', id: newId() }, evidence: newId() });
    expect(rolesFor(gatherEvidence, body)).toEqual(['coordinator', 'head', 'leader']);
  });

  it('lets a piece belong to a cycle, once', () => {
    const { begin, gather } = scene();
    expect(gather()).toBe('missing');
    begin();
    expect(gather({ evidence: newId() })).toBe('missing');
    expect(gather()).toBe('ok');
    expect(gather({ stage: 'act' })).toBe('exists');
  });
});

describe('evidence.let-go', () => {
  it('takes it out again; then it can be gathered anew', () => {
    const { world, leader, begin, gather } = scene();
    begin();
    const id = newId();
    gather({ id });
    expect(world.act(leader, letGoEvidence, { id: newId(), rev: 1 })).toBe('missing');
    expect(world.act(leader, letGoEvidence, { id, rev: 1 })).toBe('ok');
    expect(world.get(Gathering)?.body?.ended).toBe(noon);
    expect(gather()).toBe('ok');
  });
});
