import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../../shared/evidence/formats/bibtex-read.ts';
import { readCsl } from '../../../../shared/evidence/formats/csl-read.ts';
import { isHypothesis, readHypothesis } from '../../../../shared/evidence/formats/hypothesis-read.ts';
import type { Reading } from '../../../../shared/evidence/formats/incoming.ts';
import { readRis } from '../../../../shared/evidence/formats/ris-read.ts';
import { guessMapping, readTable } from '../../../../shared/evidence/formats/table-read.ts';
import { texText } from '../../../../shared/evidence/formats/tex-text.ts';

const titles = ({ entries }: Reading) => entries.map(({ body }) => body.source?.title ?? body.note);
const whys = ({ unread }: Reading) => unread.map(({ at, why }) => [at, why]);

describe('RIS', () => {
  // As Zotero writes it.
  const zotero = [
    'TY  - JOUR',
    'TI  - The effects of talk',
    'AU  - Müller, Ana',
    'AU  - O’Brien, Bo',
    'T2  - Early Child Development and Care',
    'AB  - An abstract that nobody of us wrote.',
    'DA  - 2024/03/01/',
    'PY  - 2024',
    'DO  - 10.1080/03004430.2024.1234567',
    'UR  - https://www.tandfonline.com/doi/full/10.1080/03004430.2024.1234567',
    'N1  - <p>Read p.&nbsp;4 &amp; 5</p><p>again</p>',
    'KW  - oracy',
    'KW  - Oracy',
    'ER  - ',
    '',
  ];

  it('of Zotero becomes pages with what was noted', () => {
    const reading = readRis(zotero.join('\r\n'));
    expect(reading.unread).toEqual([]);
    expect(reading.entries).toEqual([
      {
        at: 1,
        body: {
          what: 'page',
          passages: [],
          source: {
            url: 'https://www.tandfonline.com/doi/full/10.1080/03004430.2024.1234567',
            title: 'The effects of talk',
            author: 'Müller, Ana; O’Brien, Bo',
            site: 'Early Child Development and Care',
            published: '2024-03-01',
            doi: '10.1080/03004430.2024.1234567',
            kind: 'research',
          },
          note: 'Read p. 4 & 5\nagain',
          tags: ['oracy'],
          priorities: [],
        },
      },
    ]);
  });

  it('says line by line what cannot be read, and keeps the rest', () => {
    const text = ['hello', 'TY  - BOOK', 'TI  - Cut off', ...zotero, 'TY  - BOOK', 'ER  - ', 'TY  - BOOK', 'TI  - End'];
    const reading = readRis(text.join('\n'));
    expect(titles(reading)).toEqual(['The effects of talk']);
    expect(whys(reading)).toEqual([
      [1, 'It stands outside of any reference.'],
      [2, 'It has no end (ER): the file may have been cut off.'],
      [19, 'It has no title.'],
      [21, 'It has no end (ER): the file may have been cut off.'],
    ]);
  });

  it('keeps what has no address as a note', () => {
    const [entry] = readRis(
      'TY  - BOOK\nTI  - Visible learning\nAU  - Hattie, John\nPY  - 2009\nPB  - Routledge\nER  - ',
    ).entries;
    expect(entry?.body).toMatchObject({ passages: [], note: 'Hattie, J. (2009) Visible learning. Routledge.' });
    expect(entry?.body.source).toBeUndefined();
  });
});

describe('BibTeX', () => {
  it('is read with its accents, strings and nested braces', () => {
    const reading = readBibtex(`
      @comment{not this}
      @string{jrn = "Early {C}hild"}
      % nor this
      @article{mueller2024,
        title = {The {Effects} of "talk" \\& more},
        author = {M{\\"u}ller, Ana and {The {\\O}resund Group} and others},
        journal = jrn # " Care", year = 2024, month = mar,
        doi = {10.1080/03004430.2024.1234567},
        url = {https://x.example/a\\_b},
        keywords = {oracy, talk},
        annote = "So what?"
      }
      @misc(paren, title = {In parentheses}, url = {https://y.example/})`);
    expect(reading.unread).toEqual([]);
    expect(reading.entries.map(({ body }) => body)).toMatchObject([
      {
        source: {
          title: 'The Effects of "talk" & more',
          author: 'Müller, Ana; The Øresund Group; and others',
          site: 'Early Child Care',
          published: '2024-03',
          doi: '10.1080/03004430.2024.1234567',
          url: 'https://x.example/a_b',
        },
        tags: ['oracy', 'talk'],
        note: 'So what?',
      },
      { source: { title: 'In parentheses', url: 'https://y.example/' } },
    ]);
  });

  it('loses no entry for a broken one beside it', () => {
    const reading = readBibtex(
      '@misc{a, title={One}, url={https://a.example}}\n@misc{b, title={Open\n\n@misc{c, title={Three}, url={https://c.example}}',
    );
    expect(titles(reading)).toEqual(['One', 'Three']);
    expect(whys(reading)).toEqual([[2, 'Its braces, quotes or commas do not fit together.']]);
  });

  it('ends on whatever it is given', () => {
    for (const text of [
      '@',
      '@misc{',
      '@misc{a',
      '@misc{a,',
      '@misc{a, b',
      '@misc{a, b=',
      '@misc{a, b="',
      '}'.repeat(99),
    ]) {
      expect(readBibtex(text).entries, text).toEqual([]);
    }
    expect(readBibtex('@misc{a, title={'.repeat(2000)).entries).toEqual([]);
  });

  it('reads TeX as it looks', () => {
    expect(texText('Caf{\\\'e} na\\"{\\i}ve \\c{c}a \\v S{\\ss} 5\\,000 -- 6')).toContain('Café naïve ça Šß');
    expect(texText('{\\textbackslash}x \\{y\\} 50\\% a\\_b')).toBe('\\x {y} 50% a_b');
  });
});

