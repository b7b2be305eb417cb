import { describe, expect, it } from 'vitest';
import { addSchool, markSchool } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import {
  Agreement,
  adoptPriority,
  agreePriority,
  confirmPriority,
  objectPriority,
} from '../../../shared/priorities/agreement.ts';
import { editIndicator } from '../../../shared/priorities/indicator.ts';
import { closePriority, editPriority, Priority } from '../../../shared/priorities/priority.ts';
import { withdrawReading } from '../../../shared/priorities/reading.ts';
import { actorFor, actorOf, noon } from '../world.ts';
import { coordinator, partnership } from './partnership.ts';

describe('priority.agree', () => {
  it('is a school’s word on the wording that was read', () => {
    const { world, first, second, propose } = partnership();
    const priority = propose();
    const agree = (by = first.head, more: object = {}) =>
      world.act(by, agreePriority, { id: newId(), priority, school: first.id, wording: 0, ...more });
    expect(agree(second.head)).toBe('not-for-school');
    expect(agree(first.leader)).toBe('not-for-school');
    expect(agree(actorFor('observer', first.id))).toBe('not-allowed');
    expect(agree()).toBe('ok');
    const { head, id: school } = first;
    expect(world.get(Agreement)?.body).toEqual({ priority, school, wording: 0, by: head.member, at: noon });
    world.act(head, editPriority, { id: priority, rev: 1, title: 'Other words' });
    expect(agree()).toBe('stale');
    expect(agree(first.head, { wording: 1 })).toBe('ok');
    expect(agree(first.head, { priority: newId() })).toBe('missing');
  });
});

describe('priority.object', () => {
  it('gives its reason', () => {
    const { world, first, second, propose } = partnership();
    const body = { id: newId(), priority: propose(), school: first.id, wording: 0, objection: 'Too narrow' };
    expect(world.act(first.head, objectPriority, { ...body, objection: '  ' })).toBe('not-valid');
    expect(world.act(second.head, objectPriority, body)).toBe('not-for-school');
    expect(world.act(first.head, objectPriority, { ...body, wording: 1 })).toBe('stale');
    expect(world.act(first.head, objectPriority, body)).toBe('ok');
    expect(world.get(Agreement)?.body?.objection).toBe('Too narrow');
  });
});

