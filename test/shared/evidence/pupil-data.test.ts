import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPupilData, isNeverSaved, withoutUpns } from '../../../shared/evidence/pupil-data.ts';
import { isUln, isUpnChecked } from '../../../shared/evidence/pupil-numbers.ts';
import { isSmallFigure } from '../../../shared/evidence/small-numbers.ts';
import { passages, variants } from './near-misses.ts';

/** What is found, as `kind: words`, with `!` where it is certain. */
const found = (text: string) =>
  findPupilData(text).map(({ kind, start, end, certain }) => `${kind}${certain ? '!' : ''}: ${text.slice(start, end)}`);

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A UPN with its check letter, by the rule in words: each place times 2 to 13, modulo 23. */
const upnOf = (digits: readonly number[], temporary: boolean): string => {
  const sum = digits.reduce((all, digit, i) => all + digit * (i + 2), 0);
  const last = digits.at(-1) ?? 0;
  return `${letters.charAt(sum % 23)}${digits.slice(0, 11).join('')}${temporary ? letters.charAt(last) : last}`;
};

const upns = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 11 }),
    fc.integer({ min: 0, max: 22 }),
    fc.boolean(),
  )
  .map(([digits, last, temporary]) => upnOf([...digits, temporary ? last : last % 10], temporary));

describe('a unique pupil number', () => {
  it('has the check letter of its digits', () => {
    // 2×8+3×0+4×1+5×2+6×0+7×0+8×0+9×0+10×1+11×0+12×0+13×1 = 53, and 53 modulo 23 is 7: the eighth letter.
    expect(isUpnChecked('H801200001001')).toBe(true);
    expect(isUpnChecked('h801200001001')).toBe(true);
    expect(isUpnChecked('A801200001001')).toBe(false);
    expect(isUpnChecked('H80120000100')).toBe(false);
    // Temporary: C, third from nought, counts 2: 40 + 26 = 66, modulo 23 is 20: X.
    expect(isUpnChecked('X80120000100C')).toBe(true);
    expect(isUpnChecked('X80120000100I')).toBe(false);
  });

  it('is found wherever it stands, whatever stands around it', () => {
    fc.assert(
      fc.property(
        upns,
        fc.constantFrom('', ' ', '(', 'UPN:', 'UPN_', '\n', 'é ', 'https://x.org/?upn=', '\u200b'),
        (upn, before) => {
          const text = `${before}${upn}. Next`;
          const start = before === '\u200b' ? 1 : before.length;
          expect(findPupilData(text)).toContainEqual({ kind: 'upn', start, end: start + 13, certain: true });
        },
      ),
    );
  });

  it('is one by its shape, with a wrong check letter too, in capitals or not', () => {
    expect(found('Pupils A801200001001, i801200001001 and K80120000100A')).toEqual([
      'upn: A801200001001',
      'upn: i801200001001',
      'upn: K80120000100A',
    ]);
  });

  it('is found through characters that show nothing, full-width ones, and in its parts', () => {
    expect(found('H8012\u200b0000\u00ad1001')).toEqual(['upn!: H8012\u200b0000\u00ad1001']);
    expect(found('Ｈ８０１２００００１００１')).toEqual(['upn!: Ｈ８０１２００００１００１']);
    expect(found('H 801 2000 01 001 and H/801/2000/01/001')).toEqual([
      'upn!: H 801 2000 01 001',
      'upn!: H/801/2000/01/001',
    ]);
  });

  it('is no part of something longer', () => {
    expect(found('B9780123456789, H8012000010011, XH801200001001, 1H801200001001, H801200001001a')).toEqual([]);
    expect(found('Table B 2019 2020 2021, A 123 4567 89 013')).toEqual([]);
  });

  it('alone is never saved, and is taken out of a text that keeps its length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(upns, fc.string(), fc.constantFrom(' ', '\u200b', '£3', '07700 900123'))),
        (parts) => {
          const text = parts.join(' ');
          const clean = withoutUpns(text);
          expect(clean.length).toBe(text.length);
          expect(findPupilData(clean).filter(isNeverSaved)).toEqual([]);
        },
      ),
    );
    expect(withoutUpns('of H801200001001, born')).toBe('of █████████████, born');
    expect(findPupilData('jo.bloggs@example.org').some(isNeverSaved)).toBe(false);
  });
});