describe('CSL-JSON', () => {
  it('is read item by item', () => {
    const reading = readCsl([
      {
        id: 'http://zotero.org/users/1/items/A',
        type: 'article-journal',
        title: 'Talk',
        author: [{ family: 'Boer', given: 'Bo', 'non-dropping-particle': 'de' }, { literal: 'EEF' }],
        issued: { 'date-parts': [['2024', 3]] },
        DOI: '10.1000/abc',
      },
      'no item',
      { type: 'book', title: '' },
    ]);
    expect(reading.entries.map(({ body }) => body.source)).toEqual([
      {
        url: 'https://doi.org/10.1000/abc',
        title: 'Talk',
        author: 'de Boer, Bo; EEF',
        published: '2024-03',
        doi: '10.1000/abc',
        kind: 'research',
      },
    ]);
    expect(whys(reading)).toEqual([
      [2, 'It is no reference.'],
      [3, 'It has no title.'],
    ]);
  });
});

describe('annotations of hypothes.is', () => {
  const row = {
    id: 'abc',
    created: '2025-11-04T10:00:00.123456+00:00',
    user: 'acct:ann@hypothes.is',
    uri: 'https://x.example/report',
    text: 'So what?',
    tags: ['oracy'],
    target: [
      {
        source: 'https://x.example/report',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]' },
          { type: 'TextPositionSelector', start: 5, end: 20 },
          { type: 'TextQuoteSelector', exact: 'Pupils talk more', prefix: 'x'.repeat(300), suffix: ' here' },
        ],
      },
    ],
    document: { title: ['A report'] },
  };

  it('are passages of pages, with where they stood', () => {
    const reading = readHypothesis({ total: 1, rows: [row] });
    expect(isHypothesis({ total: 1, rows: [row] })).toBe(true);
    expect(isHypothesis([{ title: 'CSL' }])).toBe(false);
    expect(reading.entries).toMatchObject([
      {
        own: 'hypothesis:abc',
        made: Date.parse(row.created),
        body: {
          what: 'quote',
          passages: [{ exact: 'Pupils talk more', prefix: 'x'.repeat(200), suffix: ' here', start: 5, end: 20 }],
          source: { url: 'https://x.example/report', title: 'A report' },
          note: 'So what?',
          tags: ['oracy'],
        },
      },
    ]);
  });

  it('say which of them cannot be brought in', () => {
    const rows = [
      { ...row, references: ['x'] },
      { ...row, uri: 'urn:x-pdf:1' },
      7,
      { ...row, text: 'x'.repeat(10_001) },
    ];
    expect(whys(readHypothesis(rows)).map(([at]) => at)).toEqual([1, 2, 3, 4]);
  });
});

describe('a table', () => {
  it('is read by a mapping that is guessed from its heads', () => {
    const rows = [
      ['URL', 'Highlight', 'Comment', 'Keywords', 'Title', 'Date', 'Stance'],
      ['https://x.example/', "'=not run", 'So what?', 'a; b', 'A page', '4/11/2025', 'Supports'],
      ['ftp://x', 'quote', '', '', '', '', ''],
      ['', '', '', '', '', '', ''],
      ['', '', '', 'only tags', '', '', ''],
      ['', '', 'a note', '', 'A title', '', 'likes'],
    ];
    const mapping = guessMapping(rows[0] ?? []);
    expect(mapping).toEqual({ url: 0, quote: 1, note: 2, tags: 3, title: 4, published: 5, stance: 6 });
    const reading = readTable(rows, mapping);
    expect(reading.entries.map(({ at, body }) => ({ at, ...body }))).toMatchObject([
      {
        at: 2,
        passages: [{ exact: '=not run' }],
        tags: ['a', 'b'],
        stance: 'supports',
        source: { published: '2025-11-04' },
      },
      { at: 6, note: 'A title\n\na note', passages: [] },
    ]);
    expect(whys(reading)).toEqual([
      [3, '‘ftp://x’ is not an address of the web.'],
      [5, 'It has no quote, no note and no address.'],
    ]);
    expect(guessMapping(['a', 'b'])).toEqual({});
  });
});
