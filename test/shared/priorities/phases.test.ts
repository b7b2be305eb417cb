import { describe, expect, it } from 'vitest';
import { likelySchools } from '../../../shared/priorities/phases.ts';
import { newFigures } from './figures.ts';

const { school } = newFigures();
const [hill, vale, dale, mere] = [
  school('hill', { name: 'Hill View Primary School' }),
  school('vale', { name: 'Vale Infant and Nursery School' }),
  school('dale', { name: 'Dale High School' }),
  school('mere', { name: 'Mere Academy' }),
];

describe('the schools that an indicator seems to be for', () => {
  it.each([
    ['Reading at the expected standard, key stage 2', ['hill', 'vale', 'mere']],
    ['Fluent readers Year 4 pupils', ['hill', 'vale', 'mere']],
    ['Phonics check', ['hill', 'vale', 'mere']],
    ['Attainment 8', ['dale', 'mere']],
    ['Grade 5 in GCSE mathematics', ['dale', 'mere']],
    ['Reading age Year 10 pupils', ['dale', 'mere']],
  ])('%s', (words, likely) => {
    expect(likelySchools(words, [hill, vale, dale, mere])).toEqual(likely);
  });

  it('are not guessed where its words or the schools’ say nothing, or both', () => {
    expect(likelySchools('Persistent absence', [hill, dale])).toBeUndefined();
    expect(likelySchools('Reading Year 4 and in Year 7', [hill, dale])).toBeUndefined();
    expect(likelySchools('Key stage 2', [hill, vale, mere])).toBeUndefined();
    expect(likelySchools('Key stage 4', [hill, vale])).toBeUndefined();
  });
});
