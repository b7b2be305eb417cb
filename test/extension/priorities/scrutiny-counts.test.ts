import { describe, expect, it } from 'vitest';
import { readTyped } from '../../../extension/priorities/scrutiny-cell-check.ts';
import { countsText, figureOf, readFigure, typedText } from '../../../extension/priorities/scrutiny-figure.ts';
import { type Choices, planSheet } from '../../../extension/priorities/scrutiny-plan.ts';
import { readSheet } from '../../../extension/priorities/scrutiny-sheet.ts';
import { writePlan } from '../../../extension/priorities/scrutiny-write.ts';
import { newId } from '../../../shared/ids.ts';
import { enterReading } from '../../../shared/priorities/reading.ts';
import { coordinator, partnership } from '../../shared/priorities/partnership.ts';
import { sceneOf } from './scene.ts';

const choices: Choices = {
  ...{ period: 'ay:2024', status: 'own', schools: {}, units: {}, directions: {}, suppress: false },
};

/** What would be written of a table in a world of two schools, 'School 0' and 'School 1'. */
function plan(text: string, more: Partial<Choices> = {}, at = partnership()) {
  const scene = sceneOf(at, coordinator);
  const result = readSheet(text, scene.schools);
  if (!result.ok) throw new Error(result.why);
  return planSheet(result.sheet, { ...choices, ...more }, scene);
}

const made = ({ writes }: ReturnType<typeof plan>) =>
  writes.map(({ value, cohort, numerator, few }) => ({ value, cohort, numerator, ...(few && { few }) }));

const percent = { unit: 'percent' as const };

describe('a cell that says of how many', () => {
  it.each([
    ['12/30', { value: undefined, numerator: 12, cohort: 30 }],
    ['12 of 30', { value: undefined, numerator: 12, cohort: 30 }],
    ['1,204 out of 2,000', { value: undefined, numerator: 1204, cohort: 2000 }],
    ['40% (12/30)', { value: 40, percent: true, numerator: 12, cohort: 30 }],
    ['40 (12 of 30)', { value: 40, numerator: 12, cohort: 30 }],
    ['40% of 30', { value: 40, cohort: 30 }],
    ['SUPP (3/30)', { value: 'suppressed', numerator: 3, cohort: 30 }],
  ])('%s', (text, said) => expect(readFigure(text)).toMatchObject({ ok: true, ...said }));

  it.each(['12/30/2024', '1/2 day', 'about 12 of 30', '12 30'])('%s does not', (text) => {
    const read = readFigure(text);
    expect(read.ok && read.cohort !== undefined).toBe(false);
  });

  it('is a share in percent to one decimal, a count as it is, and no score', () => {
    expect(figureOf({ numerator: 20, cohort: 30 }, 'percent')).toBe(66.7);
    expect(figureOf({ numerator: 12, cohort: 30 }, 'count')).toBe(12);
    expect(figureOf({ numerator: 12, cohort: 30 }, 'points')).toBeUndefined();
    expect(figureOf({ numerator: 0, cohort: 0 }, 'percent')).toBeUndefined();
  });

  it('is typed again as it stands', () => {
    for (const reading of [
      { value: 40, numerator: 12, cohort: 30 },
      { value: 40, cohort: 30 },
      { value: 40 },
      { value: 'suppressed' as const },
      { value: 'not-produced' as const },
      { value: 'series-break' as const },
    ]) {
      expect(readTyped(typedText(reading, 'percent'), percent)).toEqual(reading);
    }
    expect([countsText({ cohort: 30, numerator: 12 }), countsText({ cohort: 30 }), countsText({})]).toEqual([
      '12 of 30',
      'of 30',
      '',
    ]);
  });
});

describe('what is typed into a cell', () => {
  it('is withheld and warned of by how many pupils it is about', () => {
    expect(readTyped('12/30', percent)).toEqual({ value: 40, numerator: 12, cohort: 30 });
    expect(readTyped('4/30', percent)).toMatchObject({ problem: expect.stringContaining('Type SUPP.') });
    expect(readTyped('40% of 5', percent)).toMatchObject({ problem: expect.stringContaining('Type SUPP.') });
    expect(readTyped('8/30', percent)).toEqual({ value: 26.7, numerator: 8, cohort: 30, few: true });
    expect(readTyped('4/30', { ...percent, pupils: false })).toMatchObject({ value: 13.3 });
    expect(readTyped('31/30', percent)).toMatchObject({ problem: 'More are counted than there are.' });
    expect(readTyped('12/30', { unit: 'points' })).toMatchObject({
      problem: expect.stringContaining('no such figure'),
    });
    // Beside what is suppressed nothing is kept.
    expect(readTyped('SUPP (3/30)', percent)).toEqual({ value: 'suppressed' });
  });
});

