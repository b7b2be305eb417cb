import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInspection } from '../../extension/page/pdf/inspection.ts';
import { passageAt } from '../../extension/page/pdf/places.ts';
import { type Reading, readPdf } from '../../extension/page/pdf/reading.ts';
import { tablesOf } from '../../extension/page/pdf/tables.ts';
import { find, matchOf } from '../../shared/evidence/quote.ts';
import { makePdf, paragraphs } from '../tools/pdf-files.ts';
import { pagesOf } from '../tools/pdf-pages.ts';
import { fourGrades, reportCard } from '../tools/pdf-reports.ts';
import { type Chromium, launchChromium } from './chromium.ts';

const quotes = [
  'Staff find it difficult to offer effective feedback, and pupils’ reflections are often superficial at first.',
  'Attendance has improved since the last inspection, but disadvantaged pupils are still absent more often than others.',
];
const between = 'Inspectors saw lessons, met with staff, and looked at the work that pupils had done over the year.';
const words = [between, quotes[0] ?? '', between, between, quotes[1] ?? '', between];

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium({ bare: true });
}, 60_000);
afterAll(() => chromium?.close());

/** What Chromium prints of a document. */
async function printed(html: string): Promise<Uint8Array> {
  const page = await chromium.browser.newPage();
  try {
    await page.setContent(
      `<!doctype html><html lang="en-GB"><style>body { font: 12px "Liberation Serif" }</style>${html}</html>`,
    );
    return await page.pdf({ format: 'A4' });
  } finally {
    await page.close();
  }
}

const readingOf = async (bytes: Uint8Array): Promise<Reading> => readPdf(await pagesOf(bytes));
const office = (name: string) => readFileSync(join(import.meta.dirname, `../fixtures/pdf/${name}.pdf`));
const said = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const cut = (texts: readonly string[]) => texts.map((text) => text.replace(/\b(\w{4})(\w{5,})\b/g, '$1\u00ad$2'));

/** Each of the quotes, taken in one file, is found whole in another. */
function expectFound(from: Reading, into: Reading, all: readonly string[] = quotes): void {
  for (const quote of all) {
    const at = from.text.indexOf(quote);
    expect(at, quote).toBeGreaterThan(-1);
    const passage = passageAt(from, at, at + quote.length);
    const found = passage && find(into.text, passage);
    expect(found && into.text.slice(found.start, found.end)).toBe(quote);
    expect(found && matchOf(found.score)).toBe('found');
  }
}

/** As a file may be set: what is drawn here, and what another producer makes of the same words. */
const kinds = {
  'one column': { ours: { lines: paragraphs(words) }, html: () => said(words) },
  'two columns': {
    ours: {
      lines: [...paragraphs(words.slice(0, 3), { wide: 40 }), ...paragraphs(words.slice(3), { wide: 40, x: 320 })],
    },
    html: () => `<div style="columns: 2; text-align: justify">${said(words)}</div>`,
  },
  'words cut at the ends of lines, and ligatures': {
    ours: { lines: paragraphs(words, { wide: 30 }) },
    html: () =>
      `<div style="width: 170px; text-align: justify; hyphens: manual; font-variant-ligatures: common-ligatures">${said(cut(words))}</div>`,
  },
  'a page that is turned': { ours: { lines: paragraphs(words), rotate: 90 }, html: () => said(words) },
  'words that stand sideways': {
    ours: { lines: words.map((text, i) => ({ text, x: 100 + i * 40, y: 60, turn: 90 })) },
    html: () =>
      `<div style="transform: rotate(90deg) translate(0, -700px); transform-origin: 0 0; width: 700px">${said(words)}</div>`,
  },
};

describe.each(Object.entries(kinds))('a file of %s', (_, { ours, html }) => {
  it('keeps its quotes in what Chromium prints, and gives quotes that are found in ours', async () => {
    const [first, second] = [await readingOf(await makePdf([ours])), await readingOf(await printed(html()))];
    expectFound(first, second);
    expectFound(second, first);
  });
});

