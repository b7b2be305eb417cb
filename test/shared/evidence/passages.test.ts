import fc from 'fast-check';
import { describe as about, expect, it } from 'vitest';
import { joinPassages } from '../../../shared/evidence/passages.ts';
import { describe } from '../../../shared/evidence/quote.ts';
import { trimPassage, wordsOf } from '../../../shared/evidence/trim.ts';

const text = 'One two three four five six seven eight nine ten. '.repeat(4).trim();
const exacts = (passages: readonly { exact: string }[] | undefined) => passages?.map(({ exact }) => exact);

about('a trimmed passage', () => {
  it('is what it would be had it been selected so', () => {
    const place = fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.nat(text.length), fc.nat(text.length));
    fc.assert(
      fc.property(place, (places) => {
        const [start = 0, from = 0, to = 0, end = 0] = [...places].sort((a, b) => a - b);
        fc.pre(from < to);
        const trimmed = trimPassage(describe(text, start, end), from - start, to - start);
        expect(trimmed).toEqual(describe(text, from, to));
      }),
    );
  });

  it('has no place where the whole had none', () => {
    const whole = { exact: 'one two', prefix: '', suffix: '', start: 0, end: 0 };
    expect(trimPassage(whole, 4, 7)).toEqual({ exact: 'two', prefix: 'one ', suffix: '', start: 0, end: 0 });
  });
});

about('words', () => {
  it('are found with and without spaces between them', () => {
    expect(wordsOf(' One, two. ')).toEqual([
      { from: 1, to: 5 },
      { from: 6, to: 10 },
    ]);
    const unspaced = '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗い。';
    const words = wordsOf(unspaced);
    expect(words.length).toBeGreaterThan(10);
    expect(words.map(({ from, to }) => unspaced.slice(from, to)).join('')).toBe(unspaced);
    expect(wordsOf('')).toEqual([]);
  });
});

about('passages of one page', () => {
  const [a, b, c] = [describe(text, 0, 7), describe(text, 20, 30), describe(text, 40, 50)];
  it('stand in its order, whichever was taken first', () => {
    expect(joinPassages([c, a], [b])).toEqual([a, b, c]);
  });

  it('give way to a new selection that overlaps them', () => {
    const wider = describe(text, 18, 33);
    expect(joinPassages([a, b, c], [wider])).toEqual([a, wider, c]);
    expect(joinPassages([a, wider, c], [b])).toEqual([a, b, c]);
  });

  it('keep both where neither has a place', () => {
    const loose = (exact: string) => ({ exact, prefix: '', suffix: '', start: 0, end: 0 });
    expect(exacts(joinPassages([loose('x'), loose('y')], [loose('x'), loose('z')]))).toEqual(['y', 'x', 'z']);
  });

  it('are not more than one piece of evidence holds', () => {
    const many = Array.from({ length: 20 }, (_, i) => describe(text, i * 4, i * 4 + 2));
    expect(joinPassages(many, [describe(text, 100, 104)])).toBeUndefined();
    const long = { ...a, exact: 'x'.repeat(39_000) };
    expect(joinPassages([long], [{ ...c, exact: 'y'.repeat(1001) }])).toBeUndefined();
  });
});
