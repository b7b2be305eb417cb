import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { fill, joinCluster, press, saveCard, see, seeGone, select, startCluster, unfold } from './screens.ts';
import { type Site, startSite } from './site.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-people-'));
const downloads = mkdtempSync(join(tmpdir(), 'goldthread-downloads-'));
let worker: LocalWorker;
let site: Site;
/** Ann's, who coordinates. */
let ann: Chromium;
let log: Page;
/** Ben's, head of Ash Lane. */
let ben: Chromium;
let benLog: Page;

const follow = (page: Page, name: string) => page.locator(`::-p-aria([name="${name}"][role="link"])`).click();

/** Goes to a place of the log page by its address. */
const goTo = (page: Page, place: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${place}`);

const choose = async (page: Page, label: string, words: string) => {
  const box = await page.waitForSelector(`::-p-aria([name="${label}"][role="combobox"])`);
  const value = await box?.evaluate(
    (one, wanted) => [...(one as HTMLSelectElement).options].find(({ text }) => text.startsWith(wanted))?.value,
    words,
  );
  if (value === undefined) throw new Error(`${label} has no ${words}`);
  await box?.select(value);
};

/** The link in the message that is shown last. */
const linkIn = async (page: Page, section: string): Promise<string> => {
  const box = await page.waitForSelector(`section[aria-label="${section}"]`);
  await box?.$eval('summary', (summary) => (summary as HTMLElement).click());
  await page.waitForSelector(`section[aria-label="${section}"] .message`);
  const message = await page.$eval(`section[aria-label="${section}"] .message`, (one) => one.textContent ?? '');
  return /https?:\S+/.exec(message)?.[0] ?? '';
};

const sheet = [
  'URN\tSchool name\tHead',
  '100001\tAsh Lane Primary School\tB. Baker',
  '100002\tOak Road Academy\tC. Cole',
  '100003\tElm Grove School\tD. Dunn',
  '100004\tRowan Park High\tE. Eads',
  '100002\tOak Road again\t',
  'Kestrel Vale cluster\t\t',
].join('\n');

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  site = await startSite();
  [ann, ben] = await Promise.all([launchChromium(), launchChromium()]);
  await startCluster(await ann.welcome(), { address: worker.address, cluster: 'Kestrel', name: 'Ann Archer' });
  log = await ann.open('log');
});

afterAll(async () => {
  await Promise.all([ann?.close(), ben?.close()]);
  await Promise.all([worker?.stop(), site?.close()]);
  for (const folder of [data, downloads]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('setting a cluster up from nothing', () => {
  it('begins on the first page with one next thing, and can be put away and brought back', async () => {
    await see(log, '1 of 6 steps are done. Next: add the schools.');
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Not now');
    await seeGone(log, 'steps are done');
    await goTo(log, 'people');
    await follow(log, 'Setting up, step by step');
    await press(log, 'Show it on the first page again');
    await goTo(log, 'evidence');
    await press(log, 'Go on setting up');
    await see(log, 'Add the schools: to do');
  });

  it('names it', async () => {
    await unfold(log, 'Name the cluster');
    await fill(log, 'What is it called?', 'Kestrel Vale');
    await press(log, 'Save what it is called');
    await log.waitForFunction(() => document.querySelector('.shell-name')?.textContent === 'Kestrel Vale');
  });

  it('takes four schools from a spreadsheet, and says what it did not understand', async () => {
    await fill(log, 'Schools, one a line', sheet);
    await see(log, 'Understood: 4 schools');
    await see(log, 'Its URN stands further up as well.');
    await see(log, 'Left out: 2 lines');
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Add 4 schools');
    await see(log, 'Add the schools: done');
    await fill(log, 'Schools, one a line', 'Ash Lane 100001');
    await see(log, 'There already: Ash Lane Primary School.');
  });

  it('invites a head for each school, each with a message to send', async () => {
    await see(log, 'Nobody yet');
    await press(log, 'Invite the head of Ash Lane Primary School');
    const link = await linkIn(log, 'Invitation: Ash Lane Primary School');
    expect(link).toContain(`${worker.address}/join#`);
    for (const school of ['Elm Grove School', 'Oak Road Academy', 'Rowan Park High']) {
      await press(log, `Invite the head of ${school}`);
      await log.waitForSelector(`section[aria-label="Invitation: ${school}"]`);
    }
    await see(log, 'Invite a head for each school: invited, not all here yet');
    expect(await faultsOf(log)).toEqual([]);
    await joinCluster(await ben.welcome(), { link, name: 'Ben Baker' });
    await see(log, 'Ben Baker can speak for it');
  });

  it('asks a second coordinator in, and leads to what others build on', async () => {
    await press(log, 'Invite a coordinator');
    await log.waitForSelector('section[aria-label="Invitation: coordinator"]');
    await see(log, 'Ask a second coordinator in: invited, not all here yet');
    const links = await log.$$eval('.set-up-steps a', (all) => all.map((one) => one.getAttribute('href')));
    expect(links).toEqual(['#/partnership']);
    await goTo(log, 'evidence');
    await see(log, 'Next: ');
    await goTo(log, 'people');
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

  it('the role is passed on, and back, by keyboard alone', async () => {
    await goTo(log, 'people');
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
    await goTo(benLog, 'people');
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
    await goTo(log, 'evidence');
    await see(log, 'What Ben thought');
    await benLog.bringToFront();
    await goTo(benLog, 'people');
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
    await goTo(log, 'people');
    await unfold(log, 'Left (1)');
    await follow(log, 'Ben Baker');
    await see(log, 'invite them again');
    await unfold(log, 'Leaving, and being forgotten');
    await press(log, 'Forget');
    await press(log, 'Forget');
    await see(log, 'Name and notes were taken out on request.');
    await goTo(log, 'evidence');
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
    await goTo(log, 'people');
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
