import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { enterReading, presentReading, Reading, withdrawReading } from '../../../shared/priorities/reading.ts';
import { smallNumber } from '../../../shared/priorities/small-numbers.ts';
import { actorFor, actorOf, noon, rolesFor } from '../world.ts';
import { coordinator, partnership } from './partnership.ts';

const source = { url: 'https://example.gov.uk/tables', title: 'Tables' };

function scene(more: object = {}) {
  const made = partnership();
  const indicator = made.indicator(undefined, more);
  const enter = (by = made.first.leader, change: object = {}) =>
    made.world.act(by, enterReading, {
      id: newId(),
      indicator,
      school: made.first.id,
      period: 'ay:2024',
      value: 62,
      status: 'own',
      ...change,
    });
  return { ...made, indicator, enter };
}

describe('reading.enter', () => {
  it('is for everyone but observers', () => {
    const body = () => ({
      id: newId(),
      indicator: newId(),
      school: newId(),
      period: 'ay:2024',
      value: 1,
      status: 'own',
    });
    expect(rolesFor(enterReading, body)).toEqual(['coordinator', 'head', 'leader']);
  });

  it('keeps a school’s figure for a period', () => {
    const { world, first, indicator, enter } = scene();
    expect(enter(first.leader, { cohort: 50, numerator: 31, source })).toBe('ok');
    expect(world.get(Reading)?.body).toEqual({
      indicator,
      school: first.id,
      period: 'ay:2024',
      value: 62,
      status: 'own',
      cohort: 50,
      numerator: 31,
      source,
      by: first.leader.member,
      at: noon,
    });
  });

  it('is for those of the school, unless it is published', () => {
    const { first, second, enter } = scene();
    expect(enter(second.leader)).toBe('not-for-school');
    expect(enter(second.leader, { status: 'final' })).toBe('not-for-school');
    expect(enter(actorFor('observer', first.id))).toBe('not-allowed');
    expect(enter(second.leader, { status: 'final', source })).toBe('ok');
    expect(enter(coordinator, { period: 'ay:2023' })).toBe('ok');
  });

  it('keeps what stood before a correction, and lets a person decide where two were made', () => {
    const { world, first, indicator, enter } = scene();
    const [one, two, three] = [newId(), newId(), newId()];
    expect(enter(first.leader, { id: one, status: 'provisional' })).toBe('ok');
    expect(enter(first.leader, { id: two, value: 63 })).toBe('stale');
    expect(enter(first.leader, { id: two, value: 63, status: 'revised', replaces: one })).toBe('ok');
    expect(enter(first.leader, { id: three, value: 64, replaces: one })).toBe('stale');
    const readings = [world.get(Reading, one), world.get(Reading, two)].flatMap((reading) => reading ?? []);
    expect(readings).toHaveLength(2);
    expect(presentReading(readings, { indicator, school: first.id, period: 'ay:2024' })?.id).toBe(two);
    expect(presentReading(readings, { indicator, school: first.id, period: 'ay:2023' })).toBeUndefined();
  });

  it('takes what stands where no number does, never as zero', () => {
    for (const value of ['suppressed', 'not-produced', 'series-break'])
      expect(scene().enter(undefined, { value })).toBe('ok');
    expect(scene().enter(undefined, { value: 'none' })).toBe('not-valid');
    expect(scene().enter(undefined, { value: null })).toBe('not-valid');
  });

  it('withholds fewer than six pupils', () => {
    const { first, enter } = scene();
    expect(enter(first.leader, { value: 50, cohort: 4, numerator: 2 })).toBe('small-number');
    expect(enter(first.leader, { value: 5, cohort: 60 })).toBe('small-number');
    expect(enter(first.leader, { value: 'suppressed', numerator: 3 })).toBe('small-number');
    expect(enter(first.leader, { value: 'suppressed', cohort: 4 })).toBe('small-number');
    expect(enter(first.leader, { value: 'not-produced', cohort: 4 })).toBe('small-number');
    expect(scene().enter(undefined, { value: 'suppressed', cohort: 9 })).toBe('ok');
    expect(scene({ pupils: false }).enter(undefined, { value: 'suppressed', cohort: 4 })).toBe('ok');
    expect(enter(first.leader, { value: 'suppressed' })).toBe('ok');
    expect(scene({ unit: 'count' }).enter(undefined, { value: 3 })).toBe('small-number');
    expect(scene({ unit: 'count', pupils: false }).enter(undefined, { value: 3 })).toBe('ok');
  });

  it('fits its unit and its group', () => {
    const { first, enter } = scene();
    expect(enter(first.leader, { value: 101 })).toBe('not-fitting');
    expect(enter(first.leader, { cohort: 20, numerator: 21 })).toBe('not-fitting');
    expect(enter(first.leader, { period: '2024' })).toBe('not-valid');
    expect(enter(first.leader, { indicator: newId() })).toBe('missing');
    expect(enter(first.leader, { school: newId() })).toBe('missing');
  });
});

describe('reading.withdraw', () => {
  it('lets what it replaced hold again', () => {
    const { world, first, second, indicator, enter } = scene();
    const [one, two] = [newId(), newId()];
    enter(first.leader, { id: one });
    enter(first.leader, { id: two, value: 70, replaces: one });
    expect(world.act(second.leader, withdrawReading, { id: two, rev: 1 })).toBe('not-for-school');
    expect(world.act(first.head, withdrawReading, { id: two, rev: 1 })).toBe('ok');
    const readings = [world.get(Reading, one), world.get(Reading, two)].flatMap((reading) => reading ?? []);
    expect(presentReading(readings, { indicator, school: first.id, period: 'ay:2024' })?.id).toBe(one);
    expect(world.act(actorOf('coordinator'), withdrawReading, { id: newId(), rev: 1 })).toBe('missing');
    expect(enter(first.leader, { value: 71, replaces: one })).toBe('ok');
  });
});

describe('small numbers', () => {
  const of = (value: number, cohort?: number, numerator?: number) =>
    smallNumber({ unit: 'percent', pupils: true, value, cohort, numerator });

  it('are withheld below six and warned of below eleven', () => {
    expect([of(50, 5), of(50, 6), of(100, 6), of(50, 30), of(50), of(0, 30)]).toEqual([
      'withhold',
      'withhold',
      'warn',
      undefined,
      undefined,
      undefined,
    ]);
    expect([of(20, 30), of(33.3, 30), of(90, 30), of(60, 30)]).toEqual(['warn', 'warn', 'warn', undefined]);
  });

  it('are of pupils only', () => {
    expect(smallNumber({ unit: 'count', pupils: false, value: 2 })).toBeUndefined();
    expect(smallNumber({ unit: 'count', pupils: true, value: 2 })).toBe('withhold');
    expect(smallNumber({ unit: 'count', pupils: true, value: 8 })).toBe('warn');
    expect(smallNumber({ unit: 'days', pupils: true, value: 2 })).toBeUndefined();
  });
});