describe('a unique learner number', () => {
  it('has ten digits of which the last checks the others, and is no ISBN', () => {
    // 1×10 + 2×2 = 14 leaves 3 of 11, which 7 makes up to 10.
    expect(isUln('1000000027')).toBe(true);
    expect(isUln('1000000026')).toBe(false);
    expect(isUln('0000000000')).toBe(false);
    expect(isUln('0140449132')).toBe(false);
    expect(isUln('1840463899')).toBe(false);
  });

  it('is found by its label or its check digit', () => {
    expect(found('ULN: 1000000027')).toEqual(['uln!: 1000000027']);
    expect(found('her unique learner number is 1000000026.')).toEqual(['uln: 1000000026']);
    expect(found('Entries: 1000000027 and 1000000026')).toEqual(['uln: 1000000027']);
    expect(
      found('ISBN 1000000027, account 1000000027, £1000000027, 1000000000, 1000000027.5, ref. 1000000027'),
    ).toEqual([]);
  });
});

describe('what else may be about a pupil', () => {
  it.each([
    ['DOB: 12/03/2014', 'birth!: 12/03/2014'],
    ['D.O.B. 12.03.14', 'birth!: 12.03.14'],
    ['date of birth is 3 May 2014', 'birth!: 3 May 2014'],
    ['Date of birth – 2014-05-03', 'birth!: 2014-05-03'],
    ['Ella Smith, born on 3 May 2014, joined', 'birth: 3 May 2014'],
    ['Ella Smith (born 3rd May 2014)', 'birth: 3rd May 2014'],
    ['Write to jane.smith@elmgrove.example.sch.uk today', 'email!: jane.smith@elmgrove.example.sch.uk'],
    ['mailto:o’neill.j@example.org', 'email!: o’neill.j@example.org'],
    ['Ring 07700 900123', 'phone!: 07700 900123'],
    ['07700900123', 'phone!: 07700900123'],
    ['+44 7700 900123', 'phone!: +44 7700 900123'],
    ['+44 (0)20 7946 0000', 'phone: +44 (0)20 7946 0000'],
    ['Tel: 0207 946 0000', 'phone!: 0207 946 0000'],
    ['(01632) 960123', 'phone: (01632) 960123'],
    ['0161 496 0000', 'phone: 0161 496 0000'],
    ['In the autumn 3 pupils were suspended.', 'small-number: 3 pupils'],
    ['Only two children have EHC plans.', 'small-number: two children'],
    [
      'There were 4 disadvantaged pupils in the cohort, and 1 girl was excluded',
      'small-number: 4 disadvantaged pupils',
    ],
    ['Pupil: Ella Smith', 'name: Ella Smith'],
    ['Pupil name: Ella', 'name!: Ella'],
    ['Name of child: Zoë O’Neill-Smith\nClass: 3', 'name!: Zoë O’Neill-Smith'],
  ])('%j', (text, expected) => expect(found(text)[0]).toBe(expected));

  it('is a list of names with dates, but no single by-line', () => {
    expect(found('Ella Smith 12/03/2014\nJo Bloggs 14/04/2014')).toEqual(['birth: 12/03/2014', 'birth: 14/04/2014']);
    expect(found('Name, DOB\nElla Smith, 12/03/2014')).toEqual(['birth: 12/03/2014']);
    expect(found('Ella Smith 12/03/2014')).toEqual([]);
    expect(found('By Ella Smith, 12/03/2014')).toEqual([]);
    expect(found('Ella Smith, 12/03/2014, is away')).toEqual(['birth: 12/03/2014']);
    expect(found('Ella was born on 3 April 2016')).toEqual(['birth: 3 April 2016']);
    expect(found('Our Academy was born on 1 September 2012')).toEqual([]);
  });

  it.each([
    'https://user:word@example.org/',
    'Children born on 3 May 2014 may start in 2018.',
    'For example, 31 3 1980',
    'Marie Curie, born 7 November 1867',
    'Years 3 and 4 pupils with SEN',
    'groups of 3 pupils with SEN',
    '1 in 5 pupils were excluded',
    'Pupil: Teacher Ratio',
    'Pupil: Thank You',
    '0800 046 8687',
    '0.01234 567890',
    '10.1234/01632 960123'.replace(' ', ''),
  ])('is not %j', (text) => expect(found(text)).toEqual([]));

  it('is a small figure where pupils are counted', () => {
    expect(isSmallFigure(4, null, ['Disadvantaged pupils', 'Number of pupils'])).toBe(true);
    expect(isSmallFigure(3, 'pupils', [])).toBe(true);
    expect(isSmallFigure(1, null, ['Permanent exclusions (number)'])).toBe(true);
    expect(isSmallFigure(3, 'percent', ['Persistently absent'], '3% (2)')).toBe(true);
    expect(isSmallFigure(30, 'percent', ['Persistently absent'], '30% (26)')).toBe(false);
    expect(isSmallFigure(6, null, ['Number of pupils'])).toBe(false);
    expect(isSmallFigure(0, null, ['Number of pupils'])).toBe(false);
    expect(isSmallFigure(null, null, ['Number of pupils'])).toBe(false);
    expect(isSmallFigure(4, 'percent', ['Number of pupils'])).toBe(false);
    expect(isSmallFigure(4, null, ['Percentage of pupils'])).toBe(false);
    expect(isSmallFigure(3, null, ['Number of schools'])).toBe(false);
  });
});

