import { describe, expect, it } from 'vitest';
import { type Choices, planSheet } from '../../../extension/priorities/scrutiny-plan.ts';
import { readSheet } from '../../../extension/priorities/scrutiny-sheet.ts';
import type { Actor } from '../../../shared/cluster/roles.ts';
import { newId } from '../../../shared/ids.ts';
import { addIndicator } from '../../../shared/priorities/indicator.ts';
import { enterReading } from '../../../shared/priorities/reading.ts';
import { partnership } from '../../shared/priorities/partnership.ts';
import { actorOf } from '../../shared/world.ts';
import { sceneOf } from './scene.ts';

const choices: Choices = {
  period: 'ay:2024',
  status: 'own',
  schools: {},
  units: {},
  directions: {},
  suppress: false,
};

/** What would be written of a table in a world of two schools, 'School 0' and 'School 1'. */
function plan(text: string, more: Partial<Choices> = {}, at = partnership(), me: Actor = actorOf('coordinator')) {
  const scene = sceneOf(at, me);
  const result = readSheet(text, scene.schools);
  if (!result.ok) throw new Error(result.why);
  const { writes, same, left, indicators } = planSheet(result.sheet, { ...choices, ...more }, scene);
  const cell = ({ text, value, period, why, school, present }: (typeof writes)[number]) => ({
    text,
    ...(value !== undefined && { value }),
    ...(period && { period }),
    ...(why && { why }),
    school: scene.schools.findIndex(({ id }) => id === school),
    ...(present && { replaces: present.id }),
  });
  return { writes: writes.map(cell), same: same.map(cell), left: left.map(cell), indicators };
}

const head = 'Indicator\tSchool 0\tSchool 1\n';

describe('a plan', () => {
  it('writes what can be read, of the period that is chosen', () => {
    const { writes, left, indicators } = plan(`${head}Absence (%)\t12\tSUPP`);
    expect(writes).toEqual([
      { text: '12', value: 12, period: 'ay:2024', school: 0 },
      { text: 'SUPP', value: 'suppressed', period: 'ay:2024', school: 1 },
    ]);
    expect(left).toEqual([]);
    expect(indicators).toMatchObject([{ name: 'Absence', unit: 'percent', direction: 'down' }]);
  });

  it('says of each cell that is left out why', () => {
    const { writes, left } = plan(`${head}Absence (%)\t112\t–\nNumber of suspensions\t4\tmany\nAbsence\t1\t`, {
      period: undefined,
    });
    expect(writes).toEqual([]);
    expect(left.map(({ why }) => why)).toEqual(['no-period', 'dash', 'no-period', 'unreadable', 'no-period']);
    const dated = plan(`${head}Absence (%)\t112\t–\nNumber of suspensions\t4\tmany\nabsence\t1\t\nAbsence\t2\t`);
    expect(dated.left.map(({ why }) => why)).toEqual(['not-fitting', 'dash', 'small-number', 'unreadable', 'twice']);
    expect(dated.writes).toHaveLength(1);
  });

  it('writes small numbers as suppressed where a person says so, and keeps them nowhere', () => {
    const { writes, left } = plan(`${head}Number of suspensions\t4\t12`, { suppress: true });
    expect(writes.map(({ value }) => value)).toEqual(['suppressed', 12]);
    expect(left).toEqual([]);
  });

  it('knows indicators that are there, and what stands in their cells', () => {
    const at = partnership();
    const { world, first, second } = at;
    const coordinator = actorOf('coordinator');
    const [indicator, reading] = [newId(), newId()];
    const body = { name: 'Persistent absence', unit: 'percent', direction: 'down', about: '', priorities: [] };
    world.act(coordinator, addIndicator, { id: indicator, ...body });
    const of = { indicator, period: 'ay:2024', status: 'own' };
    world.act(coordinator, enterReading, { id: reading, ...of, school: first.id, value: 20 });
    world.act(coordinator, enterReading, { id: newId(), ...of, school: second.id, value: 30 });
    const { writes, same, indicators } = plan(`${head}PERSISTENT ABSENCE (%)\t21\t30`, {}, at);
    expect(indicators).toMatchObject([{ present: { id: indicator } }]);
    expect(writes).toEqual([{ text: '21', value: 21, period: 'ay:2024', school: 0, replaces: reading }]);
    expect(same).toHaveLength(1);
    // And the cluster takes what the plan says.
    const corrected = { id: newId(), ...of, school: first.id, value: 21, replaces: reading };
    expect(world.act(coordinator, enterReading, corrected)).toBe('ok');
  });

  it('leaves to other schools what is their own, unless it is published', () => {
    const at = partnership();
    const own = plan(`${head}Absence\t12\t13`, {}, at, at.first.head);
    expect(own.writes).toMatchObject([{ school: 0 }]);
    expect(own.left).toMatchObject([{ school: 1, why: 'not-for-school' }]);
    const source = { url: 'https://example.org/', title: 'Example' };
    expect(plan(`${head}Absence\t12\t13`, { status: 'final', source }, at, at.first.head).writes).toHaveLength(2);
    expect(plan(`${head}Absence\t12\t13`, { status: 'final' }, at, at.first.head).writes).toHaveLength(1);
  });

  it('says of each cell of a school that an indicator is not for that it is not, whatever stands there', () => {
    const at = partnership();
    at.indicator(undefined, { name: 'Key stage 2', schools: [at.first.id] });
    const { writes, left } = plan(`${head}Key stage 2\t61\t62\nKey stage 2 (%)\t\tn/a\nAbsence\t12\t13`, {}, at);
    expect(writes.map(({ text }) => text)).toEqual(['61', '12', '13']);
    expect(left.map(({ text, why, school }) => ({ text, why, school }))).toEqual([
      { text: '62', why: 'not-measured', school: 1 },
      { text: 'n/a', why: 'not-measured', school: 1 },
    ]);
  });

  it('follows the school that a person chose for a column, and leaves out what none was chosen for', () => {
    const text = 'Indicator\tOurs\tNational\nAbsence\t12\t13';
    const at = partnership();
    expect(plan(text, {}, at).writes).toEqual([]);
    expect(plan(text, { schools: { 0: at.second.id } }, at).writes).toMatchObject([{ school: 1, value: 12 }]);
    expect(plan(`${head}Absence\t12\t13`, { schools: { 0: '' } }, at).writes).toMatchObject([{ school: 1 }]);
  });
});
