import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { addIndicator, editIndicator, fits, Indicator, isBeyond, isFor } from '../../../shared/priorities/indicator.ts';
import { enterReading, withdrawReading } from '../../../shared/priorities/reading.ts';
import { setBaseline, setStretch, setTarget } from '../../../shared/priorities/target.ts';
import type { Record } from '../../../shared/record.ts';
import { actorOf, newWorld, noon, rolesFor } from '../world.ts';
import { coordinator, partnership } from './partnership.ts';

const leader = actorOf('leader');
const indicator = (more: object = {}) => ({
  id: newId(),
  name: 'Persistent absence',
  unit: 'percent',
  direction: 'down',
  about: 'All pupils',
  priorities: [],
  ...more,
});

describe('indicator.add', () => {
  it('needs no priority: it is a candidate then', () => {
    const world = newWorld();
    const body = indicator({ due: [{ month: 5, part: 'autumn' }] });
    expect(world.act(leader, addIndicator, body)).toBe('ok');
    const { id, ...rest } = body;
    expect(world.get(Indicator, id)?.body).toEqual({ ...rest, by: leader.member, at: noon });
    expect(world.act(leader, addIndicator, indicator({ priorities: [newId()] }))).toBe('missing');
    expect(world.act(leader, addIndicator, indicator({ unit: 'stars' }))).toBe('not-valid');
    expect(world.act(leader, addIndicator, indicator({ due: [{ month: 13, part: 'year' }] }))).toBe('not-valid');
    expect(world.act(leader, addIndicator, indicator({ source: { url: 'data:x', title: 't' } }))).toBe('not-valid');
    expect(rolesFor(addIndicator, indicator)).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('indicator.edit', () => {
  it('ties a candidate to a priority, and retires it; its unit stays', () => {
    const { world, propose, indicator: add } = partnership();
    const id = add();
    const priority = propose();
    expect(world.act(leader, editIndicator, { id, rev: 1, priorities: [priority] })).toBe('ok');
    expect(world.act(leader, editIndicator, { id, rev: 2, priorities: [newId()] })).toBe('missing');
    expect(world.act(leader, editIndicator, { id, rev: 2, retired: true })).toBe('ok');
    expect(world.get(Indicator, id)?.body).toMatchObject({ priorities: [priority], retired: noon });
    expect(world.act(leader, editIndicator, { id, rev: 3, unit: 'count' })).toBe('unknown-field');
    expect(world.act(leader, editIndicator, { id: newId(), rev: 1 })).toBe('missing');
  });
});

describe('which schools it is for', () => {
  it('is said when it is added or edited, and taken back; none at all is no choice', () => {
    const { world, first, second, indicator: add } = partnership();
    const id = add(undefined, { schools: [first.id] });
    expect(world.get(Indicator, id)?.body?.schools).toEqual([first.id]);
    expect(world.act(leader, editIndicator, { id, rev: 1, schools: [newId()] })).toBe('missing');
    expect(world.act(leader, addIndicator, indicator({ schools: [newId()] }))).toBe('missing');
    expect(world.act(leader, editIndicator, { id, rev: 1, schools: [] })).toBe('not-valid');
    expect(world.act(leader, editIndicator, { id, rev: 1, schools: [first.id, second.id] })).toBe('ok');
    expect(world.act(leader, editIndicator, { id, rev: 2, name: 'Other words' })).toBe('ok');
    expect(world.get(Indicator, id)?.body?.schools).toEqual([first.id, second.id]);
    expect(world.act(leader, editIndicator, { id, rev: 3, schools: null })).toBe('ok');
    const all = world.get(Indicator, id) as Record<Indicator>;
    expect([isFor(all, first.id), isFor(all, newId())]).toEqual([true, true]);
  });

  it('bars figures, starts and targets of another; what was entered before can be taken back', () => {
    const { world, first, second, indicator: add, read } = partnership();
    const id = add();
    const before = read(id, second.id);
    expect(world.act(leader, editIndicator, { id, rev: 1, schools: [first.id] })).toBe('ok');
    const figure = (school: string, more: object = {}) => ({
      ...{ id: newId(), indicator: id, school, period: 'ay:2023', value: 50, status: 'own' },
      ...more,
    });
    const published = { status: 'final', source: { url: 'https://example.org/', title: 'Published' } };
    expect(world.act(coordinator, enterReading, figure(first.id))).toBe('ok');
    expect(world.act(coordinator, enterReading, figure(second.id))).toBe('not-measured');
    expect(world.act(coordinator, enterReading, figure(second.id, published))).toBe('not-measured');
    const where = { indicator: id, school: second.id };
    expect(world.act(second.head, setBaseline, { id: newId(), ...where, reading: before })).toBe('not-measured');
    const target = { id: newId(), ...where, value: 60, period: 'ay:2026' };
    expect(world.act(second.head, setTarget, target)).toBe('not-measured');
    expect(world.act(second.head, setStretch, { ...target, contribution: 'Staff' })).toBe('not-measured');
    expect(world.act(first.head, setTarget, { ...target, school: first.id })).toBe('ok');
    expect(world.act(second.head, withdrawReading, { id: before, rev: 1 })).toBe('ok');
  });
});

describe('a figure', () => {
  it('fits its unit', () => {
    const right = (unit: Parameters<typeof fits>[0], ...values: number[]) =>
      values.filter((value) => fits(unit, value));
    expect(right('percent', 0, 100, 54.3, -0.1, 100.1, Number.NaN)).toEqual([0, 100, 54.3]);
    expect(right('points', -3.2, 0, 1e10)).toEqual([-3.2, 0]);
    expect(right('count', 0, 7, 7.5, -1)).toEqual([0, 7]);
    expect(right('days', 1.5, -1)).toEqual([1.5]);
    expect(right('ratio', 21.4, -1)).toEqual([21.4]);
  });

  it('lies beyond another in the direction that is better', () => {
    expect([isBeyond('up', 2, 1), isBeyond('up', 1, 1), isBeyond('down', 1, 2), isBeyond('down', 2, 1)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
