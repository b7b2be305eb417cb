import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../bench/bundle.ts';
import { findChromium } from '../tools/browsers.ts';
import { root } from '../tools/run-process.ts';

const folder = join(import.meta.dirname, '../fixtures/figures');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.html') ? [file.slice(0, -5)] : []));

let browser: Browser;
let code: string;
beforeAll(async () => {
  code = await bundle(join(root, 'extension/page/figures/figures.ts'));
  const found = findChromium();
  if (!found) throw new Error('Chromium is missing');
  browser = await puppeteer.launch({
    executablePath: found.path,
    pipe: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
afterAll(() => browser?.close());

/** The figures of a page as Chromium's own document gives them. */
async function read(html: string): Promise<unknown[]> {
  const page = await browser.newPage();
  await page.setContent(html);
  // As words: what builds tests would make something of its own of an import within.
  const figures = await page.evaluate(
    `import(${JSON.stringify(`data:text/javascript,${encodeURIComponent(code)}`)}).then(({ figuresOf }) =>
      [...figuresOf(document)].map(({ figure, place }) => ({ ...figure, place })))`,
  );
  await page.close();
  return figures as unknown[];
}

const table = '<table id=t><tr><td><th>2023/24<tr><th>Absence<td>7.1%</table>';

describe('figures in Chromium', () => {
  it.each(names)('are those of %s', async (name) => {
    const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
    expect(await read(readFileSync(join(folder, `${name}.html`), 'utf8'))).toEqual(expected);
  });

  it('are read where a form and a document hide what is their own', async () => {
    const own = [
      ...['firstChild', 'nextSibling', 'parentNode', 'nodeType', 'tagName', 'nodeName', 'data', 'textContent'],
      ...['getAttribute', 'querySelectorAll', 'getElementById', 'childNodes', 'children', 'attributes', '__proto__'],
    ];
    const inputs = own.map((name) => `<input name="${name}">`).join('');
    const images = own.map((name) => `<img name="${name}" id="${name}">`).join('');
    const inside = table.replace('7.1%', `<form>${inputs}7.1%</form>`);
    const expected = [{ row: ['Absence'], column: ['2023/24'], value: 7.1, unit: 'percent', period: 'ay:2023' }];
    expect(await read(`${images}<form>${inputs}<h2>Absence</h2>${inside}</form>`)).toMatchObject(expected);
  });

  it('are told soon of a table of 100,000 cells', async () => {
    const rows = Array.from({ length: 11_112 }, (_, i) => `<tr><th>r${i}${`<td>${i}.5%`.repeat(9)}`);
    expect(await read(`<table><tr><td>${'<th>2023/24'.repeat(9)}${rows.join('')}</table>`)).toHaveLength(100_008);
  });
});
