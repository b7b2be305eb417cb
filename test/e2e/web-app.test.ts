import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { type Founded, foundAt } from './founded.ts';
import { fill, inSight, joinCluster, press, sayOwn, see, seeGone, typedIn, unfold } from './screens.ts';
import { type Site, startSite } from './site.ts';
import { startTap, type Tap } from './tap.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-web-app-'));
let worker: LocalWorker;
let tap: Tap;
let site: Site;
let founded: Founded;
/** Bo's browser, in which nothing is installed. */
let bare: Chromium;
let app: Page;
/** Cy's, with the extension. */
let other: Chromium;
let panel: Page;

/** A link of a page, clicked. */
const follow = (page: Page, name: string) => page.locator(`::-p-aria([name="${name}"][role="link"])`).click();

/** Waits until the heading of a place has the focus, and the document is named after it. */
async function at(page: Page, place: string): Promise<void> {
  const there = (name: string) => {
    const { activeElement, title } = document;
    return activeElement?.tagName === 'H1' && activeElement.textContent === name && title === `${name} · Goldthread`;
  };
  await page.waitForFunction(there, { polling: 50 }, place);
}

/** Waits until this stands in the field with this label. */
const typed = (page: Page, label: string, text: string) =>
  expect.poll(() => typedIn(page, label), { timeout: 10_000 }).toBe(text);

/** The cards in hand, as they are on the disk. */
const draftsOf = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('goldthread');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('drafts').objectStore('drafts').getAll();
          asking.onerror = () => reject(asking.error);
          asking.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(asking.result));
          };
        };
      }),
  );

/** Pastes with the keys, as a person does. */
async function paste(page: Page, words: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), words);
  // Without a screen, keys reach the page but not the browser's own commands.
  await page.keyboard.press('v', { commands: ['Paste'] });
}

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  tap = await startTap(worker.address);
  site = await startSite();
  founded = await foundAt(tap.address);
  [bare, other] = await Promise.all([launchChromium({ bare: true }), launchChromium()]);
  const welcome = await other.welcome();
  await joinCluster(welcome, { link: await founded.link(), name: 'Cy Cooper' });
  panel = await other.open('sidepanel');
  app = await bare.browser.newPage();
  app.setDefaultTimeout(30_000);
  const granted = ['clipboard-read', 'clipboard-sanitized-write'] as const;
  await bare.browser.defaultBrowserContext().overridePermissions(tap.address, [...granted]);
  await app.setViewport({ width: 320, height: 640 });
});

