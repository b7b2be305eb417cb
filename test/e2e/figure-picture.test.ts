import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attendance, startAttendance } from './attendance.ts';
import { type Chromium, extensionId, launchChromium } from './chromium.ts';
import { chosenIn, clickCellOf } from './figure-screen.ts';
import { until } from './highlights.ts';
import { joinCluster, press, see, typedIn } from './screens.ts';
import { type Sites, startSites } from './sites.ts';

const address = 'https://explore-education-statistics.service.gov.uk/data-tables/permalink/0f1a2b3c';
const body = `<!doctype html><html lang="en"><title>Attendance - Explore education statistics - GOV.UK</title>
  <h1>Attendance by school</h1>
  <h3 data-testid="keyStat-title">Attendance rate, autumn term 2024/25</h3>
  <p data-testid="keyStat-statistic">93.4%</p>
  <dl><dt>Attendance rate, spring term 2024/25</dt><dd>92.9%</dd></dl>
  <table>
    <caption>Attendance, all pupils</caption>
    <thead>
      <tr><td colspan="2" rowspan="2"></td><th colspan="2" scope="colgroup">Attendance rate</th></tr>
      <tr><th scope="col">Autumn term 2022/23</th><th scope="col">Autumn term 2024/25</th></tr>
    </thead>
    <tbody>
      <tr><th rowspan="2" scope="rowgroup">Eldshire</th><th scope="row">Amberwick Junior</th><td>88.0%</td><td>92.3%</td></tr>
      <tr><th scope="row">Thistledown Lane</th><td>90.0%</td><td>93.1%</td></tr>
    </tbody>
  </table>`;

let kestrel: Attendance;
let sites: Sites;
let chromium: Chromium;
let page: Page;
let panel: Page;
beforeAll(async () => {
  sites = await startSites({ [address]: body });
  [kestrel, chromium] = await Promise.all([startAttendance(), launchChromium({ args: sites.args })]);
  await joinCluster(await chromium.welcome(), { link: await kestrel.invitation(), name: 'Cy Cooper' });
  page = await chromium.browser.newPage();
  await page.goto(address);
  await chromium.pressButton(page);
  panel = await chromium.panel();
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  await Promise.all([kestrel?.close(), sites?.close()]);
});

/** Points at what says so, and takes it. */
async function take(words: string, selector: string): Promise<void> {
  await press(panel, 'Record a figure');
  await see(panel, 'Click a figure on the page');
  await clickCellOf(page, words, selector);
  await see(panel, 'What it measures');
}

describe('a figure of a multi-level table', () => {
  it('is a reading on the picture of its school', async () => {
    await take('92.3%', 'td');
    expect(await chosenIn(panel, 'What it measures')).toBe('Attendance');
    expect(await chosenIn(panel, 'School')).toBe('Amberwick Junior');
    expect(await typedIn(panel, 'Number')).toBe('92.3');
    await press(panel, 'Record it');
    await see(panel, 'Recorded for Amberwick Junior, Autumn term 2024/25');
    const log = await chromium.browser.newPage();
    await log.goto(`chrome-extension://${extensionId}/log.html#/so-what`);
    await log.waitForFunction(
      () =>
        [...document.querySelectorAll('svg.chart')].some((one) =>
          one.getAttribute('aria-label')?.startsWith('Amberwick Junior. Now 92.3% (Autumn term 2024/25).'),
        ),
      { polling: 100 },
    );
    await log.close();
    await page.bringToFront();
  });
});

describe('what else is a figure', () => {
  it('a key statistic', async () => {
    await take('93.4%', '[data-testid="keyStat-statistic"]');
    expect(await typedIn(panel, 'Number')).toBe('93.4');
    expect(await chosenIn(panel, 'What it measures')).toBe('Attendance');
    await press(panel, 'Cancel');
  });

  it('what a term says in a list', async () => {
    await take('92.9%', 'dd');
    expect(await typedIn(panel, 'Number')).toBe('92.9');
    await press(panel, 'Cancel');
  });
});

describe('of a table', () => {
  it('the rows that are selected are kept, and no others', async () => {
    await page.evaluate(() => {
      const row = document.querySelector('tbody tr:last-child');
      if (row) getSelection()?.selectAllChildren(row);
    });
    await press(panel, 'Record a figure');
    await see(panel, 'Click a figure on the page');
    await panel.keyboard.press('ArrowDown');
    await see(panel, 'Keep its table');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('ArrowDown');
    await press(panel, 'Keep its table');
    await panel.waitForSelector('form.card table');
    const rows = () =>
      panel.$$eval('form.card tbody tr', (all) => all.map((one) => [...one.children].map((cell) => cell.textContent)));
    await until('the row is in hand', async () => (await rows()).length === 1);
    expect(await rows()).toEqual([['Eldshire · Thistledown Lane', '90.0%', '93.1%']]);
  });
});
