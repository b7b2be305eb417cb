import { describe, expect, it } from 'vitest';
import { holdsUpn } from '../../../shared/evidence/upn-shape.ts';
import {
  findUpns,
  withoutBegunUpn,
  withoutHalfUpn,
  withoutUpns,
  withoutUpnsIn,
} from '../../../shared/evidence/upns.ts';

// Made up, with the right check letter: school 2001 of authority 801.
const upn = 'H801200001001';
const gone = '█'.repeat(upn.length);

describe('pupils’ numbers in a text', () => {
  it('are found by shape, whole or in parts, and taken out without changing its length', () => {
    for (const one of [
      upn,
      upn.toLowerCase(),
      'B801200001001',
      'A80120000100B',
      'H 801 2000 01 001',
      'Ｈ801200001001',
    ]) {
      const text = `of ${one}, born`;
      expect(withoutUpns(text)).toBe(`of ${'█'.repeat(one.length)}, born`);
    }
    expect(findUpns(`x ${upn}`)).toEqual([{ start: 2, end: 15, certain: true }]);
  });

  it('are not what is longer, shorter or has other letters', () => {
    for (const other of [
      'H80120000100',
      `${upn}4`,
      `X${upn}`,
      '801200001001',
      'HH01200001001',
      '201/3614',
      'EJ1234567',
    ])
      expect(withoutUpns(other)).toBe(other);
  });
});

describe('a value', () => {
  it('is the same one where it holds none, whatever it is', () => {
    const value = { a: ['x', null, 1, { b: 'H80120000100' }], c: new Uint8Array([1]) };
    expect(withoutUpnsIn(value)).toBe(value);
    expect(holdsUpn(value)).toBe(false);
  });

  it('is told to hold one in any of its texts, after any escape', () => {
    for (const text of [upn, `a\n${upn}`, `"${upn}"`, `\u0001${upn}`, `\\${upn}\\`, `é ${upn}`]) {
      expect(holdsUpn({ a: [{ text }] }), text).toBe(true);
      expect(withoutUpnsIn({ a: [{ text }] })).toEqual({ a: [{ text: text.replace(upn, gone) }] });
    }
  });

  it('loses one that words and what stands around them share', () => {
    const passage = { prefix: 'of H8012000', exact: '01001 and', suffix: ' more', start: 3, end: 12 };
    expect(withoutUpnsIn([passage])).toEqual([{ ...passage, prefix: 'of ████████', exact: '█████ and' }]);
  });
});

describe('a number that is being typed', () => {
  it('is out of sight from the digit on that tells of more than a school', () => {
    const seen: string[] = [];
    for (let i = 0; i < upn.length; i++)
      seen.push(withoutBegunUpn(`a ${upn.slice(0, i)} z`, `a ${upn.slice(0, i + 1)} z`));
    expect(seen.slice(0, 8)).toEqual(Array.from({ length: 8 }, (_, i) => `a ${upn.slice(0, i + 1)} z`));
    for (const one of seen.slice(8, 12)) expect(one).toMatch(/^a █+ z$/);
  });

  it('is told in full once something else is typed', () => {
    expect(withoutBegunUpn('X12345678', 'X12345678 ')).toBe('X12345678 ');
    expect(withoutBegunUpn('X12345678', 'X12345678')).toBe('X12345678');
    expect(withoutBegunUpn('X12345678 a', 'X12345678 ab')).toBe('X12345678 ab');
  });

  it('is kept from the disk in whichever field it is', () => {
    const after = { note: 'n', tags: ['t'], pasted: { url: '', title: '', words: 'X123456789' } };
    const before = { ...after, pasted: { ...after.pasted, words: 'X12345678' } };
    expect(withoutHalfUpn(before, after)).toEqual({ ...after, pasted: { ...after.pasted, words: '██████████' } });
    expect(withoutHalfUpn(undefined, { image: undefined, stance: null })).toEqual({ image: undefined, stance: null });
  });
});
