import { describe, expect, it } from 'vitest';
import { readFigure } from '../../../extension/priorities/scrutiny-figure.ts';
import { guessDirection, guessUnit, withoutUnit } from '../../../extension/priorities/scrutiny-guess.ts';
import { matchSchool } from '../../../extension/priorities/scrutiny-schools.ts';
import { readSheet } from '../../../extension/priorities/scrutiny-sheet.ts';
import { readCells } from '../../../extension/priorities/scrutiny-table.ts';
import type { School } from '../../../shared/cluster/schools.ts';
import type { Record } from '../../../shared/record.ts';

const school = (id: string, name: string, urn: string, before: string[] = []): Record<School> => ({
  kind: 'school',
  id,
  v: 1,
  rev: 1,
  seq: 1,
  body: { name, urn, before },
});

const schools = [
  school('hill', 'Hill View Primary School', '100001'),
  school('vale', 'Vale Church of England Primary School', '100002', ['109999']),
  school('quay', 'Quayside Academy', '100003'),
  school('james', "St James's Catholic Primary School", '100004'),
  school('john', 'St John’s Catholic Primary School', '100005'),
];

/** A sheet that can be read. */
function read(text: string) {
  const result = readSheet(text, schools);
  if (!result.ok) throw new Error(result.why);
  return result.sheet;
}

describe('a cell', () => {
  it.each([
    ['62', 62],
    ['62.4%', 62.4],
    ['62.4 %', 62.4],
    ['−0.3', -0.3],
    ['–0.3', -0.3],
    ['- 0.3', -0.3],
    ['+1.2', 1.2],
    ['.5', 0.5],
    ['1,204', 1204],
    ['1\u00a0204', 1204],
    ['0.5 Above average (0.1 to 0.9)', 0.5],
    ['2024', 2024],
    ['\u00a012\u2009', 12],
    ['3 days', 3],
    ['0', 0],
  ])('%s is a number', (text, value) => expect(readFigure(text)).toMatchObject({ ok: true, value }));

  it.each(['SUPP', 'supp', 'c', 'C', '[c]', '*', 'Suppressed', '<5'])('%s is suppressed, never zero', (text) =>
    expect(readFigure(text)).toMatchObject({ ok: true, value: 'suppressed' }),
  );

  it.each(['z', 'NE', 'N/A', 'x', 'NP', 'LOWCOV', ':', 'not available'])('%s is not produced, never zero', (text) =>
    expect(readFigure(text)).toMatchObject({ ok: true, value: 'not-produced' }),
  );

  it.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['-', 'dash'],
    ['–', 'dash'],
    ['about 60', 'unreadable'],
    ['62-64', 'unreadable'],
    ['12,34', 'unreadable'],
    ['1.2.3', 'unreadable'],
    ['1 204', 'unreadable'],
  ])('‘%s’ is none: %s', (text, why) => expect(readFigure(text)).toEqual({ ok: false, why }));
});

describe('cells', () => {
  it('are parted by tabs, with quotes around new lines and tabs', () =>
    expect(readCells('a\t"b\nc"\r\n\t\r\n1\t"say ""x"""')).toEqual([
      ['a', 'b\nc'],
      ['1', 'say "x"'],
    ]));
  it('are parted by commas where there is no tab', () =>
    expect(readCells('a,"b, c"\n1,"1,204"')).toEqual([
      ['a', 'b, c'],
      ['1', '1,204'],
    ]));
  it('are too many', () => expect(readCells('1\n'.repeat(301))).toBeUndefined());
});

describe('a school', () => {
  it.each([
    ['Hill View Primary School', 'hill', true],
    ['hill view primary school', 'hill', true],
    ['100003', 'quay', true],
    ['URN 109999', 'vale', true],
    ['Hill View', 'hill', false],
    ['Vale CE Primary', 'vale', false],
    ['Quayside Acadmy', 'quay', false],
    ['Quaysde', 'quay', false],
    ["St John's", 'john', false],
    ['St. James', 'james', false],
  ])('%s is %s', (header, id, sure) => expect(matchSchool(header, schools)).toEqual({ school: id, sure }));

  it.each(['', 'Primary School', 'National', 'Average', 'St Catholic', '199999', 'Harbour Academy'])(
    '‘%s’ is none of them',
    (header) => expect(matchSchool(header, schools)).toBeUndefined(),
  );
});

