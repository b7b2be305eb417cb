import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../extension/page/pdf/reading.ts';
import { figureAt, plainTable } from '../../../../extension/page/pdf/table-figures.ts';
import { type PdfTable, tablesOf } from '../../../../extension/page/pdf/tables.ts';
import { type DrawnLine, makePdf, paragraphs } from '../../../tools/pdf-files.ts';
import { pagesOf } from '../../../tools/pdf-pages.ts';
import { reportCard } from '../../../tools/pdf-reports.ts';

/** Cells at places of their own, one row a line, from the top. */
const grid = (at: readonly number[], rows: readonly (readonly string[])[], top = 700, step = 22): DrawnLine[] =>
  rows.flatMap((cells, i) =>
    cells.flatMap((text, j) => (text === '' ? [] : [{ text, x: at[j] ?? 0, y: top - i * step, size: 11 }])),
  );

const tablesIn = async (lines: readonly DrawnLine[], rotate = 0): Promise<PdfTable[]> =>
  tablesOf(await pagesOf(await makePdf([{ lines, rotate }])));

/** Each row as it is read: what it is of, then its figures. */
const rowsOf = ({ rows }: PdfTable) => rows.map(({ heads, cells }) => [...heads, ...cells.map((one) => one?.text)]);

const at = [60, 200, 300, 400];
const years = [
  ['', '2022/23', '2023/24', '2024/25'],
  ['Attendance', '92.1%', '93.0%', '93.4%'],
  ['Persistent absence', '24.0%', '21.5%', 'SUPP'],
];

describe('the tables of a report card', () => {
  it('are read with their heads, and what stands over them', async () => {
    const [absence, gap, ...others] = tablesOf(await pagesOf(await makePdf(reportCard)));
    expect(others).toEqual([]);
    expect(absence).toMatchObject({
      page: 2,
      over: ['Overall absence', 'Facts and figures used on inspection'],
      columns: [['This school'], ['National average'], ['Compared with national average']],
    });
    expect(absence && rowsOf(absence)).toEqual([
      ['2024/25', '6.1%', '6.9%', 'Below'],
      ['2023/24', '7.4%', '7.1%', 'Close to average'],
      ['2022/23', 'SUPP', '7.4%', 'Not available'],
    ]);
    expect(gap?.columns.at(-1)).toEqual(['School disadvantage gap']);
    expect(gap && plainTable(gap)).toMatchObject({
      caption: 'Disadvantaged pupils: expected standard in reading, writing and maths',
      rows: [
        ['2024/25 (provisional)', '48%', '67%', '–19 pp'],
        ['2023/24 (final)', '45%', '67%', '–22 pp'],
      ],
    });
  });

  it('give figures with their period, unit and place', async () => {
    const pages = await pagesOf(await makePdf(reportCard));
    const reading = readPdf(pages);
    const [absence, gap] = tablesOf(pages);
    const found = absence && figureAt(reading, absence, absence.over, 1, 0);
    expect(found?.figure).toMatchObject({
      row: ['2023/24'],
      column: ['This school'],
      text: '7.4%',
      value: 7.4,
      unit: 'percent',
      period: 'ay:2023',
    });
    expect(found?.passage).toMatchObject({ exact: '7.4%', page: 3, label: '3' });
    expect(reading.text.slice((found?.passage?.start ?? 0) - 8, found?.passage?.start)).toBe('2023/24 ');
    expect(absence && figureAt(reading, absence, absence.over, 2, 0)?.figure.missing).toBe('suppressed');
    expect(gap && figureAt(reading, gap, gap.over, 0, 2)?.figure).toMatchObject({
      value: -19,
      unit: 'pp',
      status: 'provisional',
    });
  });
});