describe('a pasted table that says of how many', () => {
  const each = [
    { value: 40, cohort: 30, numerator: 12 },
    { value: 60, cohort: 50, numerator: 30 },
  ];

  it.each([
    ['in its cells', 'Indicator\tSchool 0\tSchool 1\nFluent (%)\t12/30\t60% (30/50)'],
    ['in rows', 'Indicator\tSchool 0\tSchool 1\nFluent (%)\t40\t60\nCohort\t30\t50\nNumerator\t12\t30'],
    [
      'in rows that name the indicator',
      'Indicator\tSchool 0\tSchool 1\nFluent (%)\t40\t60\nFluent: cohort\t30\t50\nFluent (numerator)\t12\t30',
    ],
    ['in columns of schools', 'School\tFluent (%)\tCohort\tCounted\nSchool 0\t40\t30\t12\nSchool 1\t60\t50\t30'],
    [
      'in columns beside each school',
      'Indicator\tSchool 0\tSchool 0 cohort\tSchool 0 numerator\tSchool 1\tCohort\tNumerator\nFluent (%)\t40\t30\t12\t60\t50\t30',
    ],
    ['and not the figure', 'School\tFluent (%)\tOut of\tCounted\nSchool 0\t\t30\t12\nSchool 1\t\t50\t30'],
  ])('%s', (_, text) => {
    const planned = plan(text);
    expect(planned.indicators.map(({ name, unit }) => [name, unit])).toEqual([['Fluent', 'percent']]);
    expect(made(planned)).toEqual(each);
    expect(planned.left).toEqual([]);
  });

  it('leaves out what is of too few, or writes it as suppressed and keeps no part of it', () => {
    const text = 'Indicator\tSchool 0\tSchool 1\nFluent (%)\t4/30\t8/30';
    const planned = plan(text);
    expect(planned.left.map(({ why }) => why)).toEqual(['small-number']);
    expect(made(planned)).toEqual([{ value: 26.7, cohort: 30, numerator: 8, few: true }]);
    expect(made(plan(text, { suppress: true }))[0]).toEqual({
      value: 'suppressed',
      cohort: undefined,
      numerator: undefined,
    });
  });

  it('says what is no share, and where more are counted than there are', () => {
    const { left } = plan('Indicator\tSchool 0\tSchool 1\nProgress score\t12/30\t1.2\nFluent (%)\t31/30\t40');
    expect(left.map(({ why }) => why)).toEqual(['no-share', 'too-many']);
  });

  it('is what the cluster takes, and stands there when it is pasted again', () => {
    const at = partnership();
    const indicator = at.indicator(undefined, { name: 'Fluent' });
    const text = 'Indicator\tSchool 0\nFluent (%)\t12/30';
    const [cell] = plan(text, {}, at).writes;
    const { value, cohort, numerator, school, period } = cell ?? {};
    const body = { id: newId(), indicator, school, period, value, cohort, numerator, status: 'own' };
    expect(at.world.act(coordinator, enterReading, body)).toBe('ok');
    expect(plan(text, {}, at).same).toHaveLength(1);
    expect(made(plan('Indicator\tSchool 0\nFluent (%)\t40% (14/35)', {}, at))).toEqual([
      { value: 40, cohort: 35, numerator: 14 },
    ]);
    // A table that does not say it takes nothing away.
    expect(plan('Indicator\tSchool 0\nFluent (%)\t40', {}, at).same).toHaveLength(1);
  });

  it('is written with its parts, and does not join a series that was broken', async () => {
    const at = partnership();
    const indicator = at.indicator(undefined, { name: 'Fluent' });
    const replaces = at.read(indicator, at.first.id, { breaks: true });
    const groups: { body: object }[][] = [];
    const actTogether = async (steps: { body: object }[]) => {
      groups.push(steps);
      return { ok: true as const, value: { group: 'g' } };
    };
    const planned = plan('Indicator\tSchool 0\nFluent (%)\t12/30', {}, at);
    await writePlan({ outbox: { actTogether } } as never, planned, { status: 'own' }, () => {});
    expect(groups.flat().map(({ body }) => body)).toMatchObject([
      { indicator, value: 40, cohort: 30, numerator: 12, breaks: true, replaces },
    ]);
  });

  it('takes no indicator for such a row that is none', () => {
    const { indicators } = plan('Indicator\tSchool 0\tSchool 1\nPupils eligible\t40\t60\nFluent (%)\t40\t60');
    expect(indicators.map(({ name }) => name)).toEqual(['Pupils eligible', 'Fluent']);
  });
});
