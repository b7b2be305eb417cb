import { describe, expect, it } from 'vitest';
import { cohortIn } from '../../../shared/priorities/cohort.ts';
import { figuresAmong } from '../../../shared/priorities/figure.ts';

const among = (...around: string[]) => figuresAmong(around);

describe('what stands around a figure', () => {
  it('takes its period from the headers first, then from the nearest place that says one', () => {
    expect(among('Absence, 2022/23')(['a'], ['2023/24'], '1').period).toBe('ay:2023');
    expect(among('Absence', 'Academic year 2022/23')(['a'], [], '1').period).toBe('ay:2022');
    expect(among('Absence')(['Absence rate for 2021/22'], [], '1').period).toBe('ay:2021');
  });

  it('leaves the period open where it is told twice', () => {
    expect(among('2022/23')(['2021/22'], ['2023/24'], '1')).not.toHaveProperty('period');
    expect(among('Absence, 2021/22 and 2022/23', '2023/24')(['a'], [], '1')).not.toHaveProperty('period');
  });

  it('puts a term and its year together', () => {
    expect(among()(['Autumn term'], ['2023/24'], '1').period).toBe('term:2023:autumn');
    expect(among('Academic year 2023/24')(['Summer term'], [], '1').period).toBe('term:2023:summer');
    expect(among()(['Autumn term'], [], '1')).not.toHaveProperty('period');
    expect(among('2023/24')(['Autumn term'], ['Spring term'], '1')).not.toHaveProperty('period');
  });

  it('knows how final it is', () => {
    expect(among('Provisional results')(['a'], [], '1').status).toBe('provisional');
    expect(among('Provisional results')(['2023/24 (final)'], [], '1').status).toBe('final');
    expect(among('Revised')(['a'], [], '12 [p]').status).toBe('provisional');
    expect(among('Finally, the provisional and revised results')(['a'], [], '1')).not.toHaveProperty('status');
  });

  it('strips the column’s label from the cell, and only that', () => {
    const text = (column: string[], cell: string) => among()(['a'], column, cell).text;
    expect(text(['Average score'], 'Average score 106')).toBe('106');
    expect(text(['Average score'], 'Average score: 106')).toBe('106');
    expect(text(['Reading', 'Average score'], 'READING Average score 106')).toBe('106');
    expect(text(['Good'], 'Good')).toBe('Good');
    expect(text(['Good'], 'Goodness 3')).toBe('Goodness 3');
    expect(text(['2024'], '2024 3')).toBe('2024 3');
  });

  it('reads 2024 as a number beneath a year or where pupils are counted', () => {
    expect(among()(['a'], ['2023/24'], '2024').value).toBe(2024);
    expect(among()(['Number of pupils'], [], '2024').value).toBe(2024);
    expect(among()(['a'], ['Year'], '2024').value).toBe(null);
    expect(among()(['URN'], [], '141234').value).toBe(null);
  });

  it('gives a number without a unit that of its headers', () => {
    expect(among()(['a'], ['Absence (%)'], '7.1').unit).toBe('percent');
    expect(among()(['a'], ['Absence (%)'], 'c').unit).toBe(null);
    expect(among()(['a'], ['Percentage of pupils'], '-1pp').unit).toBe('pp');
  });
});

describe('whose figure it is', () => {
  it.each([
    [
      ['Key stage 2 reading', 'Disadvantaged pupils'],
      ['Key stage 2', 'Disadvantaged pupils'],
    ],
    [
      ['Year 6', 'Boys'],
      ['Year 6', 'Boys'],
    ],
    [['Not eligible for free school meals'], ['Not eligible for free school meals']],
    [['FSM'], ['Eligible for free school meals']],
    [['Pupils with SEN support'], ['SEN support']],
    [['All pupils'], ['All pupils']],
    [['Non-disadvantaged'], ['Other pupils']],
    [['Gap between disadvantaged pupils and others'], []],
    [['Boys and girls'], []],
    [['Boys', 'Attainment of boys and girls'], ['Boys']],
    [['Girls', 'Boys’ reading'], ['Girls']],
    [['Year 2023/24'], []],
    [['Persistent absence'], []],
  ])('%j: %j', (texts, cohort) => expect(cohortIn(texts)).toEqual(cohort));
});
