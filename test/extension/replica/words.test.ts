import { describe, expect, it } from 'vitest';
import { wordsAsked, wordsOf } from '../../../extension/replica/words.ts';

const finds = (typed: string, text: string) => wordsAsked(typed)?.(wordsOf(text));

describe('words in a text', () => {
  it('are found in whatever case, with or without accents, in any order', () => {
    const text = 'The Café was NAÏVE; 12.5% of Straße pupils’ reading improved.';
    for (const typed of [
      'cafe',
      'CAFÉ naïve',
      'naive the',
      'strasse',
      'reading pupils',
      '12.5',
      'improved.',
      'café,',
    ]) {
      expect(finds(typed, text), typed).toBe(true);
    }
  });

  it('must all be there, whole, but for the last, which may be only begun', () => {
    expect(finds('reading impr', 'reading improved')).toBe(true);
    expect(finds('impr reading', 'reading improved')).toBe(false);
    expect(finds('reading maths', 'reading improved')).toBe(false);
    expect(finds('ading', 'reading')).toBe(false);
    expect(finds('read', 'reading')).toBe(true);
  });

  it('ask nothing where nothing was typed', () => {
    for (const typed of ['', '  ', ' … ', '“”']) expect(wordsAsked(typed)).toBeUndefined();
  });

  it('are the same by the short way as by the long one', () => {
    const plain = 'Don’t stop: Ten minutes - a day_(or two)…'.replace(/[’…]/g, "'");
    expect(wordsOf(plain)).toBe(wordsOf(`${plain}é`).replace(/ ?e $/, ' '));
    expect(wordsOf(plain)).toBe(' don t stop ten minutes a day or two ');
  });
});
