import { describe, expect, it } from 'vitest';
import { tableText, tableWords } from '../../../shared/evidence/table-words.ts';

describe('a table in words', () => {
  it('is its one figure with its headers, or what it is called', () => {
    const one = { caption: 'Absence', columns: ['', 'Rate · 2023/24'], rows: [['Eldshire', '5.5%']] };
    expect(tableWords(one)).toBe('Eldshire · Rate · 2023/24: 5.5%');
    expect(tableWords({ ...one, rows: [['', '5.5%']] })).toBe('Rate · 2023/24: 5.5%');
    expect(tableWords({ ...one, columns: ['', ''], rows: [['', '']] })).toBe('A figure');
    const two = { ...one, rows: [...one.rows, ['Norbrough', 'x']] };
    expect(tableWords(two)).toBe('Absence');
    expect(tableWords({ ...two, caption: '' })).toBe('A table');
    expect(tableText(two)).toBe('Absence\n\tRate · 2023/24\nEldshire\t5.5%\nNorbrough\tx');
  });
});
