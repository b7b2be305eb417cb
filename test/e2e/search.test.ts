import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { keepSearch } from '../../shared/evidence/saved-search.ts';
import { newId } from '../../shared/ids.ts';
import { editPriority } from '../../shared/priorities/priority.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { actAs, type Founded, foundAt } from './founded.ts';
import { go } from './log-page.ts';
import { type Filled, fillMany } from './many.ts';
import { fill, joinCluster, press, see, seeGone, unfold } from './screens.ts';

const size = 10_000;
const secret = 'only for this test, thirty-two characters and more';
const data = mkdtempSync(join(tmpdir(), 'goldthread-search-'));
let worker: LocalWorker;
let founded: Founded;
let filled: Filled;
let chromium: Chromium;
let page: Page;

/** What the live region says of what was found. */
const found = (words: string) =>
  expect
    .poll(() => page.evaluate(() => document.querySelector('.search-box [role=status]')?.textContent ?? ''), {
      timeout: 30_000,
    })
    .toBe(words);

/** Types a line in place of what was in it. */
async function search(line: string): Promise<void> {
  await page.focus('.search-line input');
  await page.$eval('.search-line input', (input) => (input as HTMLInputElement).select());
  if (line === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(line);
}

/** What is in the line. */
const line = () => page.$eval('.search-line input', (input) => (input as HTMLInputElement).value);

/** Where the page is, once it has followed what was typed. */
const query = () => page.evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('q') ?? '');

/** The words of the first rows. */
const firstRows = () => page.$$eval('.log-list > li', (rows) => rows.slice(0, 3).map((row) => row.textContent ?? ''));

/** Follows the count of a line of a table, and says what it is. */
async function openCount(title: string, row: string, column: string): Promise<number> {
  // Its place may be there before its counts are.
  const link = await page.waitForFunction(
    (wanted) => {
      const section = [...document.querySelectorAll('section')].find(
        (one) => one.querySelector(':scope > h2')?.textContent === wanted.title,
      );
      const heads = [...(section?.querySelectorAll('thead th') ?? [])].map((head) => head.textContent);
      const line = [...(section?.querySelectorAll('tbody tr') ?? [])].find((one) =>
        one.firstElementChild?.textContent?.includes(wanted.row),
      );
      return line?.children[heads.indexOf(wanted.column)]?.querySelector('a');
    },
    { polling: 100 },
    { title, row, column },
  );
  const count = await page.evaluate((one) => {
    one?.click();
    return Number(one?.textContent?.replaceAll(',', ''));
  }, link);
  expect(count, `${row}, ${column}`).toBeGreaterThan(0);
  return count;
}

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data, vars: { OPERATOR_SECRET: secret } });
  founded = await foundAt(worker.address);
  filled = await fillMany(worker.address, secret, founded, size);
  chromium = await launchChromium();
  await joinCluster(await chromium.welcome(), { link: await founded.link(), name: 'Ben Baker' });
  page = await chromium.open('log');
}, 240_000);

