import { describe, expect, it } from 'vitest';
import type { PdfPage, TextItem } from '../../../../extension/page/pdf/items.ts';
import { passagesBetween, stretchesOf } from '../../../../extension/page/pdf/places.ts';
import { readPdf } from '../../../../extension/page/pdf/reading.ts';
import { find } from '../../../../shared/evidence/quote.ts';
import { column, makePdf, paragraphs } from '../../../tools/pdf-files.ts';
import { pagesOf } from '../../../tools/pdf-pages.ts';

const view = [0, 0, 595, 842];

/** Items as a page draws them, each of them half a point wide for each point of size and character. */
const item = (str: string, x: number, y: number, size = 10): TextItem => ({
  str,
  transform: [size, 0, 0, size, x, y],
  width: str.length * size * 0.5,
});
const page = (...items: TextItem[]): PdfPage => ({ items, view });
const textOf = (...pages: PdfPage[]) => readPdf(pages).text;

describe('a page’s text as it is read', () => {
  it('makes words whole that the end of a line cuts, and leaves the hyphens that are the word’s own', () => {
    const lines = ['Pupils’ atten-', 'dance is a well-', 'known and year-on-', 'year con\u00ad', 'cern for all.'];
    const read = textOf(page(...lines.map((line, i) => item(line, 60, 700 - i * 14))));
    expect(read).toBe('Pupils’ attendance is a well-known and year-on-year concern for all.');
  });

  it('knows from the rest of the file whether a hyphen is the word’s own', () => {
    const lines = ['It is co-operation that counts. With co-', 'operation, decision-', 'making is shared.'];
    const read = textOf(page(...lines.map((line, i) => item(line, 60, 700 - i * 14))));
    expect(read).toBe('It is co-operation that counts. With co-operation, decisionmaking is shared.');
  });

  it('writes ligatures as their letters and leaves out what is there for the printer only', () => {
    expect(textOf(page(item('\ufb01rst e\ufb00ort, di\ufb03cult \ufb02uency, re\u00adading\u200b', 60, 700)))).toBe(
      'first effort, difficult fluency, reading',
    );
  });

  it('joins the lines of a paragraph and parts paragraphs, headings and bullets', () => {
    const read = textOf(
      page(
        item('Next steps', 60, 740, 16),
        item('Leaders should make sure that', 60, 715),
        item('all pupils read well.', 60, 701),
        item('\uf0b7 Check what they know', 60, 687),
        item('and can do', 68, 673),
        item('• Train all staff', 60, 659),
        item('A new paragraph.', 60, 630),
      ),
    );
    expect(read.split('\n')).toEqual([
      'Next steps',
      'Leaders should make sure that all pupils read well.',
      '• Check what they know and can do',
      '• Train all staff',
      'A new paragraph.',
    ]);
  });

  it('joins runs of one line, with a space where one is seen and none where there is none', () => {
    const read = textOf(
      page(
        item('Read', 60, 700),
        item('ing', 80, 700),
        item('well', 98, 700),
        item(' ', 118, 700),
        item('now', 119, 700),
      ),
    );
    expect(read).toBe('Reading well now');
  });
});

/** What stands on one page of a report with a running head and foot. */
const withMargins = (number: number, ...texts: string[]) =>
  page(
    item('Inspection report: Hill Primary', 60, 815, 8),
    ...texts.map((text, i) => item(text, 60, 700 - i * 14)),
    item(`Page ${number} of 3`, 280, 30, 8),
  );

describe('what runs through the pages', () => {
  const reading = readPdf([
    withMargins(1, 'Pupils enjoy', 'learning to'),
    withMargins(2, 'read and write.'),
    withMargins(3, 'They behave well.'),
  ]);

  it('is left out, so that a sentence goes on over the page', () => {
    expect(reading.text).toBe('Pupils enjoy learning to read and write.\nThey behave well.');
  });

  it('gives each page the number that it prints, and its place in the text', () => {
    expect(reading.pages.map(({ label }) => label)).toEqual(['1', '2', '3']);
    expect(reading.pages.map(({ start, end }) => reading.text.slice(start, end).trim())).toEqual([
      'Pupils enjoy learning to',
      'read and write.',
      'They behave well.',
    ]);
  });

  it('has roman numbers too, and the file’s own labels come first', () => {
    const pages = ['iv', 'v', 'vi'].map((number) => page(item('Some words here.', 60, 700), item(number, 290, 30, 8)));
    expect(readPdf(pages).pages.map(({ label }) => label)).toEqual(['iv', 'v', 'vi']);
    expect(readPdf(pages.map((one) => ({ ...one, label: 'A' }))).pages[0]?.label).toBe('A');
  });

  it('is not what stands once, nor a number in the middle of a page', () => {
    const read = textOf(
      page(item('A title', 60, 815), item('12', 60, 400)),
      page(item('Another', 60, 815), item('19', 60, 400)),
    );
    expect(read).toContain('A title');
    expect(read).toContain('12');
  });
});

