import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { faultsOf } from './axe.ts';
import { until } from './highlights.ts';
import { press, saveCard, see, seeGone, select, textOf, typedIn } from './screens.ts';
import { type Sites, startSites } from './sites.ts';
import { everythingStored } from './stored.ts';

/** Made up, with the right check letter. */
const upn = 'H801200001001';
const note = 'So what for us?';

const pupils = 'https://viewyourdata.education.gov.uk/pupils';

let sites: Sites;
let alone: Alone;
let page: Page;
let panel: Page;
beforeAll(async () => {
  sites = await startSites({ [pupils]: '<title>Pupils</title><p>Jo Bloggs, Year 6</p>' });
  alone = await startAlone({ args: sites.args });
  page = await alone.chromium.browser.newPage();
  await page.goto(`${alone.site.address}/reading-fluency.html`);
}, 120_000);
afterAll(async () => {
  await alone?.close();
  await sites?.close();
});

/** Puts words on the page, selects them and presses the button. */
async function clip(words: string): Promise<void> {
  await page.bringToFront();
  await page.$eval('main h1', (heading, text) => heading.replaceChildren(text), words);
  await select(page, 'main h1');
  await alone.chromium.pressButton(page);
  panel = await alone.chromium.panel();
  await panel.waitForSelector('form.card');
}

/** What of the number is on disk: as many of its characters as stand there together. */
async function storedOfUpn(): Promise<number> {
  const stored = await everythingStored(panel);
  expect(stored).toContain('passages');
  let most = 0;
  for (let end = 1; end <= upn.length; end++) if (stored.includes(upn.slice(0, end))) most = end;
  return most;
}

const asked = () =>
  panel.waitForFunction(() => document.activeElement?.matches('section.guard') ?? false, { polling: 100 });

describe('a pupil’s number', () => {
  it('that is selected on a page never reaches the disk, and its reader is told why', async () => {
    await clip(`Pupil ${upn} reads daily`);
    await see(panel, 'Pupil █████████████ reads daily');
    await see(panel, 'A pupil’s number (UPN) was taken out');
    expect(await storedOfUpn()).toBeLessThan(2);
    expect(await faultsOf(panel)).toEqual([]);
    await press(panel, 'Discard');
  });

  it('that is typed never reaches the disk, half or whole', async () => {
    await clip('Reading fluency');
    await panel.locator('form.card textarea').fill('Seen: ');
    await panel.focus('form.card textarea');
    await panel.keyboard.press('End');
    for (const key of upn.slice(0, -1)) await panel.keyboard.type(key);
    await until('what is typed is kept', async () => (await everythingStored(panel)).includes('Seen: █'));
    expect(await storedOfUpn()).toBeLessThan(9);
    await panel.focus('form.card textarea');
    await panel.keyboard.type(`${upn.slice(-1)} again`);
    await see(panel, 'A pupil’s number (UPN) was taken out');
    expect(await typedIn(panel, note)).toBe('Seen: █████████████ again');
    await until('it is kept', async () => (await everythingStored(panel)).includes('█████████████ again'));
    await panel.keyboard.down('Control');
    await panel.keyboard.press('Enter');
    await panel.keyboard.up('Control');
    await see(panel, 'In the log');
    expect(await storedOfUpn()).toBeLessThan(9);
    expect(await textOf(panel)).toContain('Seen: █████████████ again');
  });
});

describe('what looks like data about a pupil', () => {
  it('is asked about by the keys that save, and taken out', async () => {
    await clip('Reading every day');
    await saveCard(panel, 'Her date of birth is 3 April 2016, she says');
    await asked();
    await see(panel, 'Is this about a pupil?');
    expect(await textOf(panel)).toContain('Keep it, it is not about a pupil');
    expect(await faultsOf(panel)).toEqual([]);
    await press(panel, 'Take it out');
    await seeGone(panel, 'Is this about a pupil?');
    expect(await typedIn(panel, note)).toBe('Her date of birth is ████████████, she says');
    await saveCard(panel, await typedIn(panel, note));
    await panel.waitForSelector('form.card', { hidden: true });
    expect(await everythingStored(panel)).not.toContain('April 2016');
  });

  it('is kept where its author says that it is none, by keyboard alone', async () => {
    await clip('Reading with families');
    await saveCard(panel, 'Ask jo.bloggs@example.org for the rota');
    await asked();
    await panel.keyboard.press('Tab');
    await panel.keyboard.press('Tab');
    await panel.keyboard.press('Enter');
    await panel.waitForSelector('form.card', { hidden: true });
    await see(panel, 'Ask jo.bloggs@example.org for the rota');
  });

  it('is looked for in a change of an entry too', async () => {
    await press(panel, 'Edit');
    const field = 'form.edit-entry textarea';
    await panel.locator(field).fill(`Of ${upn}, tel 07700 900123`);
    await see(panel, 'A pupil’s number (UPN) was taken out');
    await press(panel, 'Save changes');
    await asked();
    await press(panel, 'Take it out');
    await press(panel, 'Save changes');
    await seeGone(panel, 'Save changes');
    const stored = await everythingStored(panel);
    expect(stored).toContain('Of █████████████, tel ████████████');
    expect(stored).not.toContain('900123');
  });
});

describe('a service that lists pupils', () => {
  it('gives no card, but the reason', async () => {
    const tab = await alone.chromium.browser.newPage();
    await tab.goto(pupils);
    await select(tab, 'p');
    await alone.chromium.pressButton(tab);
    await see(panel, 'This service lists pupils by name');
    expect(await everythingStored(panel)).not.toContain('Jo Bloggs');
  });
});
