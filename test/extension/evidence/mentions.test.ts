import { describe, expect, it } from 'vitest';
import { type Named, nameBegun, namedIn, namesFor, withName } from '../../../extension/evidence/mentions.ts';

const named = (name: string, kind: Named['kind'] = 'member'): Named => ({ kind, id: name.toLowerCase(), name });
const all = [named('Ben Baker'), named('Bénédicte Ali'), named('Ben'), named('Hill View', 'school')];

describe('naming somebody', () => {
  it('begins with an @ at the beginning of a word', () => {
    expect(nameBegun('Hello @Ben B', 12)).toEqual({ from: 6, typed: 'Ben B' });
    expect(nameBegun('@', 1)).toEqual({ from: 0, typed: '' });
    expect(nameBegun('Hello @Ben', 3)).toBeUndefined();
    expect(nameBegun('ann@example.org', 15)).toBeUndefined();
    expect(nameBegun('@Ben\nand', 8)).toBeUndefined();
  });

  it('offers names that begin so, then those in which a word does, whatever the accents', () => {
    expect(namesFor('ben', [all[0], all[1]] as Named[]).map(({ name }) => name)).toEqual([
      'Ben Baker',
      'Bénédicte Ali',
    ]);
    expect(namesFor('view', all).map(({ name }) => name)).toEqual(['Hill View']);
    expect(namesFor('hill view', all)).toEqual([]);
    expect(namesFor('zo', all)).toEqual([]);
  });

  it('puts the name in the place of what was typed', () => {
    expect(withName('So @hi says', 3, 6, 'Hill View')).toEqual({ text: 'So @Hill View says', caret: 14 });
  });

  it('is read from the text itself, the longest name first', () => {
    expect(namedIn('@Ben Baker and @hill view: yes', all)).toEqual({ members: ['ben baker'], schools: ['hill view'] });
    expect(namedIn('@Ben, please', all)).toEqual({ members: ['ben'], schools: [] });
    expect(namedIn('@Bena and a@b.c', all)).toEqual({ members: [], schools: [] });
    const twice = [named('Ann'), { ...named('Ann'), id: 'other' }];
    expect(namedIn('@ann', twice).members).toEqual(['ann', 'other']);
  });
});
