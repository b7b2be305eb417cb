import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Issued, joinLink } from '../../shared/cluster/access.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { post } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { actAs, type Founded, foundAt } from './founded.ts';
import { follow, go } from './log-page.ts';
import { fill, joinCluster, press, saveCard, sayOwn, see, seeGone, select, unfold } from './screens.ts';
import { type Site, startSite } from './site.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-people-'));
const downloads = mkdtempSync(join(tmpdir(), 'goldthread-downloads-'));
let worker: LocalWorker;
let founded: Founded;
let site: Site;
/** Ann's, who coordinates. */
let ann: Chromium;
let log: Page;
/** Ben's, head of Ash Lane. */
let ben: Chromium;
let benLog: Page;

const choose = async (page: Page, label: string, words: string) => {
  const box = await page.waitForSelector(`::-p-aria([name="${label}"][role="combobox"])`);
  const value = await box?.evaluate(
    (one, wanted) => [...(one as HTMLSelectElement).options].find(({ text }) => text.startsWith(wanted))?.value,
    words,
  );
  if (value === undefined) throw new Error(`${label} has no ${words}`);
  await box?.select(value);
};

const schools = ['Ash Lane Primary School', 'Oak Road Academy', 'Elm Grove School', 'Rowan Park High'];

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  site = await startSite();
  founded = await foundAt(worker.address);
  const ids = schools.map(() => newId());
  for (const [i, id] of ids.entries()) {
    await actAs(worker.address, founded.joined, addSchool, { id, name: schools[i] ?? '', urn: `10000${i + 1}` });
  }
  [ann, ben] = await Promise.all([launchChromium(), launchChromium()]);
  const device = await post(worker.address, 'devices/link', Issued, {}, founded.joined.token);
  const welcome = await ann.welcome();
  await fill(welcome, 'Your link or code', joinLink(worker.address, device.code));
  await press(welcome, 'Go on');
  await sayOwn(welcome, true);
  await press(welcome, 'Use this device');
  await see(welcome, 'You are in Kestrel Vale');
  log = await ann.open('log');
  await joinCluster(await ben.welcome(), { link: await founded.link('head', ids.slice(0, 1)), name: 'Ben Baker' });
  for (const id of ids.slice(1)) await founded.link('head', [id]);
  await founded.link('coordinator');
}, 180_000);

