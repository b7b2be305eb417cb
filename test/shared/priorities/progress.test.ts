import { describe, expect, it } from 'vitest';
import { progressOf, progressSentence } from '../../../shared/priorities/progress.ts';
import { runsOf, seriesOf, spreadOf } from '../../../shared/priorities/series.ts';
import { type Figures, newFigures } from './figures.ts';

/** One school, one indicator: what is said of it. */
function placed(direction: 'up' | 'down', prepare: (figures: Figures) => void) {
  const figures = newFigures();
  figures.school('a');
  figures.indicator('i', { direction });
  prepare(figures);
  const [indicator] = progressOf(figures, 'p');
  const [school] = indicator?.schools ?? [];
  return { place: school?.place, why: school?.why, latest: school?.latest?.value, school };
}

/** From 60 to `value`, with an own target of 70 and a stretch target of 75. */
const moved = (value: number) => (figures: Figures) => {
  figures.baseline('a', figures.reading('a', 'ay:2023', 60));
  figures.target('a', 70, 'ay:2026');
  figures.target('a', 75, 'ay:2026', true);
  figures.reading('a', 'ay:2024', value);
};

describe('a series', () => {
  it('is in the order of the periods, whatever the order of entry', () => {
    const figures = newFigures();
    for (const period of ['ay:2025', 'term:2024:autumn', 'ay:2023', 'term:2024:spring'])
      figures.reading('a', period, 1);
    figures.reading('b', 'ay:2020', 1);
    figures.reading('a', 'ay:2020', 1, { indicator: 'other' });
    expect(seriesOf(figures.readings, 'i', 'a').map(({ period }) => period)).toEqual([
      'ay:2023',
      'term:2024:autumn',
      'term:2024:spring',
      'ay:2025',
    ]);
  });

  it('holds the newest that was not taken back, with what stood before', () => {
    const figures = newFigures();
    const first = figures.reading('a', 'ay:2024', 60, { status: 'provisional' });
    const second = figures.reading('a', 'ay:2024', 62, { status: 'revised', replaces: first.id });
    const third = figures.reading('a', 'ay:2024', 99, { replaces: second.id, withdrawn: 50 });
    const [point] = seriesOf(figures.readings, 'i', 'a');
    expect(point?.value).toBe(62);
    expect(point?.earlier.map(({ id }) => id)).toEqual([third.id, first.id]);
    figures.readings.splice(0, 2, { ...first, body: null }, { ...second, body: null });
    expect(seriesOf(figures.readings, 'i', 'a')).toEqual([]);
  });

  it('is cut by breaks, by what is missing and between parts of the year', () => {
    const figures = newFigures();
    figures.reading('a', 'ay:2020', 1);
    figures.reading('a', 'ay:2021', 2);
    figures.reading('a', 'ay:2022', 'suppressed');
    figures.reading('a', 'ay:2023', 3);
    figures.reading('a', 'ay:2024', 4, { breaks: true });
    figures.reading('a', 'ay:2025', 5);
    figures.reading('a', 'term:2025:autumn', 9);
    figures.reading('a', 'ay:2026', 'series-break');
    figures.reading('a', 'ay:2027', 6);
    const points = seriesOf(figures.readings, 'i', 'a');
    expect(runsOf(points).map((run) => run.map(({ value }) => value))).toEqual([[1, 2], [3], [4, 5], [9], [6]]);
    expect(points.find(({ period }) => period === 'ay:2025')?.era).toBe(1);
    expect(points.find(({ period }) => period === 'ay:2027')?.era).toBe(2);
  });

  it('tells how far schools lie apart, each period by those with a number', () => {
    const figures = newFigures();
    for (const [school, value] of Object.entries({ a: 10, b: 20, c: 40, d: 'suppressed' as const })) {
      figures.reading(school, 'ay:2024', value);
    }
    figures.reading('a', 'ay:2025', 12);
    figures.reading('b', 'ay:2025', 15);
    const series = ['a', 'b', 'c', 'd'].map((school) => seriesOf(figures.readings, 'i', school));
    expect(spreadOf(series)).toEqual([
      { period: 'ay:2024', lowest: 10, median: 20, highest: 40, schools: 3 },
      { period: 'ay:2025', lowest: 12, median: 13.5, highest: 15, schools: 2 },
    ]);
    expect(spreadOf([])).toEqual([]);
  });
});

