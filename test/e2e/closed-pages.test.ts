import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Display, startDisplay } from '../tools/display.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { press, saveCard, see, startCluster, textOf } from './screens.ts';

/** A PDF of one page with one line. */
const pdf = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
  '4 0 obj<</Length 47>>stream',
  'BT /F1 18 Tf 20 100 Td (Words of a report) Tj ET',
  'endstream endobj',
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n');
const words = 'The words inside the frame are worth keeping, are they not?';

const data = mkdtempSync(join(tmpdir(), 'goldthread-closed-'));
const server = createServer(({ url, headers }, answer) => {
  const other = `http://localhost:${headers.host?.split(':')[1]}`;
  const frame = (from: string) => `<iframe width="600" height="300" src="${from}/inner"></iframe>`;
  const pages: { [path: string]: string } = {
    '/inner': `<title>Inner</title><p id="here">${words}</p>`,
    '/same': `<title>Outer</title><p>Around it</p>${frame('')}`,
    '/other': `<title>Outer</title><p>Around it</p>${frame(other)}`,
  };
  if (url === '/report.pdf') answer.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
  else answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pages[url ?? ''] ?? '');
});

let display: Display;
let worker: LocalWorker;
let chromium: Chromium;
let panel: Page;
let site: string;

beforeAll(async () => {
  [display, worker] = await Promise.all([startDisplay(), startLocalWorker({ port: 0, data })]);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  chromium = await launchChromium({ display, place: { x: 0, y: 0, width: 1000, height: 860 } });
  const founding = { address: worker.address, cluster: 'Kestrel Vale', name: 'Ann Archer' };
  await startCluster(await chromium.welcome(), founding);
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  await Promise.all([display?.close(), worker?.stop()]);
  server.closeAllConnections();
  server.close();
  rmSync(data, { recursive: true, force: true });
});

/** Opens a page in front. */
async function read(address: string): Promise<Page> {
  const page = await chromium.browser.newPage();
  await page.goto(address);
  await page.bringToFront();
  await display.activate(chromium.process?.pid ?? 0);
  return page;
}

/** Presses the button on it. */
async function pressOn(page: Page): Promise<void> {
  await chromium.pressButton(page);
  panel = await chromium.panel();
}

/** Selects the words in the frame of a page, as a reader does. */
async function selectInFrame(page: Page): Promise<void> {
  const frame = await page.waitForFrame((one) => one.url().endsWith('/inner'));
  const here = await frame.waitForSelector('#here');
  await here?.click({ count: 3 });
}

describe('a page into which no extension may go', () => {
  it.each([['chrome://version'], ['view-source:']])('says so, and what to do instead: %s', async (address) => {
    const page = await read(address === 'view-source:' ? `view-source:${site}/inner` : address);
    await pressOn(page);
    await see(panel, 'No extension may go into this page.');
    await see(panel, 'Copy the words and write a note with them.');
    await see(panel, 'Write a note');
    await page.close();
  });
});

describe('a PDF in the browser’s own viewer', () => {
  it('opens in our reader by the button, and the whole of it can be kept', async () => {
    const page = await read(`${site}/report.pdf`);
    await pressOn(page);
    await page.waitForSelector('.textLayer span');
    await page.bringToFront();
    await press(panel, 'Take the whole page');
    await see(panel, 'The whole page');
    await saveCard(panel, 'All of the report');
    await see(panel, 'In the log');
    expect(await textOf(panel)).not.toContain('No longer on this page');
    await page.close();
  });
});

describe('words in a frame', () => {
  it('of the same site are taken by the button; the whole page is still the page around it', async () => {
    const page = await read(`${site}/same`);
    await selectInFrame(page);
    await pressOn(page);
    await see(panel, words);
    await press(panel, 'Discard');
    await page.bringToFront();
    await press(panel, 'Take the whole page');
    await panel.waitForSelector('form.card');
    expect(await panel.$eval('form.card', (card) => card.textContent)).toContain('Outer');
    await press(panel, 'Discard');
    await page.close();
  });

  it('of another site are not seen by the button, which says how to take them: by the menu', async () => {
    const page = await read(`${site}/other`);
    await selectInFrame(page);
    await pressOn(page);
    await see(panel, 'The words may be in a part of this page that comes from another site.');
    const frame = await page.waitForFrame((one) => one.url().endsWith('/inner'));
    await selectInFrame(page);
    const box = await (await frame.$('#here'))?.boundingBox();
    const corner = await page.evaluate(() => ({ x: screenX + 10, y: screenY + outerHeight - innerHeight - 10 }));
    await display.activate(chromium.process?.pid ?? 0);
    await display.rightClickAt(Math.round(corner.x + (box?.x ?? 0) + 40), Math.round(corner.y + (box?.y ?? 0) + 10));
    await display.key('Up', 'Up', 'Return');
    await see(panel, words);
    // Where the words are: what is opened from the log is the frame's own document.
    expect(await panel.$eval('form.card', (card) => card.textContent)).toContain('localhost');
    await press(panel, 'Discard');
    await page.close();
  });
});
