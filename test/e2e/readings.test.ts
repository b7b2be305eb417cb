import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attendance, startAttendance } from './attendance.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, extensionId, launchChromium } from './chromium.ts';
import { fill, joinCluster, press, see, unfold } from './screens.ts';

let kestrel: Attendance;
let chromium: Chromium;
let log: Page;
let panel: Page;

const choose = (page: Page, label: string, value: string) =>
  page.locator(`::-p-aria([name="${label}"][role="combobox"])`).fill(value);
const tick = (page: Page, words: string) => page.locator(`::-p-text(${words})`).click();
const lastOption = (page: Page) =>
  page.$eval('.targets select', (select) => (select as HTMLSelectElement).options[2]?.value ?? '');
const pictures = (page: Page) =>
  page.$$eval('svg.chart', (all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
/** Waits until the picture of the school in this place says so. */
const pictured = (page: Page, place: number, words: string) =>
  page.waitForFunction(
    (at, wanted) => document.querySelectorAll('svg.chart')[at]?.getAttribute('aria-label')?.includes(wanted),
    { polling: 50 },
    place,
    words,
  );
const rows = (page: Page) => page.$$eval('.progress-table tr', (all) => all.map((row) => row.innerText));

beforeAll(async () => {
  [kestrel, chromium] = await Promise.all([startAttendance(), launchChromium()]);
  await joinCluster(await chromium.welcome(), { link: await kestrel.invitation(), name: 'Cy Cooper' });
  log = await chromium.browser.newPage();
  log.setDefaultTimeout(30_000);
  await log.setViewport({ width: 1280, height: 900 });
  await log.goto(`chrome-extension://${extensionId}/log.html#/so-what`);
  panel = await chromium.open('sidepanel');
});

afterAll(async () => {
  await chromium?.close();
  await kestrel?.close();
});

describe('figures over two years', () => {
  it('are in the picture, in its words and in the table', async () => {
    await log.bringToFront();
    await see(log, 'Days in school');
    await log.waitForSelector('svg.chart');
    expect(await pictures(log)).toEqual([
      'Amberwick Junior. Now 89% (Autumn term 2023/24). Not known yet: nothing to compare with.',
      'Thistledown Lane. Start 90% (Autumn term 2022/23); now 91.5% (Autumn term 2023/24). On the way.',
    ]);
    expect((await rows(log)).at(-1)).toContain('88%, 89%, 90%');
    await see(log, 'Has run for');
    await see(log, 'To be reviewed on 1 July 2098');
    await see(log, 'Mondays are still thin');
  });

  it('are revised, and what stood before is kept', async () => {
    await press(log, 'Enter a figure: Attendance');
    await choose(log, 'School', kestrel.amberwick);
    await choose(log, 'Period', 'term:2023:autumn');
    await see(log, 'In the log: 89%');
    await fill(log, 'Value in %', '89.4%');
    await choose(log, 'How settled is it?', 'revised');
    await press(log, 'Correct it');
    await see(log, 'Entered: 89.4%, Autumn term 2023/24');
    await log.waitForFunction(() => document.activeElement?.textContent === 'Done');
    await see(log, '89.4% (corrected)');
  });

  it('are taken back at once, by the keyboard, and what they replaced holds again', async () => {
    await log.keyboard.press('Tab');
    await log.keyboard.press('Enter');
    await see(log, 'In the log: 89%');
    await see(log, '89% (provisional)');
    await fill(log, 'Value in %', '89.6');
    await press(log, 'Correct it');
    await see(log, 'Entered: 89.6%');
    await press(log, 'Done');
  });

  it('of few pupils are withheld, never zero', async () => {
    await press(log, 'Enter a figure: Attendance');
    await choose(log, 'School', kestrel.amberwick);
    await choose(log, 'Period', 'other');
    await fill(log, 'Which one?', 'Autumn 2024');
    await fill(log, 'Value in %', '50');
    await unfold(log, 'How many pupils, source and note');
    await fill(log, 'How many are in the group?', '9');
    await see(log, 'So few pupils might be recognised.');
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Enter it as suppressed');
    await press(log, 'Enter it');
    await see(log, 'Entered: Suppressed, Autumn term 2024/25');
    await pictured(log, 0, 'suppressed (autumn term 2024/25)');
    await press(log, 'Done');
  });

  it('that cannot be compared cut the line', async () => {
    const before = await log.$$eval('svg.chart', ([, own]) => own?.querySelectorAll('.chart-line').length);
    expect(before).toBe(1);
    await press(log, 'Enter a figure: Attendance');
    await choose(log, 'School', kestrel.thistledown);
    await choose(log, 'Period', 'other');
    await fill(log, 'Which one?', 'Autumn 2024/25');
    await fill(log, 'Value in %', '95');
    await tick(log, 'It cannot be compared with earlier figures');
    await press(log, 'Enter it');
    await see(log, 'Entered: 95%');
    await see(log, '95% (series breaks here)');
    const drawn = await log.$$eval('svg.chart', ([, own]) => ({
      lines: own?.querySelectorAll('.chart-line').length,
      breaks: own?.querySelectorAll('.chart-break').length,
    }));
    expect(drawn).toEqual({ lines: 1, breaks: 1 });
    await see(log, 'the series breaks; set the start and the target anew');
    await press(log, 'Done');
  });

  it('find nothing wrong in the picture, light and dark, narrow and wide', async () => {
    expect(await faultsOf(log)).toEqual([]);
    await log.setViewport({ width: 1280, height: 900 });
  });
});

describe('targets', () => {
  it('are set anew after a break: a start, an own target, and one that goes beyond it', async () => {
    await unfold(log, 'Targets of Thistledown Lane');
    await press(log, 'Change: Start, Thistledown Lane');
    await log.waitForSelector('.targets select');
    await log.select('.targets select', await lastOption(log));
    await press(log, 'Start from it');
    await press(log, 'Set: Own target, Thistledown Lane');
    await fill(log, 'Own target in %', '96');
    await press(log, 'Set it');
    await see(log, '96% by');
    await press(log, 'Set: Stretch target, Thistledown Lane');
    await fill(log, 'Stretch target in %', '95.5');
    await see(log, 'A stretch target goes beyond the school’s own: more than 96%.');
    await fill(log, 'Stretch target in %', '97');
    await fill(log, 'What does the partnership contribute?', 'A shared family worker');
    await press(log, 'Set it');
    await see(log, 'A shared family worker');
    await pictured(log, 1, 'own target 96% by');
    await pictured(log, 1, 'stretch target 97% by');
    expect(await faultsOf(log)).toEqual([]);
    await log.setViewport({ width: 1280, height: 900 });
  });
});

describe('in the panel', () => {
  it('each thread says in a line where we are, what is due and what is new', async () => {
    await panel.bringToFront();
    await see(panel, 'Nothing to compare yet; 2 figures due; 1 new in the log');
  });

  it('a thread opens what it holds, without leaving the page', async () => {
    await panel.locator('button.thread-line').click();
    await panel.waitForSelector('.thread-inside svg.chart');
    await see(panel, 'What is due');
    await see(panel, 'Challenges it: 1');
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('a school that has no start yet is given one there, by keyboard, and the focus comes back', async () => {
    await panel.focus('::-p-aria([name="Enter where it starts: Amberwick Junior, Attendance"][role="button"])');
    await panel.keyboard.press('Enter');
    await panel.waitForFunction(() => document.activeElement instanceof HTMLSelectElement);
    expect(await faultsOf(panel)).toEqual([]);
    // The figure that it has longest.
    await panel.keyboard.press('Home');
    await panel.keyboard.press('Tab');
    await panel.keyboard.press('Enter');
    await panel.waitForFunction(
      (id) => (document.activeElement as HTMLElement).dataset.school === id,
      {},
      kestrel.amberwick,
    );
    await see(panel, 'Amberwick Junior · 89.6% · On the way');
  });
});