describe('priority.confirm', () => {
  it('makes a priority agreed once every school has done its part, and says what is lacking until then', () => {
    const { world, first, second, propose, indicator, ready } = partnership();
    const priority = propose({ alone: '' });
    const confirm = (rev: number) => world.act(coordinator, confirmPriority, { id: priority, rev });
    expect(confirm(1)).toBe('why-together');
    world.act(first.head, editPriority, { id: priority, rev: 1, alone: 'Staff move between us' });
    expect(confirm(2)).toBe('no-indicator');
    const of = indicator(priority);
    expect(confirm(2)).toBe('no-baseline');
    ready(first, priority, of);
    expect(confirm(2)).toBe('no-baseline');
    ready(second, priority, of);
    const word = { priority, school: second.id, wording: 1 };
    world.act(second.head, objectPriority, { ...word, id: newId(), objection: 'Not yet' });
    expect(confirm(2)).toBe('objection');
    world.act(second.head, agreePriority, { ...word, id: newId() });
    expect(confirm(1)).toBe('stale');
    expect(confirm(2)).toBe('ok');
    expect(world.get(Priority, priority)?.body).toMatchObject({ state: 'agreed', agreed: noon });
    expect(confirm(3)).toBe('not-in-state');
  });

  it('asks for agreement to the wording that holds', () => {
    const { world, first, second, propose, indicator, ready } = partnership();
    const priority = propose();
    const of = indicator(priority);
    for (const school of [first, second]) ready(school, priority, of);
    world.act(first.head, editPriority, { id: priority, rev: 1, title: 'Other words' });
    expect(world.act(coordinator, confirmPriority, { id: priority, rev: 2 })).toBe('not-agreed');
  });

  it('does not count a baseline for an indicator that was retired, nor a noticing of something else', () => {
    const { world, first, second, propose, indicator, ready } = partnership();
    const priority = propose();
    const of = indicator(priority);
    const other = propose();
    for (const school of [first, second]) ready(school, priority, of);
    indicator(priority);
    world.act(first.head, editIndicator, { id: of, rev: 1, retired: true });
    expect(world.act(coordinator, confirmPriority, { id: priority, rev: 1 })).toBe('no-baseline');
    world.act(first.head, editIndicator, { id: of, rev: 2, retired: false, priorities: [priority, other] });
    for (const { id: school, head } of [first, second]) {
      world.act(head, agreePriority, { id: newId(), priority: other, school, wording: 0 });
    }
    expect(world.act(coordinator, confirmPriority, { id: other, rev: 1 })).toBe('nothing-noticed');
    expect(world.act(coordinator, confirmPriority, { id: priority, rev: 1 })).toBe('ok');
  });

  it('asks each school for a start on an indicator that is for it, and for such an indicator first', () => {
    const { world, first, second, propose, indicator, ready } = partnership();
    const priority = propose();
    const primary = indicator(priority, { schools: [first.id] });
    for (const school of [first, second]) ready(school, priority, primary);
    const confirm = () => world.act(coordinator, confirmPriority, { id: priority, rev: 1 });
    expect(confirm()).toBe('nothing-measured');
    const secondary = indicator(priority, { schools: [second.id] });
    expect(confirm()).toBe('no-baseline');
    // What the first school gave for its own indicator is not asked of the other, nor the other way round.
    ready(second, priority, secondary);
    expect(confirm()).toBe('ok');
  });

  it('does not count a baseline from before an indicator was for other schools only', () => {
    const { world, first, second, propose, indicator, ready } = partnership();
    const priority = propose();
    const of = indicator(priority);
    for (const school of [first, second]) ready(school, priority, of);
    const confirm = () => world.act(coordinator, confirmPriority, { id: priority, rev: 1 });
    world.act(first.head, editIndicator, { id: of, rev: 1, schools: [first.id] });
    expect(confirm()).toBe('nothing-measured');
    world.act(coordinator, markSchool, { id: second.id, rev: 1, away: { how: 'absent', reason: 'New head' } });
    expect(confirm()).toBe('ok');
  });

  it('does not count a baseline whose figure was taken back, until another stands in its place', () => {
    const { world, first, second, propose, indicator, read, ready } = partnership();
    const priority = propose();
    const of = indicator(priority);
    ready(first, priority, of);
    const reading = ready(second, priority, of);
    expect(world.act(second.head, withdrawReading, { id: reading, rev: 1 })).toBe('ok');
    expect(world.act(coordinator, confirmPriority, { id: priority, rev: 1 })).toBe('no-baseline');
    read(of, second.id, { value: 51 });
    expect(world.act(coordinator, confirmPriority, { id: priority, rev: 1 })).toBe('ok');
  });

  it('waits for no school that is marked absent, but for each that joins before', () => {
    const { world, first, second, propose, indicator, ready } = partnership();
    const priority = propose();
    ready(first, priority, indicator(priority));
    const away = { how: 'absent', reason: 'Between two heads' };
    world.act(coordinator, markSchool, { id: second.id, rev: 1, away });
    world.act(coordinator, addSchool, { id: newId(), name: 'Late', urn: '100009' });
    expect(world.act(coordinator, confirmPriority, { id: priority, rev: 1 })).toBe('no-baseline');
    const alone = partnership();
    const its = alone.propose();
    alone.ready(alone.first, its, alone.indicator(its));
    alone.world.act(coordinator, markSchool, { id: alone.second.id, rev: 1, away });
    expect(alone.world.act(coordinator, confirmPriority, { id: its, rev: 1 })).toBe('ok');
    alone.world.act(coordinator, markSchool, { id: alone.first.id, rev: 1, away });
    expect(alone.world.act(coordinator, confirmPriority, { id: alone.propose(), rev: 1 })).toBe('no-indicator');
    const other = alone.propose();
    alone.indicator(other);
    expect(alone.world.act(coordinator, confirmPriority, { id: other, rev: 1 })).toBe('no-schools');
  });

  it('is for coordinators and heads', () => {
    const { world, first, propose } = partnership();
    const body = { id: propose(), rev: 1 };
    expect(world.act(first.leader, confirmPriority, body)).toBe('not-allowed');
    expect(world.act(first.head, confirmPriority, { ...body, id: newId() })).toBe('missing');
  });
});

describe('priority.adopt', () => {
  it('takes over what was agreed before, never a fourth', () => {
    const { world, first, propose } = partnership();
    const adopt = (id: string, more: object = {}) =>
      world.act(coordinator, adoptPriority, { id, rev: 1, on: '2025-09-01', minuted: 'Heads’ meeting', ...more });
    const ids = [propose(), propose(), propose(), propose()];
    const [one = '', two = '', three = '', four = ''] = ids;
    expect(adopt(one, { on: '2027-01-01' })).toBe('not-fitting');
    expect(adopt(propose({ alone: ' ' }))).toBe('why-together');
    expect([adopt(one), adopt(two), adopt(three)]).toEqual(['ok', 'ok', 'ok']);
    expect(world.get(Priority, one)?.body).toMatchObject({
      state: 'agreed',
      adopted: { on: '2025-09-01', minuted: 'Heads’ meeting' },
    });
    expect(adopt(four)).toBe('three-agreed');
    expect(adopt(one, { rev: 2 })).toBe('not-in-state');
    expect(adopt(newId())).toBe('missing');
    expect(world.act(first.head, adoptPriority, { id: four, rev: 1, on: '2025-09-01', minuted: 'x' })).toBe(
      'not-allowed',
    );
    world.act(actorOf('head'), closePriority, { id: two, rev: 2, learned: 'x', kept: 'y' });
    expect(adopt(four)).toBe('ok');
    expect(world.act(coordinator, confirmPriority, { id: propose(), rev: 1 })).toBe('three-agreed');
  });

  it('leaves each school’s confirmation to be given', () => {
    const { world, first, propose } = partnership();
    const priority = propose();
    world.act(coordinator, adoptPriority, { id: priority, rev: 1, on: '2025-09-01', minuted: 'x' });
    const body = { id: newId(), priority, school: first.id, wording: 0 };
    expect(world.act(first.head, agreePriority, body)).toBe('ok');
  });
});
