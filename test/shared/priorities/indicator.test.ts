import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { addIndicator, editIndicator, fits, Indicator, isBeyond } from '../../../shared/priorities/indicator.ts';
import { actorOf, newWorld, noon, rolesFor } from '../world.ts';
import { partnership } from './partnership.ts';

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
