import { describe, expect, it } from 'vitest';
import { mostListed, readSchoolList } from '../../../shared/cluster/school-list.ts';

const read = (text: string, present: { name: string; urn: string; before?: string[] }[] = []) =>
  readSchoolList(text, present);
const [ash, oak] = [
  { name: 'Ash Lane Primary School', urn: '100001' },
  { name: 'Oak Road, Leeds', urn: '100002' },
];

describe('a pasted list of schools', () => {
  it('is understood from a spreadsheet, whatever the order of its columns', () => {
    expect(read('Ash Lane Primary School\t100001\nOak Road, Leeds\t100002').schools).toEqual([ash, oak]);
    expect(read('100001\tAsh Lane Primary School\r\n100002\tOak Road, Leeds\r\n').schools).toEqual([ash, oak]);
    const headed = 'LA\tURN\tSchool name\nCalder\t100001\tAsh Lane Primary School\nCalder\t100002\tOak Road, Leeds';
    expect(read(headed).schools).toEqual([ash, oak]);
  });

  it('is understood from an export with commas and quotation marks', () => {
    const rows = ['URN,LA (name),EstablishmentName', '100001,Calder,Ash Lane Primary School'];
    expect(read([...rows, '100002,"Calder, North","Oak Road, Leeds"'].join('\n')).schools).toEqual([ash, oak]);
  });

  it('is understood from lines as people write them', () => {
    const lines = ['• Ash Lane Primary School (URN 100001)', '100002 – Oak Road, Leeds', 'St Anne’s, urn: 100003'];
    expect(read(lines.join('\n\n')).schools).toEqual([ash, oak, { name: 'St Anne’s', urn: '100003' }]);
  });

  it('says of every other line why nothing was made of it', () => {
    const text = [
      'Dear all',
      'Ash 100001',
      'Ash again 100001',
      'Elm 100009',
      '100010',
      'Two 100011 or 100012',
      '12345',
    ];
    const { schools, left } = read(text.join('\n'), [{ name: 'Elm Grove', urn: '140001', before: ['100009'] }]);
    expect(schools).toEqual([{ name: 'Ash', urn: '100001' }]);
    expect(left).toEqual([
      { line: 'Dear all', why: 'no-urn' },
      { line: 'Ash again 100001', why: 'twice' },
      { line: 'Elm 100009', why: 'there', name: 'Elm Grove' },
      { line: '100010', why: 'no-name' },
      { line: 'Two 100011 or 100012', why: 'several-urns' },
      { line: '12345', why: 'no-urn' },
    ]);
  });

  it('takes no other number for a URN', () => {
    const wrong = ['A 1000011', 'B 801/2345', 'C 200001', 'D 01132 100 001', 'E 9100001'];
    expect(read(wrong.join('\n')).schools).toEqual([]);
  });

  it('is bounded, and nothing in it is more than a name', () => {
    const many = Array.from({ length: 80 }, (_, i) => `School ${'x'.repeat(300)}\t${100_000 + i}`).join('\n');
    const { schools } = read(many);
    expect(schools).toHaveLength(mostListed);
    expect(schools[0]?.name).toHaveLength(160);
    expect(read('Ash\u0000\u0007 Lane\t100001').schools).toEqual([{ name: 'Ash Lane', urn: '100001' }]);
    expect(read('')).toEqual({ schools: [], left: [] });
  });
});
