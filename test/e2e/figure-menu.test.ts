import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSchool } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { addIndicator } from '../../shared/priorities/indicator.ts';
import { type Display, startDisplay } from '../tools/display.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { actHere, chosenIn, clickCellOf, figurePage } from './figure-screen.ts';
import { press, see, startCluster } from './screens.ts';
import { type Pages, type Sites, startSites } from './sites.ts';

const statistics =
  'https://explore-education-statistics.service.gov.uk/find-statistics/pupil-absence-in-schools-in-england/2023-24';
const frame = 'https://explore-education-statistics.service.gov.uk/inner';
const framed = 'https://www.compare-school-performance.service.gov.uk/framed';
const pages: Pages = {
  [statistics]: figurePage('ees-multi-level'),
  [frame]: figurePage('ees-multi-level'),
  [framed]: `<!doctype html><title>Around</title><h1>Around</h1><iframe width="700" height="500" src="${frame}"></iframe>`,
};

const data = mkdtempSync(join(tmpdir(), 'goldthread-figure-menu-'));
let display: Display;
let worker: LocalWorker;
let sites: Sites;
let ann: Chromium;
let page: Page;
let panel: Page;

beforeAll(async () => {
  [display, worker, sites] = await Promise.all([
    startDisplay(),
    startLocalWorker({ port: 0, data }),
    startSites(pages),
  ]);
  ann = await launchChromium({ display, place: { x: 0, y: 0, width: 1100, height: 860 }, args: sites.args });
  await startCluster(await ann.welcome(), { address: worker.address, cluster: 'Kestrel Vale', name: 'Ann Archer' });
  const tab = await ann.open('sidepanel');
  const about = { about: '', unit: 'percent', direction: 'down', priorities: [] };
  await actHere(tab, worker.address, [
    [addSchool, { id: newId(), name: 'Elm Grove Academy', urn: '100001' }],
    [addIndicator, { id: newId(), ...about, name: 'Overall absence' }],
  ]);
  await tab.close();
  page = await ann.browser.newPage();
}, 120_000);

afterAll(async () => {
  await ann?.close();
  await Promise.all([display?.close(), worker?.stop(), sites?.close()]);
  rmSync(data, { recursive: true, force: true });
});

/** Chooses our second item from the real menu at a point of the page. */
async function chooseAt({ x, y }: { x: number; y: number }, ups = 3): Promise<void> {
  await page.bringToFront();
  await display.activate(ann.process?.pid ?? 0);
  const corner = await page.evaluate(() => ({ x: screenX + 10, y: screenY + outerHeight - innerHeight - 10 }));
  await display.rightClickAt(Math.round(corner.x + x), Math.round(corner.y + y));
  // Behind our own menu: the page's source, 'Inspect'.
  await display.key(...Array<string>(ups).fill('Up'), 'Right', 'Down', 'Return');
  panel = await ann.panel();
}

/** The middle of the cell with these words, in this document. */
async function middleOf(words: string, of: { $$: Page['$$'] } = page): Promise<{ x: number; y: number }> {
  for (const cell of await of.$$('td')) {
    if (!(await cell.evaluate((one) => one.textContent ?? '')).includes(words)) continue;
    await cell.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const box = await cell.boundingBox();
    if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  throw new Error(`No cell says ${words}`);
}

describe('the browser’s own menu on a site of figures', () => {
  it('records the figure on which it was opened, in a panel that it opens', async () => {
    await page.goto(statistics);
    await chooseAt(await middleOf('5.5%'));
    await see(panel, 'What it measures');
    expect(await chosenIn(panel, 'What it measures')).toBe('Overall absence');
    expect(await panel.$eval('form table', (table) => table.textContent)).toContain('5.5%');
    await press(panel, 'Record it');
    await see(panel, 'Recorded for Elm Grove Academy, 2023/24');
  });

  it('another, while the panel is open', async () => {
    await chooseAt(await middleOf('7.4%'));
    await see(panel, 'What it measures');
    expect(await panel.$eval('form table', (table) => table.textContent)).toContain('7.4%');
    await press(panel, 'Cancel');
  });

  it('says what to do next where no figure is', async () => {
    const box = await page.$eval('h1', (heading) => {
      heading.scrollIntoView();
      const { left, top, height } = heading.getBoundingClientRect();
      return { x: left + 5, y: top + height / 2 };
    });
    await chooseAt(box);
    await see(panel, 'There is no figure where you clicked. Click a figure on the page.');
    await clickCellOf(page, '5.9%');
    await see(panel, 'What it measures');
    await press(panel, 'Cancel');
  });

  it('one in a frame', async () => {
    await page.goto(framed);
    const inner = await page.waitForFrame((one) => one.url() === frame);
    await inner.waitForSelector('td');
    // The frame's source, and to load it again, stand behind ours too.
    await chooseAt(await middleOf('5.5%', inner), 5);
    await see(panel, 'What it measures');
    expect(await panel.$eval('form table', (table) => table.textContent)).toContain('5.5%');
  });
});