afterAll(async () => {
  await Promise.all([bare?.close(), other?.close()]);
  await Promise.all([tap?.close(), worker?.stop(), site?.close()]);
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

describe('on a phone, with nothing installed', () => {
  it('a link leads in, and its code is in no address that a server sees', async () => {
    const link = await founded.link();
    const [, code = ''] = link.split('#');
    tap.sent();
    await app.goto(link);
    await see(app, 'You are invited to a cluster');
    expect(await faultsOf(app)).toEqual([]);
    await app.setViewport({ width: 320, height: 640 });
    await follow(app, 'Use in this browser');
    await see(app, 'You are joining Kestrel Vale as a leader.');
    expect(await faultsOf(app)).toEqual([]);
    await app.setViewport({ width: 320, height: 640 });
    await fill(app, 'Your name', 'Bo Baker');
    await sayOwn(app, true);
    await press(app, 'Join');
    await see(app, 'Your way back in');
    const asked =
      tap
        .sent()
        .join('\n')
        .match(/^(GET|POST|PUT) .*$/gm) ?? [];
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.join('\n')).not.toContain(code);
    expect(await app.evaluate(() => location.href)).not.toContain(code);
    await press(app, 'I have kept it');
    await app.waitForSelector('h1 ::-p-text(Evidence)');
    await see(app, 'Nothing yet.');
    expect(await faultsOf(app)).toEqual([]);
    await app.setViewport({ width: 320, height: 640 });
  });

  it('a link and words are pasted, and are in a colleague’s panel at once', async () => {
    await press(app, 'Add a link and words');
    // It has the focus at once.
    await app.waitForSelector('input[inputmode="url"]:focus');
    await paste(app, '“Pupils read to an adult every day.”\n\nhttps://www.gov.uk/reading-report#:~:text=Pupils%20read');
    await typed(app, 'Link', 'https://www.gov.uk/reading-report');
    expect(await typedIn(app, 'Words from the page')).toBe('Pupils read to an adult every day.');
    await fill(app, 'What the page is called', 'A report on reading');
    await fill(app, 'So what for us?', 'We could ask families');
    expect(await faultsOf(app)).toEqual([]);
    await app.setViewport({ width: 320, height: 640 });
    await press(app, 'Save');
    await see(app, 'Saved on this device.');
    await see(panel, 'We could ask families');
    await see(panel, 'Pupils read to an adult every day.');
    await see(panel, 'A report on reading');
    await see(panel, 'Bo Baker');
  });

  it('an address that is none is not saved, and what was typed stays', async () => {
    await press(app, 'Add a link and words');
    await fill(app, 'Link', 'not a link');
    await see(app, 'This is no whole link.');
    await see(app, 'Copy the link again');
    await expect.poll(() => draftsOf(app), { timeout: 10_000 }).toContain('"url":"not a link"');
    await app.reload();
    await typed(app, 'Link', 'not a link');
    await press(app, 'Discard');
    await see(app, 'Discarded.');
  });

  it('what is pasted beside every field is taken in hand', async () => {
    await app.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await paste(app, 'https://www.gov.uk/attendance');
    await typed(app, 'Link', 'https://www.gov.uk/attendance');
    await press(app, 'Save');
    await see(panel, 'The whole page');
  });

  it('an entry is changed and withdrawn', async () => {
    await inSight(app, 'Edit');
    await press(app, 'Edit');
    await app.waitForSelector('form.edit-entry textarea');
    await app.locator('form.edit-entry textarea').fill('Read by the whole office');
    await press(app, 'Save changes');
    await see(panel, 'Read by the whole office');
    await press(app, 'Withdraw');
    await seeGone(panel, 'Read by the whole office');
  });

  it('what another app shares is a card in hand, and went to no server', async () => {
    await app.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const share = await bare.browser.newPage();
    share.setDefaultTimeout(30_000);
    await share.goto(`${site.address}/`);
    tap.sent();
    await share.evaluate((action) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', enctype: 'multipart/form-data' });
      form.action = action;
      const shared = {
        title: 'Attendance matters',
        text: '"Every day counts"\n https://www.gov.uk/days#:~:text=Every',
      };
      for (const [name, value] of Object.entries(shared)) {
        form.append(Object.assign(document.createElement('textarea'), { name, value }));
      }
      document.body.append(form);
      form.submit();
    }, `${tap.address}/app/share`);
    await typed(share, 'Link', 'https://www.gov.uk/days');
    expect(await typedIn(share, 'Words from the page')).toBe('Every day counts');
    expect(await typedIn(share, 'What the page is called')).toBe('Attendance matters');
    expect(await share.evaluate(() => location.hash)).toBe('#/evidence');
    const sent = tap.sent().join('\n');
    expect(sent).not.toContain('Every day counts');
    expect(sent).not.toContain('gov.uk');
    await press(share, 'Discard');
    await see(share, 'Discarded.');
    await share.close();
  });

  it('without a connection it opens, takes words, and sends them later', async () => {
    await app.bringToFront();
    await tap.shut();
    await app.reload();
    await see(app, 'We could ask families');
    await see(app, 'Offline');
    await press(app, 'Something seen or heard');
    await fill(app, 'So what for us?', 'Families wait outside');
    await press(app, 'Save');
    await see(app, 'Offline. 1 entry is on this device');
    expect(await faultsOf(app)).toEqual([]);
    await app.setViewport({ width: 320, height: 640 });
    // Places that were not looked at yet are there too.
    await follow(app, 'People');
    await see(app, 'Cy Cooper');
    await tap.open();
    await see(panel, 'Families wait outside');
    await seeGone(app, 'Offline');
  });

  it('goes between places with the heading in focus, back and forward, and has no faults in any', async () => {
    await follow(app, 'Priorities');
    await at(app, 'Priorities');
    expect(await faultsOf(app)).toEqual([]);
    await app.setViewport({ width: 320, height: 640 });
    await app.goBack();
    await at(app, 'People');
    for (const summary of await app.$$('details:not([open]) > summary')) await summary.evaluate((one) => one.click());
    await see(app, 'this one');
    expect(await faultsOf(app)).toEqual([]);
    await app.setViewport({ width: 320, height: 640 });
    await app.goForward();
    await at(app, 'Priorities');
    expect(await app.$$eval('nav [aria-current="page"]', (links) => links.map((link) => link.textContent))).toEqual([
      'Priorities',
    ]);
  });

  it('a second link is not followed by somebody who is in', async () => {
    await app.goto(`${tap.address}/app/#join=${(await founded.link()).split('#')[1]}`);
    await see(app, 'A browser belongs to one cluster at a time.');
    expect(await faultsOf(app)).toEqual([]);
    await press(app, 'Go on to the log');
    await see(app, 'We could ask families');
  });
});

describe('a new cluster, and a shared device', () => {
  it('is started in the browser, and is gone when its tabs are closed', async () => {
    const context = await bare.browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${tap.address}/app`);
    await see(page, 'Join your cluster');
    await unfold(page, 'Start a new cluster');
    expect(await faultsOf(page)).toEqual([]);
    await fill(page, 'What is it called?', 'Harrier Hill');
    await fill(page, 'Your name', 'Di Dale');
    await sayOwn(page, false);
    await press(page, 'Start it');
    await press(page, 'I have kept it');
    await see(page, 'Harrier Hill');
    // Another tab beside it is in too.
    const second = await context.newPage();
    second.setDefaultTimeout(30_000);
    await second.goto(`${tap.address}/app/#/people`);
    await see(second, 'Di Dale');
    await page.close();
    await second.reload();
    await see(second, 'Di Dale');
    await second.close();
    const later = await context.newPage();
    later.setDefaultTimeout(30_000);
    await later.goto(`${tap.address}/app/`);
    await see(later, 'Join your cluster');
    await context.close();
  });
});

describe('the extension’s log page', () => {
  it('is opened from the panel, where the panel was, and has no faults', async () => {
    await press(panel, 'Open in a tab');
    const target = await other.browser.waitForTarget((one) => one.url().endsWith('/log.html#/evidence'));
    const log = await target.asPage();
    log.setDefaultTimeout(30_000);
    await see(log, 'We could ask families');
    await see(log, 'Add a link and words');
    expect(await faultsOf(log)).toEqual([]);
    await follow(log, 'People');
    await see(log, 'Bo Baker');
    await at(log, 'People');
    expect(await faultsOf(log)).toEqual([]);
    // The same tab, come back to.
    await panel.bringToFront();
    await press(panel, 'Open in a tab');
    await see(log, 'Families wait outside');
    expect(other.browser.targets().filter((one) => one.url().includes('/log.html'))).toHaveLength(1);
  });
});
