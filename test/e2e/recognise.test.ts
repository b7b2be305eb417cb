import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageSource } from '../../shared/evidence/page-source.ts';
import { bundle } from '../bench/bundle.ts';
import { root } from '../tools/run-process.ts';
import { type Chromium, launchChromium } from './chromium.ts';

const fixtures = join(root, 'test/fixtures/sources');
const read = (path: string) => readFileSync(join(fixtures, path), 'utf8');

let chromium: Chromium;
let page: Page;
let script: string;
beforeAll(async () => {
  const code = await bundle(join(root, 'extension/page/recognise/recognise.ts'));
  script = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  chromium = await launchChromium();
  page = await chromium.browser.newPage();
}, 120_000);
afterAll(() => chromium?.close());

/** What is recognised of a page in a real document, in which nothing of the page's own has run. */
async function recognised(url: string, html: string): Promise<PageSource> {
  await page.setContent(html);
  return (await page.evaluate(
    `import(${JSON.stringify(script)}).then((one) => one.recognise(${JSON.stringify(url)}, globalThis.document))`,
  )) as PageSource;
}

const folders = readdirSync(fixtures, { withFileTypes: true }).filter(
  (one) => one.isDirectory() && one.name !== 'hostile',
);

describe('in a real browser', () => {
  it.each(folders.map(({ name }) => name))('pages of %s give what they give the tool', async (folder) => {
    const pages = readdirSync(join(fixtures, folder)).filter((name) => name.endsWith('.html'));
    expect(pages).not.toEqual([]);
    for (const name of pages) {
      const expected = JSON.parse(read(`${folder}/${name.replace('.html', '.json')}`)) as PageSource;
      expect(await recognised(expected.url, read(`${folder}/${name}`)), name).toEqual(expected);
    }
  });

  it('names hide nothing that a document has', async () => {
    const url = 'https://www.get-information-schools.service.gov.uk/Establishments/Establishment/Details/100000';
    expect(await recognised(url, read('hostile/clobbered.html'))).toMatchObject({
      kind: 'gias',
      title: 'Hill Primary School',
      school: 'Hill Primary School',
      urn: '100000',
      laestab: '201/3614',
      ukprn: '10079319',
    });
    // The page does hide them from whoever asks plainly.
    expect(await page.evaluate(() => typeof document.querySelectorAll)).not.toBe('function');
  });
});
