import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agreement } from '../../shared/priorities/agreement.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { type Attendance, startAttendance } from './attendance.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { follow, go } from './log-page.ts';
import { fill, press, sayOwn, see, seeGone, textOf, unfold } from './screens.ts';

let kestrel: Attendance;
let phone: Chromium;
let bo: Page;

const small = (page: Page) => page.setViewport({ width: 320, height: 640 });

/** Somebody joins at /app, in a context of their own the size of a small phone. */
async function join(name: string, link: string): Promise<Page> {
  const page = await (await phone.browser.createBrowserContext()).newPage();
  page.setDefaultTimeout(30_000);
  await small(page);
  await page.goto(link);
  await follow(page, 'Use in this browser');
  await fill(page, 'Your name', name);
  await sayOwn(page, true);
  await press(page, 'Join');
  await press(page, 'I have kept it');
  await page.waitForSelector('h1 ::-p-text(Evidence)');
  return page;
}

/** Opens a link as from a message. */
async function open(page: Page, link: string): Promise<void> {
  await page.bringToFront();
  await page.goto('about:blank');
  await page.goto(link);
}

beforeAll(async () => {
  [kestrel, phone] = await Promise.all([startAttendance(), launchChromium({ bare: true })]);
  bo = await join('Bo Baker', await kestrel.invitation('head'));
}, 180_000);

afterAll(async () => {
  await phone?.close();
  await kestrel?.close();
});

describe('without a connection, on a phone', () => {
  it('a figure is entered, one school agrees and another objects', async () => {
    const { tap, amberwick, thistledown } = kestrel;
    await see(bo, 'Mondays are still thin');
    await bo.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await tap.shut();
    await open(bo, kestrel.figureLink(amberwick));
    await see(bo, 'Offline');
    await fill(bo, 'Value in %', '93.5');
    await press(bo, 'Enter it');
    await see(bo, `Entered: 93.5%, ${periodLabel(kestrel.period)}`);
    await press(bo, 'Done');
    await see(bo, 'That is all. Thank you.');
    await open(bo, kestrel.agreeLink(amberwick));
    await press(bo, 'Agree for Amberwick Junior');
    await see(bo, 'That is all. Thank you.');
    await open(bo, kestrel.agreeLink(thistledown));
    await press(bo, 'Object');
    await fill(bo, 'What stands in the way?', 'Our bus comes at ten.');
    // What was written is there again when the phone was put away.
    await go(bo, 'evidence');
    await see(bo, 'Offline. 2 entries are on this device');
    await bo.goBack();
    await press(bo, 'Object');
    await bo.waitForFunction(() => document.querySelector('textarea')?.value === 'Our bus comes at ten.');
    await press(bo, 'Object');
    await see(bo, 'That is all. Thank you.');
    await see(bo, 'Offline. 3 entries are on this device');
    expect(await kestrel.records(Agreement)).toEqual([]);
  });

  it('all of it is sent when the connection is back', async () => {
    await kestrel.tap.open();
    await seeGone(bo, 'Offline');
    await expect
      .poll(() => kestrel.records(Agreement), { timeout: 30_000 })
      .toEqual([
        expect.objectContaining({ school: kestrel.amberwick }),
        expect.objectContaining({ school: kestrel.thistledown, objection: 'Our bus comes at ten.' }),
      ]);
    expect(await kestrel.records(Reading)).toContainEqual(
      expect.objectContaining({ school: kestrel.amberwick, period: kestrel.period, value: 93.5 }),
    );
  });
});

describe('who came for one thing', () => {
  it('is told what else is open for the school', async () => {
    await see(bo, 'more things are open for Thistledown Lane');
    expect(await faultsOf(bo)).toEqual([]);
    await small(bo);
    await bo.locator('::-p-text(open for Thistledown Lane)').click();
    await see(bo, 'Attendance: your own target');
  });
});

describe('a link that was sent to somebody else', () => {
  it('says to whom, and lets a colleague of another school read', async () => {
    const lee = await join('Lee Long', await kestrel.invitation('leader', [kestrel.thistledown]));
    await open(lee, kestrel.agreeLink(kestrel.amberwick));
    await see(lee, 'This was sent to Amberwick Junior.');
    await see(lee, 'Families have children in both schools');
    expect(await lee.$('::-p-aria([name^="Agree"][role="button"])')).toBeNull();
    expect(await textOf(lee)).not.toContain('Agree for');
    expect(await faultsOf(lee)).toEqual([]);
    await small(lee);
    await follow(lee, 'What is measured and planned, and what the others say');
    await lee.waitForSelector('h1 ::-p-text(Days in school)');
    await open(lee, kestrel.figureLink(kestrel.amberwick));
    await see(lee, 'This was sent to Amberwick Junior, whose own figure it is.');
    expect(await lee.$('input')).toBeNull();
    await unfold(lee, 'Enter a published figure, with its source');
    await see(lee, 'Only the school itself, or a coordinator, gives its own figures.');
    expect(await faultsOf(lee)).toEqual([]);
  });

  it('lets an observer read, and nothing else', async () => {
    const olu = await join('Olu Obi', await kestrel.invitation('observer', []));
    await open(olu, kestrel.figureLink(kestrel.amberwick));
    await see(olu, 'This was sent to Amberwick Junior, whose own figure it is.');
    expect(await olu.$('input')).toBeNull();
    await open(olu, kestrel.agreeLink(kestrel.amberwick));
    await see(olu, 'This was sent to Amberwick Junior.');
    expect(await olu.$('main button')).toBeNull();
    expect(await faultsOf(olu)).toEqual([]);
  });
});