describe('a table', () => {
  it('is read whichever way its page is turned, and in lines without room between them', async () => {
    for (const rotate of [0, 90]) {
      const [table] = await tablesIn(grid(at, years, 700, 14), rotate);
      expect(table && rowsOf(table)).toEqual(years.slice(1));
      expect(table?.columns).toEqual([['2022/23'], ['2023/24'], ['2024/25']]);
    }
  });

  it('may have names of several lines, beside or above the middle of which the figures stand', async () => {
    for (const y of [700, 693.5, 687]) {
      const [table] = await tablesIn([
        ...grid(at, [['', '2023', '2024']], 728),
        { text: 'Pupils who are eligible', x: 60, y: 700 },
        { text: 'for free school meals', x: 60, y: 687 },
        ...grid(at, [['', '48%', '51%']], y),
        ...grid(at, [['All pupils', '60%', '61%']], 655),
      ]);
      expect(table && rowsOf(table)).toEqual([
        ['Pupils who are eligible for free school meals', '48%', '51%'],
        ['All pupils', '60%', '61%'],
      ]);
    }
  });

  it('may have heads over several columns, each with heads of its own', async () => {
    const [table] = await tablesIn([
      { text: 'Reading this year and the last', x: 205, y: 720 },
      { text: 'Writing this year and the last', x: 405, y: 720 },
      ...grid(
        [60, 210, 310, 410, 510],
        [
          ['', '2023', '2024', '2023', '2024'],
          ['School', '61%', '64%', '58%', '60%'],
          ['National', '60%', '62%', '57%', '59%'],
        ],
      ),
    ]);
    expect(table?.columns.map((heads) => heads.join(' · '))).toEqual([
      'Reading this year and the last · 2023',
      'Reading this year and the last · 2024',
      'Writing this year and the last · 2023',
      'Writing this year and the last · 2024',
    ]);
  });

  it('may lack a figure, which stays missing', async () => {
    const [table] = await tablesIn(grid(at, [...years, ['Suspensions', '', '3', '2']]));
    expect(table && rowsOf(table).at(-1)).toEqual(['Suspensions', undefined, '3', '2']);
  });
});

describe('what is not offered, since it would be a guess', () => {
  const offered = async (lines: readonly DrawnLine[]) => (await tablesIn(lines)).length;

  it('is what has no heads, or a column without one', async () => {
    expect(await offered(grid(at, years.slice(1)))).toBe(0);
    expect(await offered(grid(at, [['', '2022/23', '', '2024/25'], ...years.slice(1)]))).toBe(0);
  });

  it('is what has a row without a name', async () => {
    expect(await offered(grid(at, [...years, ['', '1%', '2%', '3%']]))).toBe(0);
  });

  it('is what has two heads of one name, as where that over both is lost', async () => {
    expect(await offered(grid(at, [['', 'School', 'National', 'School'], ...years.slice(1)]))).toBe(0);
  });

  it('is what has a head over the middle of three columns, which may be over all of them', async () => {
    const lines = [
      { text: 'Term', x: 308, y: 714 },
      ...grid(at, [['', 'Autumn', 'Spring', 'Summer'], ...years.slice(1)]),
    ];
    expect(await offered(lines)).toBe(0);
  });

  it('is what has a second line of a name that may be either row’s', async () => {
    const lines = [
      ...grid(at, [['', '2023', '2024']], 720),
      ...grid(at, [['Pupils with help', '48%', '51%'], ['from the school'], ['All pupils', '60%', '61%']], 700, 13),
    ];
    expect(await offered(lines)).toBe(0);
  });

  it('is a page that holds more than people read', () => {
    const items = Array.from({ length: 60_000 }, (_, i) => ({
      str: String(i % 100),
      transform: [1, 0, 0, 1, (i % 300) * 4, Math.floor(i / 300) * 2],
      width: 1,
    }));
    expect(tablesOf([{ items, view: [0, 0, 1200, 400] }])).toEqual([]);
    expect(tablesOf([{ items: items.slice(0, 15_000), view: [0, 0, 1200, 400] }])).toEqual([]);
  });

  it('is prose, in one column or two, and lists', async () => {
    const said = 'In 2023/24 attendance was 93%, and 21% of pupils were absent often, which is 2 more than before.';
    expect(await offered(paragraphs([said, said, said]))).toBe(0);
    const columns = [paragraphs([said, said], { wide: 40 }), paragraphs([said, said], { wide: 40, x: 320 })];
    expect(await offered(columns.flat())).toBe(0);
    expect(
      await offered(
        grid(
          [60, 80],
          [
            ['1.', 'Check 12'],
            ['2.', '13 more'],
            ['3.', '7'],
          ],
        ),
      ),
    ).toBe(0);
  });
});