describe('a file that LibreOffice makes', () => {
  it.each(['columns', 'wide'])(
    'holds the quotes of ours, and gives quotes that are found in ours (%s)',
    async (name) => {
      const [first, second] = [
        await readingOf(await makePdf([{ lines: paragraphs(words) }])),
        await readingOf(office(name)),
      ];
      const there = name === 'wide' ? quotes.slice(0, 1) : quotes;
      expectFound(first, second, there);
      expectFound(second, first, there);
    },
  );

  it('reads as it was written, without its heads and feet', async () => {
    const { text, pages } = await readingOf(office('columns'));
    expect(pages.map(({ label }) => label)).toEqual(['1', '2']);
    expect(text).not.toContain('Inspection report');
    expect(text.split('\n').filter((line) => /^Paragraph \d+ tells of .* told them\.$/.test(line))).toHaveLength(60);
    expect(text).toContain('Difficult first efforts flow on in the office.');
  });

  it('is read as a report card, its table too', async () => {
    const pages = await pagesOf(office('card'));
    const [here, ours] = [readInspection(readPdf(pages)), readInspection(await readingOf(await makePdf(reportCard)))];
    const plain = (found: typeof here) => found && { ...found, improve: found.improve.map(({ text }) => text) };
    expect(plain(here)).toEqual(plain(ours));
    const [table, ...others] = tablesOf(pages);
    expect(others).toEqual([]);
    expect(table?.over[0]).toBe('Overall absence');
    expect(table?.columns).toEqual([['This school'], ['National average'], ['Compared with national average']]);
    expect(table?.rows.map(({ heads, cells }) => [...heads, ...cells.map((cell) => cell?.text)])).toEqual([
      ['2024/25', '6.1%', '6.9%', 'Below'],
      ['2023/24', '7.4%', '7.1%', 'Close to average'],
      ['2022/23', 'SUPP', '7.4%', 'Not available'],
    ]);
    expectFound(
      await readingOf(await makePdf(reportCard)),
      readPdf(pages),
      ours?.improve.map(({ text }) => text),
    );
  });
});

describe('a report in either format that Chromium prints', () => {
  const steps = [
    'Leaders should make sure that pupils who find reading difficult get the help that they need, so that they catch up quickly.',
    'Governors do not check the use of extra money well enough. They should ask for evidence of what it achieves.',
  ];
  const list = `<ul style="width: 400px">${steps.map((text) => `<li>${text}</li>`).join('')}</ul>`;
  const row = (area: string, grade: string) =>
    `<tr><td style="padding:6px 60px 6px 0">${area}</td><td>${grade}</td></tr>`;
  const reports = {
    card: {
      ours: reportCard,
      html: `<p>Ofsted</p><h1>Report card: Marsh Academy</h1><p>URN: 137654</p><p>Inspection dates: 13 to 14 January 2026</p>
        <p>Report published: 17 February 2026</p><h2>Safeguarding standards met</h2><h2>Inclusion</h2><p>Exceptional</p>
        <h2>Curriculum and teaching</h2><p>Expected standard</p><h2>Achievement</h2><p>Needs attention</p>
        <h2>Next steps</h2>${list}<h2>About this inspection</h2><p>Inspectors spoke to pupils, staff and governors.</p>`,
    },
    grades: {
      ours: fourGrades,
      html: `<h1>Inspection of a good school: Hill Primary School</h1><p>1 Hill Road, Northmarsh NM1 1AA</p>
        <p>Inspection dates: 4 and 5 October 2023</p><h2>Outcome</h2><table>${row('The quality of education', 'Good')}
        ${row('Behaviour and attitudes', 'Outstanding')}${row('Leadership and management', 'Requires improvement')}</table>
        <h2>What is it like to attend this school?</h2><p>Pupils are good company.</p><h2>Safeguarding</h2>
        <p>The arrangements for safeguarding are effective.</p><h2>What does the school need to do to improve?</h2>
        <p>(Information for the school and appropriate authority)</p>${list}<h2>How can I feed back my views?</h2>
        <p>You can use Ofsted Parent View.</p><h2>School details</h2><p>Unique reference number 100000</p>`,
    },
  };

  it.each(Object.entries(reports))('says the same, and holds what to improve (%s)', async (_, { ours, html }) => {
    const [first, second] = [await readingOf(await makePdf(ours)), await readingOf(await printed(html))];
    const [here, there] = [readInspection(first), readInspection(second)];
    const plain = (found: typeof here) => found && { ...found, improve: found.improve.map(({ text }) => text) };
    expect(plain(there)).toEqual(plain(here));
    expect(here?.improve.map(({ text }) => text)).toEqual(steps);
    expectFound(first, second, steps);
    expectFound(second, first, steps);
  });
});
