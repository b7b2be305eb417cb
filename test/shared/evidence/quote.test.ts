import * as fc from 'fast-check';
import { describe as context, expect, it } from 'vitest';
import { describe, find, foldText, matchOf, type Passage, type Selector } from '../../../shared/evidence/quote.ts';

const page = `Attendance fell in the autumn term, most among pupils in Year 9.
Schools that telephoned families on the first morning saw absence fall by 1.5 points within two terms.
The report recommends that clusters share one attendance officer, paid for together.
Schools that wrote to families on the first morning saw no change in absence at all.
Persistent absence remains highest where transport is poor, and lowest in the two smallest schools.`;

const quote = 'Schools that telephoned families on the first morning saw absence fall by 1.5 points within two terms.';

function passageOf(text: string, exact: string): Passage {
  const start = text.indexOf(exact);
  return describe(text, start, start + exact.length);
}

const clipped = passageOf(page, quote);

/** What is found, with the words in their place. */
function foundIn(text: string, passage: Selector) {
  const found = find(foldText(text), passage);
  expect(find(text, passage)).toEqual(found);
  return found && { match: matchOf(found.score), words: text.slice(found.start, found.end) };
}

context('a quote is found again', () => {
  it('where it stood, and where it moved to', () => {
    expect(find(page, clipped)).toEqual({ start: clipped.start, end: clipped.end, score: 1 });
    expect(foundIn(`${'Menu Home About us\n'.repeat(40)}${page}`, clipped)).toEqual({ match: 'found', words: quote });
    const [first = '', second = '', ...others] = page.split('\n');
    expect(foundIn([...others, second, first].join('\n'), clipped)).toEqual({ match: 'found', words: quote });
  });

  it('whatever the typography: quotation marks, hyphens, spaces, ligatures, accents, capitals', () => {
    const text =
      'He said: "the office\'s self-evaluation of the café was first-rate" and nobody in the room disagreed.';
    const passage = passageOf(text, '"the office\'s self-evaluation of the café was first-rate"');
    const reset =
      'He said: “the oﬃce’s self‑\nevaluation of  the cafe\u0301 was FIRST\u00adRATE” and nobody disagreed.';
    const found = foundIn(reset, passage);
    expect(found?.match).toBe('found');
    expect(found?.words).toBe('“the oﬃce’s self‑\nevaluation of  the cafe\u0301 was FIRST\u00adRATE”');
  });

  it('when some of its words were edited, and says so', () => {
    const edited = page.replace('telephoned families on the first', 'rang every family on the very first');
    const found = foundIn(edited, clipped);
    expect(found?.match).toBe('edited');
    expect(found?.words).toContain('rang every family on the very first morning saw absence fall');
  });

  it('and a changed figure is an edit, though its digits are the same', () => {
    expect(foundIn(page.replace('1.5 points', '15 points'), clipped)?.match).toBe('edited');
    expect(foundIn(page.replace('1.5 points', '1.6 points'), clipped)?.match).toBe('edited');
  });

  it('without surroundings, as a viewer gives it', () => {
    const bare: Passage = { exact: quote, prefix: '', suffix: '', start: 0, end: quote.length };
    expect(foundIn(page, bare)).toEqual({ match: 'found', words: quote });
    expect(foundIn(page.replaceAll(' ', '\n'), bare)?.match).toBe('found');
    expect(foundIn(page.replace('telephoned', 'rang'), bare)?.match).toBe('edited');
  });

  it('by its words alone, or with as much else as a selector has', () => {
    const { prefix, suffix, start } = clipped;
    for (const rest of [{}, { prefix }, { suffix }, { start }] as Partial<Passage>[]) {
      const bare: Selector = { exact: quote, ...rest };
      expect(find(page, bare)).toEqual({ start: clipped.start, end: clipped.end, score: 1 });
      expect(foundIn(`New. ${page}`, bare)).toEqual({ match: 'found', words: quote });
      expect(foundIn(page.replace('telephoned', 'rang'), bare)?.match).toBe('edited');
      expect(foundIn(page.replace(`${quote}\n`, ''), bare)).toBeNull();
    }
  });

  it('with other characters than ours', () => {
    const text = 'Привет, мир. 学校では出席率が上がった。 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 letters, and 👩‍🏫 teachers, too. المدرسة كبيرة جدا';
    for (const words of ['出席率が上がった', '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 letters', 'المدرسة كبيرة'])
      expect(foundIn(text.replaceAll(' ', '\u00a0'), passageOf(text, words))?.words.replaceAll('\u00a0', ' ')).toBe(
        words,
      );
  });
});