describe('columns', () => {
  const left = [
    'The quality of the curriculum',
    'is high in all year groups and',
    'leaders have thought about it',
    'with great care for everyone.',
    'They review it every term.',
  ];
  const right = [
    'Attendance has risen this year',
    'and is now above the average',
    'for schools of the same kind.',
    'Pupils say that they feel safe',
    'and they are proud of it too.',
  ];
  const heading = item('What we found in the whole of the school this year', 60, 740, 14);

  it('are read one after the other, whether they are drawn so or across', () => {
    const ofLeft = left.map((text, i) => item(text, 60, 700 - i * 14));
    const ofRight = right.map((text, i) => item(text, 320, 700 - i * 14));
    const across = ofLeft.flatMap((one, i) => [one, ofRight[i] as TextItem]);
    const wanted = `What we found in the whole of the school this year\n${left.join(' ')}\n${right.join(' ')}`;
    expect(textOf(page(heading, ...ofLeft, ...ofRight))).toBe(wanted);
    expect(textOf(page(heading, ...across))).toBe(wanted);
  });

  it('are not the cells of a table, which is read across', () => {
    const rows = [
      ['2023', '62'],
      ['2024', '65'],
      ['2025', '66'],
      ['2026', '71'],
      ['Average', '68'],
    ];
    const read = textOf(
      page(...rows.flatMap(([a = '', b = ''], i) => [item(a, 60, 700 - i * 14), item(b, 320, 700 - i * 14)])),
    );
    expect(read.split('\n').join(' ')).toBe('2023 62 2024 65 2025 66 2026 71 Average 68');
  });
});

describe('places', () => {
  const reading = readPdf([
    withMargins(1, 'The \ufb01rst atten-', 'dance figures'),
    withMargins(2, 'are high.'),
    withMargins(3, 'More.'),
  ]);

  it('give a passage from two points of what is drawn, over the foot of a page', () => {
    const [passage, ...others] = passagesBetween(reading, { page: 0, item: 1, char: 4 }, { page: 1, item: 1, char: 3 });
    expect(others).toEqual([]);
    expect(passage).toMatchObject({ exact: 'first attendance figures are', page: 1, label: '1' });
    expect(reading.text.slice(passage?.start, passage?.end)).toBe('first attendance figures are');
  });

  it('lead back to what is drawn', () => {
    const at = reading.text.indexOf('attendance');
    expect(stretchesOf(reading, at, at + 'attendance'.length)).toEqual([
      { page: 0, item: 1, from: 9, to: 14 },
      { page: 0, item: 2, from: 0, to: 5 },
    ]);
  });

  it('hold no passage where only what runs through the pages is selected', () => {
    expect(passagesBetween(reading, { page: 0, item: 0, char: 0 }, { page: 0, item: 0, char: 10 })).toEqual([]);
  });
});

describe('a real file', () => {
  const said =
    'Leaders have put in place a well-sequenced curriculum that helps pupils to remember more of what they have been taught, and teachers check it often.';

  it('is read as it was written, whichever page is turned', async () => {
    for (const rotate of [0, 90]) {
      const reading = readPdf(
        await pagesOf(await makePdf([{ lines: paragraphs(['A heading of it', said, 'Pupils behave well.']), rotate }])),
      );
      expect(reading.text.split('\n')).toEqual(['A heading of it', said, 'Pupils behave well.']);
    }
  });

  it('with text drawn sideways is read as a reader turns it', async () => {
    const lines = ['Pupils read every day', 'and they enjoy it.'].map((text, i) => ({
      text,
      x: 100 + i * 14,
      y: 100,
      turn: 90,
    }));
    expect(readPdf(await pagesOf(await makePdf([{ lines }]))).text).toBe('Pupils read every day and they enjoy it.');
  });

  it('keeps a quote when another sets the same words in other lines and pages', async () => {
    const first = readPdf(await pagesOf(await makePdf([{ lines: paragraphs([said, 'Then more.']) }])));
    const [quote] = passagesBetween(first, { page: 0, item: 0, char: 0 }, { page: 0, item: 99, char: 0 });
    const second = readPdf(
      await pagesOf(
        await makePdf([
          { lines: column(['A cover'], {}) },
          { lines: paragraphs(['Before it.', said, 'Then more.'], { wide: 40 }) },
        ]),
      ),
    );
    const found = quote && find(second.text, { ...quote, exact: said });
    expect(found && second.text.slice(found.start, found.end)).toBe(said);
  });

  it('without text says so, page by page', async () => {
    const reading = readPdf(
      await pagesOf(await makePdf([{ lines: [], scan: true }, { lines: paragraphs(['Words.']) }])),
    );
    expect(reading.pages.map(({ wordless }) => wordless)).toEqual([true, false]);
  });
});
