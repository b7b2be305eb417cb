import { describe, expect, it } from 'vitest';
import { proposeFor } from '../../../shared/priorities/figure-for.ts';
import { newFigures } from './figures.ts';

const said = (row: string) => ({
  ...{ row: [row], column: ['Reading at the expected standard'], text: '61%', value: 61, unit: 'percent' as const },
  ...{ around: [], url: 'https://www.statistics.example/' },
});

function scene() {
  const figures = newFigures();
  figures.school('hill', { name: 'Hill View Primary School' });
  figures.school('dale', { name: 'Dale High School' });
  figures.indicator('ks2', { name: 'Reading at the expected standard', schools: ['hill'] });
  figures.indicator('absence', { name: 'Persistent absence' });
  return figures;
}

describe('what a figure is proposed for', () => {
  it('is an indicator with a school that it is for', () => {
    const { indicators, schools } = scene();
    expect(proposeFor(said('Hill View Primary School'), indicators, schools)).toMatchObject({
      indicator: 'ks2',
      school: 'hill',
    });
    expect(proposeFor(said('Dale High School'), indicators, schools)).toMatchObject({
      indicator: undefined,
      school: 'dale',
    });
  });

  it('is the one school of an indicator where the page names none', () => {
    const { indicators, schools } = scene();
    expect(proposeFor(said('Eldshire'), indicators, schools)).toMatchObject({ indicator: 'ks2', school: 'hill' });
  });

  it('offers no indicator that is for other schools only, nor one that is retired', () => {
    const { indicators, schools, ...figures } = scene();
    figures.indicator('old', { retired: 1 });
    const offered = (of = schools) => proposeFor(undefined, indicators, of).indicators.map(({ id }) => id);
    expect(offered()).toEqual(['ks2', 'absence']);
    expect(offered(schools.filter(({ id }) => id === 'dale'))).toEqual(['absence']);
    expect(offered([])).toEqual(['ks2', 'absence']);
  });
});
