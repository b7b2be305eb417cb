import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { withdrawReading } from '../../../shared/priorities/reading.ts';
import { Baseline, setBaseline, setStretch, setTarget, Target } from '../../../shared/priorities/target.ts';
import { noon, rolesFor } from '../world.ts';
import { coordinator, partnership } from './partnership.ts';

function scene(more: object = {}) {
  const made = partnership();
  const indicator = made.indicator(undefined, more);
  const where = { indicator, school: made.first.id, period: 'ay:2026' };
  const target = (value: number, by = made.first.head) =>
    made.world.act(by, setTarget, { ...where, id: newId(), value });
  const stretch = (value: number, by = made.first.head) =>
    made.world.act(by, setStretch, { ...where, id: newId(), value, contribution: 'Shared coach' });
  return { ...made, indicator, target, stretch };
}

describe('baseline.set', () => {
  it('is one of the school’s own readings of the indicator', () => {
    const { world, first, second, indicator, read } = scene();
    const reading = read(indicator, first.id);
    const set = (more: object = {}, by = first.leader) =>
      world.act(by, setBaseline, { id: newId(), indicator, school: first.id, reading, ...more });
    expect(set({}, second.leader)).toBe('not-for-school');
    expect(set({ reading: newId() })).toBe('missing');
    expect(set({ reading: read(indicator, second.id) })).toBe('not-fitting');
    expect(set({ indicator: newId() })).toBe('missing');
    expect(set()).toBe('ok');
    expect(world.get(Baseline)?.body).toEqual({
      indicator,
      school: first.id,
      reading,
      by: first.leader.member,
      at: noon,
    });
    expect(set({}, coordinator)).toBe('ok');
    world.act(coordinator, withdrawReading, { id: reading, rev: 1 });
    expect(set()).toBe('missing');
  });

  it('may be a figure that is suppressed, so that a small school is not shut out', () => {
    const { world, first, indicator, read } = scene();
    const reading = read(indicator, first.id, { value: 'suppressed' });
    expect(world.act(first.head, setBaseline, { id: newId(), indicator, school: first.id, reading })).toBe('ok');
  });
});

describe('target.set', () => {
  it('is for everyone but observers', () => {
    const body = () => ({ id: newId(), indicator: newId(), school: newId(), period: 'ay:2026', value: 1 });
    expect(rolesFor(setTarget, body)).toEqual(['coordinator', 'head', 'leader']);
  });

  it('is the school’s own word', () => {
    const { world, first, second, target } = scene();
    expect([target(70, second.head), target(70, first.leader), target(70, coordinator)]).toEqual([
      'not-for-school',
      'not-for-school',
      'not-for-school',
    ]);
    expect(target(120)).toBe('not-fitting');
    expect(target(70)).toBe('ok');
    expect(world.get(Target)?.body).toMatchObject({ value: 70, stretch: false, by: first.head.member });
  });

  it('does not overtake the stretch target', () => {
    const { target, stretch } = scene();
    target(70);
    stretch(80);
    expect([target(80), target(79)]).toEqual(['not-beyond', 'ok']);
  });
});

describe('stretch.set', () => {
  it('goes beyond the school’s own target in the indicator’s direction, and says what the partnership gives', () => {
    const { world, first, target, stretch, indicator } = scene();
    expect(stretch(80)).toBe('no-target');
    target(70);
    expect([stretch(70), stretch(65), stretch(80)]).toEqual(['not-beyond', 'not-beyond', 'ok']);
    const body = { id: newId(), indicator, school: first.id, value: 81, period: 'ay:2026' };
    expect(world.act(first.head, setStretch, { ...body, contribution: ' ' })).toBe('not-valid');
    const less = scene({ direction: 'down' });
    less.target(20);
    expect([less.stretch(25), less.stretch(15)]).toEqual(['not-beyond', 'ok']);
  });
});