describe('where a school is', () => {
  it.each([
    [76, 'met-stretch'],
    [75, 'met-stretch'],
    [74.9, 'met-own'],
    [70, 'met-own'],
    [69, 'on-the-way'],
    [60, 'no-change'],
    [59, 'further-away'],
  ])('with %s where more is better: %s', (value, place) => {
    expect(placed('up', moved(value)).place).toBe(place);
  });

  it.each([
    [5, 'met-stretch'],
    [8, 'met-own'],
    [9, 'on-the-way'],
    [10, 'no-change'],
    [11, 'further-away'],
  ])('with %s where less is better: %s', (value, place) => {
    const { place: found } = placed('down', (figures) => {
      figures.baseline('a', figures.reading('a', 'ay:2023', 10));
      figures.target('a', 8, 'ay:2026');
      figures.target('a', 6, 'ay:2026', true);
      figures.reading('a', 'ay:2024', value);
    });
    expect(found).toBe(place);
  });

  it('is not known without a figure, without a start, and at the start', () => {
    expect(placed('up', () => undefined)).toMatchObject({ place: 'not-known', why: 'no-figure' });
    expect(placed('up', (figures) => figures.reading('a', 'ay:2024', 'suppressed'))).toMatchObject({
      why: 'no-figure',
    });
    expect(placed('up', (figures) => figures.reading('a', 'ay:2024', 60))).toMatchObject({ why: 'no-baseline' });
    const atStart = placed('up', (figures) => figures.baseline('a', figures.reading('a', 'ay:2024', 60)));
    expect(atStart).toMatchObject({ place: 'not-known', why: 'only-baseline', latest: 60 });
  });

  it('follows a correction of the figure that it starts from', () => {
    const { place, school } = placed('up', (figures) => {
      const wrong = figures.reading('a', 'ay:2023', 60);
      figures.baseline('a', wrong);
      figures.reading('a', 'ay:2023', 66, { replaces: wrong.id });
      figures.reading('a', 'ay:2024', 65);
    });
    expect(place).toBe('further-away');
    expect(school?.baseline?.value).toBe(66);
  });

  it('compares nothing over a break, not the start and not a target from before it', () => {
    const broken = (figures: Figures) => {
      moved(65)(figures);
      figures.reading('a', 'ay:2025', 90, { breaks: true });
    };
    expect(placed('up', broken)).toMatchObject({ place: 'not-known', why: 'series-break', latest: 90 });
    const without = (figures: Figures) => {
      moved(65)(figures);
      figures.reading('a', 'ay:2025', 'series-break');
    };
    expect(placed('up', without)).toMatchObject({ place: 'not-known', why: 'series-break', latest: undefined });
    const anew = (figures: Figures) => {
      broken(figures);
      figures.target('a', 88, 'ay:2027');
    };
    expect(placed('up', anew).place).toBe('met-own');
  });

  it('keeps to the part of the year that the target is for', () => {
    const { place, latest } = placed('up', (figures) => {
      moved(65)(figures);
      figures.reading('a', 'term:2025:autumn', 95);
    });
    expect({ place, latest }).toEqual({ place: 'on-the-way', latest: 65 });
  });
});

describe('a priority', () => {
  it('has the indicators in use and the schools that take part, by name', () => {
    const figures = newFigures();
    figures.school('b');
    figures.school('a');
    figures.school('gone', { away: { how: 'left', reason: 'Closed', at: 1 } });
    figures.indicator('i');
    figures.indicator('old', { retired: 5 });
    figures.indicator('other', { priorities: ['q'] });
    figures.reading('gone', 'ay:2024', 1);
    figures.reading('a', 'ay:2024', 5);
    const progress = progressOf(figures, 'p');
    expect(progress.map(({ indicator }) => indicator.id)).toEqual(['i']);
    expect(progress[0]?.schools.map(({ school }) => school.id)).toEqual(['a', 'b']);
    expect(progress[0]?.spread).toMatchObject([{ lowest: 5, schools: 1 }]);
  });

  it('is of the schools that an indicator is for', () => {
    const figures = newFigures();
    figures.indicator('i', { schools: ['a'] });
    for (const school of ['a', 'b']) {
      figures.school(school);
      figures.reading(school, 'ay:2024', 80);
      figures.target(school, 70, 'ay:2026');
    }
    const progress = progressOf(figures, 'p');
    expect(progress[0]?.schools.map(({ school }) => school.id)).toEqual(['a']);
    expect(progress[0]?.spread).toMatchObject([{ lowest: 80, schools: 1 }]);
    expect(progressSentence(progress, 0)).toBe('The school has met the target');
  });

  it('is said in one sentence', () => {
    const figures = newFigures();
    const said = (due: number) => progressSentence(progressOf(figures, 'p'), due);
    expect(said(0)).toBe('No indicator yet');
    figures.indicator('i');
    expect(said(0)).toBe('No school takes part yet');
    for (const id of ['a', 'b', 'c', 'd']) figures.school(id);
    expect(said(2)).toBe('Nothing to compare yet; 2 figures due');
    for (const [school, value] of Object.entries({ a: 65, b: 72, c: 62, d: 50 })) {
      figures.baseline(school, figures.reading(school, 'ay:2023', 60));
      figures.reading(school, 'ay:2024', value);
    }
    expect(said(0)).toBe('3 of 4 schools better than at the start; 1 further away');
    for (const school of ['a', 'b', 'c', 'd']) figures.target(school, 70, 'ay:2026');
    expect(said(1)).toBe('3 of 4 schools nearer their target, 1 there; 1 further away; 1 figure due');
    figures.indicator('j');
    expect(said(0)).toBe('3 of 8 figures nearer their target, 1 there; 1 further away');
  });

  it('says so when every target is met', () => {
    const figures = newFigures();
    figures.indicator('i');
    for (const school of ['a', 'b']) {
      figures.school(school);
      figures.reading(school, 'ay:2024', 80);
      figures.target(school, 70, 'ay:2026');
    }
    expect(progressSentence(progressOf(figures, 'p'), 0)).toBe('All 2 schools have met the target');
  });
});
