import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { inviteLink, joinCluster, press, saveCard, see, textOf } from './screens.ts';

let alone: Alone;
let ben: Chromium;
let panel: Page;
let benPanel: Page;
beforeAll(async () => {
  alone = await startAlone();
  panel = await alone.chromium.open('sidepanel');
  ben = await launchChromium();
  await joinCluster(await ben.welcome(), { link: await inviteLink(panel), name: 'Ben Baker' });
  benPanel = await ben.open('sidepanel');
}, 120_000);
afterAll(async () => {
  await ben?.close();
  await alone?.close();
});

/** What another member's log says of the entry with this note. */
async function seenByBen(note: string): Promise<string> {
  await benPanel.bringToFront();
  await see(benPanel, note);
  const found = await benPanel.$$eval('.entry', (entries) => entries.map(({ textContent }) => textContent));
  const entry = found.find((text) => text.includes(note));
  if (!entry) throw new Error(`No entry says ${note}. There is:\n${await textOf(benPanel)}`);
  return entry;
}

describe('each kind of clip, as a second member sees it', () => {
  it('something seen or heard: how, when, and what it means', async () => {
    await press(panel, 'Something seen or heard');
    await panel.waitForSelector('form.card select');
    await panel.select('form.card select', 'pupils');
    await see(panel, 'Themes, never names.');
    await saveCard(panel, 'They would like to choose their books');
    const entry = await seenByBen('They would like to choose their books');
    expect(entry).toContain('What pupils told us');
    expect(entry).toContain(String(new Date().getFullYear()));
    // From here on the real panel, beside the page.
    await panel.close();
  });

  it('a list: its items, each by itself', async () => {
    const { panel: side } = await alone.clip('/reading-fluency.html', 'main ul');
    await side.waitForSelector('form.card .quote.item');
    await saveCard(side, 'A list worth keeping');
    await seenByBen('A list worth keeping');
    const items = await benPanel.$$eval('.entry .quote.item > p', (found) => found.length);
    expect(items).toBeGreaterThan(1);
  });

  it('the whole page: its title and address, and no words of it', async () => {
    const { page, panel: side } = await alone.clip('/transition-guidance.html', 'h1');
    await press(side, 'Discard');
    await page.bringToFront();
    await press(side, 'Take the whole page');
    await see(side, 'The whole page');
    await saveCard(side, 'All of it matters');
    const entry = await seenByBen('All of it matters');
    expect(entry).toContain('The whole page');
    expect(entry).toContain(await page.title());
  });
});
