import { describe, expect, it } from 'vitest';
import { anyDate } from '../../../extension/page/recognise/dates.ts';
import { linesOf } from '../../../extension/page/recognise/dom.ts';
import { gradesIn } from '../../../extension/page/recognise/grades.ts';
import { dayOf, periodOf, periodSaid } from '../../../extension/page/recognise/period.ts';
import { documentOf } from '../../tools/recognise.ts';

describe('grades', () => {
  const of = (html: string) =>
    gradesIn(linesOf(documentOf(html), { nodes: 1000, characters: 10_000 })).map(({ area, grade, scale }) => [
      area,
      grade,
      scale,
    ]);

  it('are read by area on the scale that the report uses, and never converted', () => {
    expect(of('<p>Sixth form provision</p><p>Good</p><p>Early years provision: Outstanding</p>')).toEqual([
      ['Sixth-form provision', 'Good', 'four-grades'],
      ['Early years provision', 'Outstanding', 'four-grades'],
    ]);
    expect(of('<dl><dt>Sixth form</dt><dd>Needs attention</dd><dt>Safeguarding</dt><dd>Not met</dd></dl>')).toEqual([
      ['Post-16 provision', 'Needs attention', 'report-card'],
      ['Safeguarding', 'Not met', 'report-card'],
    ]);
  });

  it('are none where a page explains them, says them in a sentence or says two', () => {
    expect(of('<h4>Exceptional</h4><p>Practice to share</p><h4>Strong standard</h4><p>Above</p>')).toEqual([]);
    expect(of('<p>Behaviour and attitudes were outstanding in every lesson that we saw</p>')).toEqual([]);
    expect(of('<p>Achievement: Exceptional</p><p>Achievement: Needs attention</p>')).toEqual([]);
    expect(of('<p>Overall effectiveness at previous inspection</p><p>Good</p>')).toEqual([]);
    expect(of('<p>Safeguarding</p><p>Good</p><p>Inclusion</p><p>Met</p>')).toEqual([]);
  });
});

describe('dates and periods', () => {
  it('are as exact as the page is, and never guessed', () => {
    const dates = {
      '2025-11-04T10:00:00Z': '2025-11-04',
      '4 November 2025': '2025-11-04',
      'Tuesday 4th Nov 2025': '2025-11-04',
      'November 4, 2025': '2025-11-04',
      'Sept 2025': '2025-09',
      '2025': '2025',
    };
    for (const [text, date] of Object.entries(dates)) expect(anyDate(text), text).toBe(date);
    for (const text of [
      '04/11/2025',
      '31 February 2025',
      '0001-01-01',
      '1970-01-01',
      '9999',
      'TBA',
      'yesterday',
      '4 November',
      '',
      5,
    ]) {
      expect(anyDate(text), String(text)).toBeUndefined();
    }
    expect(dayOf('Inspection dates: 4 and 5 November 2025')).toBe('day:2025-11-04');
    expect(dayOf('30 September and 1 October 2025')).toBe('day:2025-09-30');
    expect(dayOf('November 2025')).toBeUndefined();
  });

  it('have one canonical text', () => {
    const periods = {
      'Academic year 2023/24': 'ay:2023',
      '2023-24': 'ay:2023',
      '2023/2024': 'ay:2023',
      'Financial year 2023-24': 'fy:2023',
      'Autumn term 2024/25': 'term:2024:autumn',
      'Autumn and spring term 2024/25': 'term:2024:autumn-spring',
      'Calendar year 2024': 'year:2024',
    };
    for (const [text, period] of Object.entries(periods)) expect(periodOf(text), text).toBe(period);
    for (const text of ['2023/25', 'Week 29 2025', 'Autumn', '', undefined])
      expect(periodOf(text), text).toBeUndefined();
    expect(periodSaid([{ text: 'for the 2024 to 2025 academic year.' }])).toBe('ay:2024');
    expect(
      periodSaid([{ text: 'for the 2024 to 2025 academic year' }, { text: 'for the 2023 to 2024 academic year' }]),
    ).toBeUndefined();
  });
});