describe('a sheet', () => {
  it('has schools along the top and indicators down the side', () => {
    const sheet = read('Indicator\tHill View\t100002\tNational\nPersistent absence\t22.1%\tSUPP\t20.0%');
    expect(sheet.columns.map(({ matched }) => matched?.school)).toEqual(['hill', 'vale', undefined]);
    expect(sheet.rows).toEqual([{ name: 'Persistent absence', cells: ['22.1%', 'SUPP', '20.0%'] }]);
    expect(sheet.period).toBeUndefined();
  });

  it('may lie on its side', () => {
    const sheet = read('School\tReading\tMaths\nHill View\t70\t71\nQuayside\t60\t61');
    expect(sheet.columns.map(({ matched }) => matched?.school)).toEqual(['hill', 'quay']);
    expect(sheet.rows).toEqual([
      { name: 'Reading', cells: ['70', '60'] },
      { name: 'Maths', cells: ['71', '61'] },
    ]);
  });

  it('names its period in a title, in the corner, in a row or in a column', () => {
    expect(read('Our figures for 2023/24\n\tHill View\nReading\t70').period).toBe('ay:2023');
    expect(read('2023/24\tHill View\nReading\t70').period).toBe('ay:2023');
    const byColumn = read('\tHill View\tHill View\nPeriod\t2022/23\t2023/24\nReading\t68\t70');
    expect(byColumn.columns.map(({ period }) => period)).toEqual(['ay:2022', 'ay:2023']);
    expect(byColumn.rows).toHaveLength(1);
    const headed = read('\tHill View 2022/23\tHill View 2023/24\nReading\t68\t70');
    expect(headed.columns).toMatchObject([
      { period: 'ay:2022', matched: { school: 'hill' } },
      { period: 'ay:2023', matched: { school: 'hill' } },
    ]);
    const byRow = read('Indicator\tPeriod\tHill View\nReading\t2022/23\t68\nReading\t2023/24\t70');
    expect(byRow.rows.map(({ period }) => period)).toEqual(['ay:2022', 'ay:2023']);
    expect(byRow.columns).toHaveLength(1);
  });

  it('is no table without schools along an edge and figures in it', () => {
    expect(readSheet('just words', schools)).toEqual({ ok: false, why: 'no-table' });
    expect(readSheet('Indicator\tHill View', schools)).toEqual({ ok: false, why: 'no-table' });
    expect(readSheet('x\t'.repeat(200), schools)).toEqual({ ok: false, why: 'too-large' });
  });
});

describe('a guess', () => {
  it.each([
    ['Persistent absence (%)', ['22', '18'], 'percent', 'down'],
    ['Reading at the expected standard', ['70%', '61%'], 'percent', 'up'],
    ['Average scaled score, reading', ['103.4', '101'], 'points', 'up'],
    ['Number of suspensions', ['12', '4'], 'count', 'down'],
    ['Days lost', ['3.5'], 'days', 'up'],
    ['Pupils per teacher', ['22.4'], 'ratio', 'up'],
    ['Disadvantage gap', ['-3.2'], 'points', 'down'],
    ['Fluency', ['40.5', '61'], 'percent', 'up'],
  ])('of %s', (name, cells, unit, direction) => {
    expect(guessUnit(name, cells)).toBe(unit);
    expect(guessDirection(name)).toBe(direction);
  });

  it('leaves the unit out of the name', () => {
    expect(withoutUnit('Persistent absence (%)')).toBe('Persistent absence');
    expect(withoutUnit('(%)')).toBe('(%)');
  });
});