context('never the wrong text', () => {
  it('what was deleted is gone', () => {
    expect(foundIn(page.replace(`${quote}\n`, ''), clipped)).toBeNull();
    expect(foundIn('', clipped)).toBeNull();
    expect(foundIn('Something else altogether is on this page by now. '.repeat(40), clipped)).toBeNull();
  });

  it('of two that are alike, the one that was clipped, also after it moved', () => {
    const twin = 'Schools that wrote to families on the first morning saw no change in absence at all.';
    const [a = '', b = '', c = '', d = '', e = ''] = page.split('\n');
    for (const text of [page, [c, d, e, a, b].join('\n')]) {
      expect(foundIn(text, clipped)?.words).toBe(quote);
      expect(foundIn(text, passageOf(page, twin))?.words).toBe(twin);
    }
  });

  it('of two that are the same, the one with its surroundings', () => {
    const row = (school: string, next: string) => `${school} School\nAbsence is high.\n${next}\n`;
    const text = row('North', 'Phonics is good.') + row('South', 'Music is good.') + row('West', 'Art is good.');
    const start = text.indexOf('Absence is high.', text.indexOf('South'));
    const passage = describe(text, start, start + 16);
    const now = `An introduction that was not here before.\n${text}`;
    expect(find(now, passage)?.start).toBe(start + 42);
  });

  it('and none where a short one has no surroundings and stands in several places', () => {
    const bare: Passage = { exact: 'absence', prefix: '', suffix: '', start: 0, end: 7 };
    expect(find(page, bare)).toBeNull();
    expect(find(page, { ...bare, start: page.indexOf('absence') })?.start).toBe(page.indexOf('absence'));
  });

  it('and a quote without letters is found only as it was', () => {
    const text = 'before the dots … after the dots';
    expect(foundIn(text, passageOf(text, '…'))?.words).toBe('…');
    expect(foundIn('nothing of the kind', passageOf(text, '…'))).toBeNull();
    expect(foundIn(text, { exact: '', prefix: 'before', suffix: '', start: 0, end: 0 })).toBeNull();
  });
});

/** Steps that a search took, whatever the machine. */
function stepsOf(text: string, passage: Passage): number {
  const work = { steps: 0 };
  find(foldText(text), passage, work);
  return work.steps;
}

context('no input makes it hang', () => {
  const long = 2_000_000;
  const bare = (exact: string): Passage => ({ exact, prefix: '', suffix: '', start: 0, end: exact.length });
  const odd = `${'a'.repeat(10_000)}b${'a'.repeat(9_999)}`;
  const hostile: [string, string, Passage][] = [
    ['one character', 'a'.repeat(long), bare(odd)],
    ['one character, another last', 'a'.repeat(long), bare(`${'a'.repeat(19_999)}b`)],
    ['one character, surrounded', 'a'.repeat(long), { ...bare(odd), prefix: 'a'.repeat(200), suffix: 'b'.repeat(200) }],
    ['a period', 'ab'.repeat(long / 2), bare(`${'ab'.repeat(5_000)}c${'ab'.repeat(5_000)}`)],
    ['a longer period', 'the same again '.repeat(long / 15), bare('the same again and '.repeat(1_000))],
    ['spaces only', ' '.repeat(long), bare('words that are not here, whatever is looked at')],
    ['lone surrogates', '\ud800'.repeat(long), bare('\udc00\ud800 with words between \ud800 that are long enough')],
    ['many expansions', '\ufdfa'.repeat(100_000), bare('\ufdfa'.repeat(1_000))],
  ];
  it.each(hostile)('%s', (_, text, passage) => {
    expect(stepsOf(text, passage)).toBeLessThan(40 * long);
  });

  it('and a long quote is found in a long page', () => {
    const words = Array.from({ length: 300_000 }, (_, i) => `word${i.toString(36)}`);
    const text = words.join(' ');
    const passage = describe(text, 1_000_000, 1_020_000);
    expect(find(`new ${text}`, passage)).toEqual({ start: 1_000_004, end: 1_020_004, score: 1 });
    const edited = text.slice(0, 1_010_000) + text.slice(1_010_400);
    const found = find(edited, passage);
    expect(found && matchOf(found.score)).toBe('edited');
    expect(Math.abs((found?.start ?? 0) - 1_000_000)).toBeLessThan(10);
  });
});

