import { describe, expect, it } from 'vitest';
import { concepts, mentionsIn } from '../../../shared/priorities/field-terms.ts';
import { readWords } from '../../../shared/priorities/suggest-words.ts';

const kinds = ['sure', 'likely', 'hint', 'not'] as const;
const termsOf = (list: string): string[] => list.split(',').flatMap((term) => term.trim().replace(/\s+/g, ' ') || []);

describe("the field's words", () => {
  it('name subjects that there are', () => {
    expect(Object.keys(concepts).length).toBeGreaterThan(25);
    for (const { near, akin = [] } of Object.values(concepts)) {
      for (const name of [...near, ...akin]) expect(Object.keys(concepts)).toContain(name);
    }
  });

  it('say of each term one thing for each subject', () => {
    const twice = Object.entries(concepts).flatMap(([name, concept]) => {
      const all = kinds.flatMap((kind) => termsOf(concept[kind]));
      return all.filter((term, i) => all.indexOf(term) !== i).map((term) => `${name}: ${term}`);
    });
    expect(twice).toEqual([]);
  });

  it('are found where they stand, and what is not meant is not', () => {
    for (const [name, concept] of Object.entries(concepts)) {
      for (const term of termsOf(concept.sure)) {
        const found = mentionsIn(readWords(`So ${term.replace('…', 'the')} it is.`));
        expect(
          found.some(({ of }) => of.has(name)),
          `${name}: ${term}`,
        ).toBe(true);
      }
      for (const term of termsOf(concept.not)) {
        const words = readWords(term.replace('…', 'the'));
        const whole = mentionsIn(words).find(({ from, to }) => from === 0 && to === words.length);
        expect(whole?.of.has(name) ?? false, `${name}, not: ${term}`).toBe(false);
      }
    }
  });
});