afterAll(async () => {
  await chromium?.close();
  await worker?.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('a search over ten thousand', () => {
  it('finds words in any form, exact phrases, and what things are, as it is typed', async () => {
    await see(page, filled.noteOf(size - 1));
    await search('NAIVE caf');
    await found('100 found');
    await search('"café was naïve" entry');
    await found('100 found');
    await search('"was café"');
    await found('0 found');
    await see(page, 'Nothing in the log is like that.');
    await search('"entry 9876"');
    await found('1 found');
    await see(page, filled.noteOf(9876));
    await search('cafés stance:supports priority:"Every child reads fluently" -tag:odd');
    // Every hundredth of every sixth.
    await found('34 found');
    await search('tag:even school:alder');
    await found('1,667 found');
    await search('by:"Bob Brown" stance:supports');
    await found('0 found');
    await search('tag:unheard');
    await see(page, 'Nothing under tag is called ‘unheard’.');
    await press(page, 'Show the whole log');
    await found('');
  });

  it('offers what may be meant, by keyboard', async () => {
    await page.focus('.search-line input');
    await page.keyboard.type('naive attends');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await line()).toBe('naive priority:"Every child attends" ');
    await found('0 found');
    await press(page, 'Narrow');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Escape');
    expect(await page.$('[role=option]')).toBeNull();
    await search('stance:');
    await page.locator('[role=option] ::-p-text(challenges)').click();
    await found('3,333 found');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  });

  it('is a link, which means the same when a priority is called otherwise, and goes back', async () => {
    await search('café priority:"Every child reads fluently"');
    await found('100 found');
    await expect.poll(query).toBe(`café priority:${filled.priorities[0]}`);
    const link = await page.evaluate(() => location.href);
    await go(page, 'people');
    await see(page, 'People');
    await page.goBack();
    await found('100 found');
    expect(await line()).toBe('café priority:"Every child reads fluently"');
    const body = { id: filled.priorities[0] ?? '', rev: 1, title: 'Fluent readers' };
    await actAs(worker.address, founded.joined, editPriority, body);
    const other = await chromium.browser.newPage();
    await other.goto(link);
    await other.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.search-line input')?.value === 'café priority:"Fluent readers"',
      { timeout: 30_000 },
    );
    await other.close();
    await page.bringToFront();
    await expect.poll(line).toBe('café priority:"Fluent readers"');
  });

  it('puts the most relevant first, or the newest, and follows what comes in', async () => {
    await search('naive');
    await found('100 found');
    const save = (note: string) =>
      actAs(worker.address, founded.joined, saveEvidence, {
        id: newId(),
        passages: [],
        note,
        tags: [],
        priorities: [],
      });
    await save('Naïve, naïve, naïve');
    await found('101 found');
    await expect.poll(async () => (await firstRows())[0]).toContain('Naïve, naïve, naïve');
    await save('A naïve question that goes on for so long that it is hardly about being naïve');
    await found('102 found');
    expect((await firstRows())[0]).toContain('Naïve, naïve, naïve');
    await press(page, 'Newest first');
    await expect.poll(async () => (await firstRows())[0]).toContain('A naïve question');
    await press(page, 'Most relevant first');
    await expect.poll(async () => (await firstRows())[0]).toContain('Naïve, naïve, naïve');
  });
});

describe('a search that is kept', () => {
  it('is there for everyone, until somebody lets it go', async () => {
    await search('cafe tag:even stance:supports');
    await found('34 found');
    await press(page, 'Keep this search for everyone');
    await fill(page, 'What to call it', 'Cafés that help');
    await press(page, 'Keep it');
    await seeGone(page, 'Keep it');
    const hers = { id: newId(), name: 'From Ann', query: 'tag:odd' };
    await actAs(worker.address, founded.joined, keepSearch, hers);
    await see(page, 'Kept searches (2)');
    await press(page, 'Clear');
    await unfold(page, 'Kept searches (2)');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('.saved-searches a ::-p-text(From Ann)').click();
    await found('5,000 found');
    await page.locator('.saved-searches a ::-p-text(Cafés that help)').click();
    await found('34 found');
    await press(page, 'Let go of From Ann');
    await see(page, 'No longer kept: From Ann.');
    await press(page, 'Undo');
    await see(page, 'Kept searches (2)');
  });
});

describe('the log at a glance', () => {
  it('counts, and each count opens what it counts', async () => {
    await search('');
    await press(page, 'Narrow');
    await page.keyboard.press('Escape');
    await page.locator('a ::-p-text(See the log at a glance)').click();
    await see(page, '10,002 in the log');
    expect(await faultsOf(page)).toEqual([]);
    const one = await openCount('Tags and stance', 'even', 'Challenges');
    await found(`${one.toLocaleString('en-GB')} found`);
    expect(await line()).toBe('tag:even stance:challenges');
    await page.locator('a ::-p-text(See it at a glance)').click();
    await see(page, `${one.toLocaleString('en-GB')} found`);
    const two = await openCount('Priorities and stance', 'Fluent readers', 'All');
    expect(two).toBe(one);
    await found(`${two.toLocaleString('en-GB')} found`);
    await go(page, 'evidence', 'see');
    await see(page, '10,002 in the log');
    await unfold(page, 'The same as a table');
    const three = await openCount('Evidence by month', new Date().getFullYear().toString(), 'All');
    await found(`${three.toLocaleString('en-GB')} found`);
    expect(await line()).toMatch(/^from:\d{4}-\d\d to:\d{4}-\d\d$/);
  });

  it('stands beside a search without a fault', async () => {
    await search('naive tag:');
    await page.waitForSelector('[role=option]');
    expect(await faultsOf(page)).toEqual([]);
    await search('nothing of the kind');
    await see(page, 'Nothing in the log is like that.');
    expect(await faultsOf(page)).toEqual([]);
  });
});
