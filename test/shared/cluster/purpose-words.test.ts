import { describe, expect, it } from 'vitest';
import { statesOnlyAResult } from '../../../shared/cluster/purpose-words.ts';

describe('a purpose that only states a result', () => {
  it('is told from one that says why', () => {
    const results = [
      'Improve outcomes for all children',
      'To raise standards and close the gap across our schools.',
      'Ensuring every school is judged good or outstanding by Ofsted',
      'Increase attendance to 96% and reduce suspensions',
      'Deliver better results at KS2',
    ];
    const purposes = [
      'No child in our valley should have to hide that they cannot read. We hold each other to that.',
      'We believe that where a child is born must not decide what they become, and we raise standards because of it.',
      'Our children belong to all of us: what one school learns, every school owes the others.',
      'We will raise attainment together, because our communities have been promised it for too long.',
      'A place where teachers stay',
      '',
    ];
    expect(results.filter((text) => !statesOnlyAResult(text))).toEqual([]);
    expect(purposes.filter((text) => statesOnlyAResult(text))).toEqual([]);
  });

  it('is looked for in a time in proportion to the text', () => {
    expect(statesOnlyAResult(`improve ${'a'.repeat(100_000)} outcomes`)).toBe(true);
  });
});
