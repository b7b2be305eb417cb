import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { askApart, highlighted, isInView, pressBeside, seeHighlighted, until } from './highlights.ts';
import { saveCard, see, select } from './screens.ts';
import { type Pages, type Sites, startSites } from './sites.ts';

const host = 'https://educationendowmentfoundation.org.uk';
const body = readFileSync(join(import.meta.dirname, '../fixtures/pages/reading-fluency.html'), 'utf8');

const policy = "default-src 'none'; require-trusted-types-for 'script'; sandbox allow-scripts";

/** Pages of a site to which access was given at install. Nothing is asked of the real one. */
const pages: Pages = {
  [`${host}/fluency`]: body,
  [`${host}/frames`]: `<!doctype html><title>Frames</title><p>Around it</p><iframe src="/fluency" width="600" height="300"></iframe>`,
  [`${host}/strict`]: { body, headers: { 'content-security-policy': policy } },
  [`${host}/hostile`]: `<!doctype html><title>Hostile</title>
      <script>
        for (const kind of [Array, Map, String, Range, Node, Element, Document])
          for (const name of Object.getOwnPropertyNames(kind.prototype))
            try { if (name !== 'constructor') kind.prototype[name] = () => { throw new Error('caught') }; } catch {}
        window.chrome = { runtime: { id: 'fake', sendMessage() { document.title = 'caught' } } };
        postMessage({ type: 'clip', body: {} }, '*');
      </script>
      ${body.slice(body.indexOf('<body>'))}
      <form name="body"></form><img name="hidden"><img name="readyState"><form name="createElement"></form>
      <form name="documentElement"></form><form name="getSelection"></form><form name="createRange"></form>
      <form><input name="closest"><input name="childNodes"></form>`,
};

let sites: Sites;
let alone: Alone;
let page: Page;
let panel: Page;
let quote: string;

beforeAll(async () => {
  sites = await startSites(pages);
  alone = await startAlone({ args: sites.args });
  page = await alone.chromium.browser.newPage();
  await page.goto(`${host}/fluency`);
}, 120_000);
afterAll(async () => {
  await alone?.close();
  await sites?.close();
});

describe('on a site to which access was given', () => {
  it('the button beside a selection opens the panel with the card', async () => {
    quote = await select(page, '.lead');
    await pressBeside(page);
    panel = await alone.chromium.panel();
    await panel.waitForSelector('form.card');
    await saveCard(panel, 'From the button');
    await seeHighlighted(page, quote);
    await see(panel, 'On the page');
  });

  it('highlights are there as soon as a page is opened, without a press', async () => {
    await page.reload();
    await seeHighlighted(page, quote);
    await page.goto('about:blank');
    await page.goBack();
    await seeHighlighted(page, quote);
  });

  it('they are there in frames', async () => {
    await page.goto(`${host}/frames`);
    const frame = await page.waitForFrame((one) => one.url().endsWith('/fluency'));
    const inFrame = () => frame.evaluate(() => [...CSS.highlights].flatMap(([, ranges]) => [...ranges].map(String)));
    await until('the words are highlighted', async () => (await inFrame()).length === 1);
    expect(Object.keys(await highlighted(page))).toEqual([]);
    await see(panel, 'From the button');
    await see(panel, 'On the page');
  });

  it('a source opens at its passage, found by us', async () => {
    await page.goto(`${host}/fluency`);
    const last = 'article > p:last-child';
    await page.$eval(last, (element) => element.scrollIntoView());
    const words = await select(page, last);
    await pressBeside(page);
    await panel.waitForSelector('form.card');
    await saveCard(panel, 'At the very end');
    await seeHighlighted(page, quote, words.trim());
    const { browser } = alone.chromium;
    const before = new Set(browser.targets());
    const opened = browser.waitForTarget((target) => target.type() === 'page' && !before.has(target));
    const isFirst = (note: string) => document.querySelector('.entry')?.textContent.includes(note);
    await panel.waitForFunction(isFirst, { polling: 100 }, 'At the very end');
    await panel.locator('.entry a').click();
    const tab = await (await opened).page();
    if (!tab) throw new Error('No tab was opened');
    await tab.waitForSelector(last);
    await until('the passage is in view', () => isInView(tab, last));
    await tab.close();
    await page.bringToFront();
  });

  it('a strict policy of the page changes nothing', async () => {
    await keepFrom('/strict');
  });

  it('a page that breaks its own world and hides its document changes nothing', async () => {
    await keepFrom('/hostile');
    // It was as hostile as it meant to be, and its own `chrome` heard nothing.
    expect(await askApart(page, '[document.forms.length, document.title]')).toEqual([6, 'Hostile']);
  });
});

/** Saves words of another page, opens it anew, and sees them. */
async function keepFrom(path: string): Promise<void> {
  await page.goto(`${host}${path}`);
  await page.bringToFront();
  // By mouse: what a page breaks is its own.
  const point = `(() => {
    const { left, top, height } = document.querySelector('.lead').getBoundingClientRect();
    return { x: left + 60, y: top + height / 4 };
  })()`;
  const { x, y } = await askApart<{ x: number; y: number }>(page, point);
  await page.mouse.click(x, y, { count: 3 });
  await pressBeside(page);
  await panel.waitForSelector('form.card');
  await saveCard(panel, `From ${path}`);
  await see(panel, `From ${path}`);
  await page.reload();
  await see(panel, 'On the page');
}