describe('false alarms', { timeout: 60_000 }, () => {
  const alarms = (texts: readonly string[]) => texts.filter((text) => findPupilData(text).length > 0);

  it('are fewer than 1 in 200 of passages full of near misses', () => {
    const texts = variants(12);
    expect(passages.length).toBeGreaterThanOrEqual(60);
    expect(texts.length).toBeGreaterThanOrEqual(800);
    expect(alarms(texts).length, alarms(texts).join('\n')).toBeLessThan(texts.length / 200);
  });

  it('are fewer than 1 in 200 of real prose, e-mail addresses apart', () => {
    const folder = join(import.meta.dirname, '../../fixtures/prose');
    const texts = readdirSync(folder).flatMap((file) => {
      const words = readFileSync(join(folder, file), 'utf8').split(/(?<=\s)/);
      return Array.from({ length: Math.ceil(words.length / 120) }, (_, i) =>
        words.slice(i * 120, i * 120 + 120).join(''),
      );
    });
    expect(texts.length).toBeGreaterThan(1_000);
    const others = texts.filter((text) => findPupilData(text).some(({ kind }) => kind !== 'email'));
    expect(others.length, others.join('\n')).toBeLessThan(texts.length / 200);
  });
});

describe('any text', { timeout: 60_000 }, () => {
  it('has its finds in order, apart, within it', () => {
    const bits = fc.constantFrom(
      'H801200001001',
      '1000000000',
      'DOB ',
      '12/03/2014',
      ' ',
      'a@b.uk',
      '07700 900123',
      '3 pupils',
      ' suspended',
      'Pupil: ',
      'Ella Smith',
      '\u200b',
      '\n',
      '.',
      'https://',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of findPupilData(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    ...['a', 'A1', 'H8', '1', '1 ', '0', '07', '0 ', '+44', 'a@', 'a.', 'a@a.', 'a-', 'Aa ', 'Aa 1/1/12 ', '1/1/12 '],
    ...['3 pupils ', 'two ', '3 a-', 'born ', 'Aa, born ', 'date of birth ', 'dob', 'https://', 'www.', '10.1234/'],
    ...['pupil: ', 'Pupil: Aa ', 'ULN ', '1234567890 ', '\u200b', '█', '\n', '://', 'H 801 '],
  ])('is read in one go when it is 200,000 characters of %j', (bit) => {
    const text = bit.repeat(Math.ceil(200_000 / bit.length));
    expect(findPupilData(`${text} H801200001001`).some(isNeverSaved)).toBe(true);
  });
});