context('a page in which several are looked for', () => {
  it('is folded once, and another is folded anew', () => {
    const other = page.replace('telephoned', 'rang');
    const texts = [page, page, other, page, other];
    for (const text of texts)
      expect(find(text, { ...clipped, prefix: '' })).toEqual(find(foldText(text), { ...clipped, prefix: '' }));
  });
});

context('describing', () => {
  it('keeps within the text, whatever the offsets', () => {
    expect(describe('words', -3, 99)).toEqual({ exact: 'words', prefix: '', suffix: '', start: 0, end: 5 });
    expect(describe('words', 4, 2)).toEqual({ exact: '', prefix: 'word', suffix: 's', start: 4, end: 4 });
    expect(describe('words', Number.NaN, 2.7)).toEqual({ exact: 'wo', prefix: '', suffix: 'rds', start: 0, end: 2 });
  });

  it('cuts no character of the surroundings in half', () => {
    const text = `x${'👩'.repeat(60)}here${'👩'.repeat(60)}x`;
    const start = text.indexOf('here');
    for (const [from, to] of [
      [start, start + 4],
      [start + 1, start + 3],
    ] as const) {
      const { prefix, suffix } = describe(text, from, to);
      expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true);
      expect(find(text, describe(text, from, to))).toEqual({ start: from, end: to, score: 1 });
    }
  });
});

context('for any text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  const codes = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));
  const repeated = fc
    .tuple(fc.oneof(codes, fc.constantFrom('a', 'ab', ' ', '\ud800', 'ß', '\ufdfa', 'the same ')), fc.nat(3000))
    .map(([unit, times]) => unit.repeat(times).slice(0, 20_000));

  it('and any selector, of whatever shape, there is an answer after a bounded number of steps', () => {
    const field = fc.oneof(codes, repeated, fc.anything());
    const offset = fc.oneof(fc.integer(), fc.double(), fc.anything());
    const selectors = fc.oneof(
      fc.record({ exact: field, prefix: field, suffix: field, start: offset, end: offset }, { requiredKeys: [] }),
      fc.constantFrom(null, undefined, 7, 'words'),
    );
    void fc.assert(
      fc.property(fc.oneof(codes, repeated), selectors, (whole, selector) => {
        const work = { steps: 0 };
        const found = find(whole, selector as Passage, work);
        expect(work.steps).toBeLessThan(30_000_000);
        if (!found) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(whole.length);
      }),
      { numRuns: 400 },
    );
  });

  it('what was described is found as it was, or is one of several that are the same', () => {
    void fc.assert(
      fc.property(text, fc.nat(300), fc.nat(300), (whole, a, b) => {
        const [start, end] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)];
        fc.pre(end > start);
        expect(find(whole, describe(whole, start, end))).toEqual({ start, end, score: 1 });
      }),
    );
  });

  it('what is found lies in the text', () => {
    void fc.assert(
      fc.property(text, text, text, text, fc.nat(400), (whole, exact, prefix, suffix, start) => {
        const found = find(whole, { exact, prefix, suffix, start, end: start + exact.length });
        if (!found) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(whole.length);
        expect(found.score).toBeGreaterThan(0);
        expect(found.score).toBeLessThanOrEqual(1);
      }),
    );
  });
});
