import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passageAt } from '../../extension/page/pdf/places.ts';
import { type Reading, readPdf } from '../../extension/page/pdf/reading.ts';
import { find, matchOf } from '../../shared/evidence/quote.ts';
import { makePdf, paragraphs } from '../tools/pdf-files.ts';
import { pagesOf } from '../tools/pdf-pages.ts';
import { type Chromium, launchChromium } from './chromium.ts';

const quotes = [
  'Staff find it difficult to offer effective feedback, and pupils’ reflections are often superficial at first.',
  'Attendance has improved since the last inspection, but disadvantaged pupils are still absent more often than others.',
  'Leaders should make sure that the curriculum in the foundation subjects is as well sequenced as it is in English.',
];
const filler = Array.from(
  { length: 60 },
  (_, i) => `Paragraph ${i + 1} tells of what inspectors saw on visit ${i + 1}, and of what teachers told them.`,
);
/** They stand on the first, a middle and the last page. */
const at = [4, 25, 55];
const words = filler.flatMap((text, i) => (at.includes(i) ? [text, quotes[at.indexOf(i)] ?? ''] : [text]));

/** Another producer's file of the same words: two columns, ligatures, words cut at soft hyphens, heads and feet. */
async function printed(chromium: Chromium, columns: number): Promise<Uint8Array> {
  const page = await chromium.browser.newPage();
  try {
    const cut = (text: string) =>
      text
        .replace(/\b(\w{4})(\w{5,})\b/g, '$1\u00ad$2')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;');
    await page.setContent(
      `<!doctype html><html lang="en-GB"><style>body { font: 12px "Liberation Serif", serif; column-count: ${columns};
       text-align: justify; font-variant-ligatures: common-ligatures; hyphens: manual }</style>
       ${words.map((text) => `<p>${cut(text)}</p>`).join('')}</html>`,
    );
    return await page.pdf({
      format: 'A5',
      displayHeaderFooter: true,
      headerTemplate: '<span style="font-size:8px;margin-left:40px">Inspection report: Hill Primary</span>',
      footerTemplate: '<span style="font-size:8px;margin-left:200px">Page <span class="pageNumber"></span></span>',
      margin: { top: '60px', bottom: '60px', left: '40px', right: '40px' },
    });
  } finally {
    await page.close();
  }
}

let chromium: Chromium;
let original: Reading;

beforeAll(async () => {
  chromium = await launchChromium({ bare: true });
  original = readPdf(await pagesOf(await makePdf(pagesFrom(words))));
}, 60_000);
afterAll(() => chromium?.close());

/** As many paragraphs on each page as fit. */
const pagesFrom = (texts: readonly string[]) =>
  Array.from({ length: Math.ceil(texts.length / 9) }, (_, i) => ({
    lines: paragraphs(texts.slice(i * 9, i * 9 + 9), { wide: 70 }),
  }));

describe.each([1, 2])('a file that Chromium prints in columns: %i', (columns) => {
  it('reads as it was written, and holds the quotes that were taken from another producer’s', async () => {
    const reading = readPdf(await pagesOf(await printed(chromium, columns)));
    expect(reading.pages.length).toBeGreaterThan(1);
    expect(reading.pages.map(({ label }) => label)).toEqual(reading.pages.map((_, i) => String(i + 1)));
    expect(reading.text).not.toContain('Inspection report');
    expect(reading.text.split('\n')).toEqual(words);
    for (const quote of quotes) {
      const at = original.text.indexOf(quote);
      const passage = passageAt(original, at, at + quote.length);
      const found = passage && find(reading.text, passage);
      expect(found && reading.text.slice(found.start, found.end)).toBe(quote);
      expect(found && matchOf(found.score)).toBe('found');
    }
  });

  it('gives quotes that are found in the other file, and in a page of the same words', async () => {
    const reading = readPdf(await pagesOf(await printed(chromium, columns)));
    for (const quote of quotes) {
      const at = reading.text.indexOf(quote);
      const passage = passageAt(reading, at, at + quote.length);
      for (const text of [original.text, words.join('\n')]) {
        const found = passage && find(text, passage);
        expect(found && text.slice(found.start, found.end)).toBe(quote);
      }
    }
  });
});