afterAll(async () => {
  await Promise.all([ann?.close(), ben?.close()]);
  await Promise.all([worker?.stop(), site?.close()]);
  for (const folder of [data, downloads]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('setting up', () => {
  // How it is done from nothing, step by step, is in the walk of four schools.
  it('can be put away and brought back', async () => {
    await see(log, '2 of 6 steps are done. Next: invite a head for each school.');
    await press(log, 'Not now');
    await seeGone(log, 'steps are done');
    await go(log, 'people');
    await follow(log, 'Setting up, step by step');
    await press(log, 'Show it on the first page again');
    await go(log, 'evidence');
    await see(log, 'steps are done');
    await go(log, 'people');
  });
});

describe('the people', () => {
  it('stand by school, with who has come and who is awaited', async () => {
    await see(log, 'Ben Baker');
    await see(log, 'You are the only coordinator.');
    await see(log, 'Head · Elm Grove School');
    const awaited = await log.$$eval('[aria-label="Open invitations"] > li', (all) =>
      all.map((one) => one.querySelector('span')?.textContent),
    );
    expect(awaited.sort()).toEqual([
      'Coordinator',
      'Head · Elm Grove School',
      'Head · Oak Road Academy',
      'Head · Rowan Park High',
    ]);
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Take back: Head · Rowan Park High');
    await press(log, 'Take it back');
    await log.waitForFunction(
      () => !document.querySelector('[aria-label="Open invitations"]')?.textContent?.includes('Rowan Park High'),
    );
    await press(log, 'New link: Head · Elm Grove School');
    await log.waitForSelector('section[aria-label="New link: Head · Elm Grove School"]');
  });

  it('a school has earlier numbers, somebody who acts, and may be away', async () => {
    await follow(log, 'Oak Road Academy');
    await unfold(log, 'Name and numbers');
    await fill(log, 'URNs that it had before', '100009 12');
    await press(log, 'Save name and numbers');
    await see(log, 'A URN has six digits and begins with 1.');
    await fill(log, 'URNs that it had before', '100009');
    await press(log, 'Save name and numbers');
    await see(log, 'before that 100009');
    await unfold(log, 'Somebody acts for the head');
    await choose(log, 'Acts for the head', 'Ben Baker');
    await press(log, 'Save who acts for the head');
    await see(log, 'Ben Baker can speak for it.');
    await unfold(log, 'Away, or left');
    await fill(log, 'Why', 'Its head is ill until Easter.');
    await log.keyboard.press('Enter');
    await see(log, 'It is away for now: Its head is ill until Easter.');
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'It takes part again');
    await seeGone(log, 'ill until Easter');
  });

  it('one is of several schools, and a coordinator finds the devices of each', async () => {
    await go(log, 'people');
    await follow(log, 'Ben Baker');
    await unfold(log, 'Name, role and schools');
    await log.locator('fieldset ::-p-text(Elm Grove School)').click();
    await press(log, 'Save this person');
    await see(log, 'Head for Ash Lane Primary School and Elm Grove School');
    await unfold(log, 'Their devices');
    await log.waitForFunction(() => document.querySelectorAll('ul[aria-label="Their devices"] > li').length === 1, {
      polling: 100,
    });
    const device = await log.$eval('ul[aria-label="Their devices"] button', (one) => one.ariaLabel ?? '');
    await press(log, device);
    await see(log, 'can no longer read the log');
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Keep it');
  });

  it('the role is passed on, and back, by keyboard alone', async () => {
    await go(log, 'people');
    await follow(log, 'Ann Archer');
    await unfold(log, 'Leave the cluster, or be forgotten');
    await see(log, 'You are the only coordinator. Pass the role on first');
    await log.$$eval('summary', (all) =>
      all.find(({ textContent }) => textContent?.startsWith('Pass the coordinator'))?.focus(),
    );
    await log.keyboard.press('Enter');
    await log.waitForSelector('::-p-aria([name="You will be"][role="combobox"])');
    // To whom, and what one will be, stand as they should; then the button, which asks once more.
    const isAt = (name: string) =>
      log.waitForFunction((words) => document.activeElement?.textContent?.startsWith(words), { polling: 50 }, name);
    for (const key of ['Tab', 'Tab', 'Tab'] as const) await log.keyboard.press(key);
    await isAt('Pass the role on');
    await log.keyboard.press('Enter');
    await isAt('Ben Baker becomes a coordinator');
    await log.keyboard.press('Tab');
    await isAt('Pass it on');
    await log.keyboard.press('Enter');
    await seeGone(log, 'Pass the coordinator’s role on');
    benLog = await ben.open('log');
    await go(benLog, 'people');
    await follow(benLog, 'Ann Archer');
    await unfold(benLog, 'Name, role and schools');
    await choose(benLog, 'Role', 'Coordinator');
    await press(benLog, 'Save this person');
    await see(log, 'Pass the coordinator’s role on');
  });
});

describe('a member who leaves', () => {
  it('takes everything along, leaves, and is forgotten', async () => {
    const page = await ben.browser.newPage();
    await page.goto(`${site.address}/reading-fluency.html`);
    const quote = await select(page, 'main p');
    await ben.pressButton(page);
    await saveCard(await ben.panel(), 'What Ben thought');
    await go(log, 'evidence');
    await see(log, 'What Ben thought');
    await benLog.bringToFront();
    await go(benLog, 'people');
    await follow(benLog, 'Ben Baker');
    const session = await benLog.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    await unfold(benLog, 'Everything about you, as a file');
    await press(benLog, 'Save everything');
    const saved = () => readdirSync(downloads).filter((name) => name.endsWith('.json'));
    await expect.poll(saved, { timeout: 20_000 }).toEqual(['goldthread-ben-baker.json']);
    await expect
      .poll(() => readFileSync(join(downloads, 'goldthread-ben-baker.json'), 'utf8'), { timeout: 10_000 })
      .toContain('What Ben thought');
    await unfold(benLog, 'Leave the cluster, or be forgotten');
    expect(await faultsOf(benLog)).toEqual([]);
    await press(benLog, 'Leave the cluster');
    await press(benLog, 'Leave');
    await see(benLog, 'This device was removed');
    await go(log, 'people');
    await unfold(log, 'Left (1)');
    await follow(log, 'Ben Baker');
    await see(log, 'invite them again');
    await unfold(log, 'Leaving, and being forgotten');
    await press(log, 'Forget');
    await press(log, 'Forget');
    await see(log, 'Name and notes were taken out on request.');
    await go(log, 'evidence');
    await seeGone(log, 'What Ben thought');
    await see(log, quote.slice(0, 30));
    await see(log, 'A member who left');
  });

  it('words of anyone can be removed where they stand', async () => {
    await press(log, 'Remove words…');
    await see(log, 'Backups forget by');
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Remove them');
    await seeGone(log, 'A member who left');
  });

  it('how long evidence is kept says what it takes before it is set', async () => {
    await go(log, 'people');
    await unfold(log, 'How long evidence is kept');
    await see(log, 'Evidence is kept for good.');
    await choose(log, 'Keep evidence', 'for 3 years');
    await press(log, 'Save how long evidence is kept');
    await see(log, 'No piece is as old as that on this day.');
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Save');
    await see(log, 'Evidence is kept for 3 years.');
  });
});
