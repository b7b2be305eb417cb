import { describe, expect, it } from 'vitest';
import { gradeQuotes } from '../../../extension/page/recognise/grade-quotes.ts';
import type { Grade } from '../../../shared/evidence/page-source.ts';

const card = (area: string, grade: string): Grade => ({ area, grade, scale: 'report-card' });
const words = (text: string, ...grades: Grade[]) =>
  gradeQuotes(text, grades).map((passages) => passages.map(({ exact }) => exact));

describe('where the words of grades stand', () => {
  it('under a grade as a heading, both are quoted', () => {
    const text = 'Hill Primary\nStrong standard\nInclusion\nLeaders know.\nExpected standard\nAchievement\nWell.';
    expect(words(text, card('Inclusion', 'Strong standard'), card('Achievement', 'Expected standard'))).toEqual([
      ['Strong standard', 'Inclusion'],
      ['Expected standard', 'Achievement'],
    ]);
  });

  it('in one line or in two, they are one passage', () => {
    const text = 'Report\nAchievement: Expected standard\nInclusion\nNeeds attention\nSafeguarding standards met';
    expect(
      words(
        text,
        card('Achievement', 'Expected standard'),
        card('Inclusion', 'Needs attention'),
        card('Safeguarding', 'Met'),
      ),
    ).toEqual([['Achievement: Expected standard'], ['Inclusion\nNeeds attention'], ['Safeguarding standards met']]);
  });

  it('spelt otherwise, they are quoted as they stand there', () => {
    expect(
      words(
        'Expected standard\nPersonal development and wellbeing',
        card('Personal development and well-being', 'Expected standard'),
      ),
    ).toEqual([['Expected standard', 'Personal development and wellbeing']]);
  });

  it('with another grade above, or none, there is no quote', () => {
    const text = 'Strong standard\nInclusion\nAchievement\nis what pupils reach';
    expect(words(text, card('Inclusion', 'Needs attention'))).toEqual([[]]);
    expect(words('Achievement', card('Achievement', 'Expected standard'))).toEqual([[]]);
    expect(words('', card('Achievement', 'Expected standard'))).toEqual([[]]);
  });

  it('a passage knows its surroundings', () => {
    const text = 'Before\nAchievement: Expected standard\nAfter';
    const [[passage] = []] = gradeQuotes(text, [card('Achievement', 'Expected standard')]);
    expect(passage && text.slice(passage.start, passage.end)).toBe(passage?.exact);
    expect(passage?.suffix).toContain('After');
  });
});
