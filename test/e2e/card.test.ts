import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { press, saveCard, see, seeGone, select, textOf } from './screens.ts';

let alone: Alone;
let page: Page;
let panel: Page;
beforeAll(async () => {
  alone = await startAlone();
}, 120_000);
afterAll(() => alone?.close());

/** Waits until the card in hand holds these quotes and no others. */
async function holds(...wanted: string[]): Promise<void> {
  const asked = (quotes: string[]) => {
    const found = Array.from(document.querySelectorAll('form.card .quote > p'), ({ textContent }) => textContent);
    return !document.querySelector('.trim') && JSON.stringify(found) === JSON.stringify(quotes);
  };
  await panel.waitForFunction(asked, { polling: 100 }, wanted).catch(async () => {
    throw new Error(`The card never held ${JSON.stringify(wanted)}. There is:\n${await textOf(panel)}`);
  });
}

let one: string;
let two: string;

describe('a card of several passages', () => {
  it('is made by clipping more of the same page', async () => {
    ({ page, panel, quote: two } = await alone.clip('/reading-fluency.html', 'main p:nth-of-type(2)'));
    await see(panel, two);
    one = await select(page, 'main h1');
    await alone.chromium.pressButton(page);
    // In the page's order.
    await holds(one, two);
  });

  it('is trimmed by the keyboard, a word at a time', async () => {
    await press(panel, 'Trim passage 2');
    await panel.waitForFunction(() => document.activeElement?.matches('.trim input'), { polling: 100 });
    await panel.keyboard.press('ArrowRight');
    await panel.keyboard.press('Tab');
    for (let i = 0; i < 3; i++) await panel.keyboard.press('ArrowLeft');
    await panel.keyboard.press('Enter');
    const trimmed = two.trim().split(/\s+/).slice(1, -3).join(' ');
    await holds(one, trimmed);
    two = trimmed;
    await panel.waitForFunction(() => document.activeElement?.textContent === 'Trim', { polling: 100 });
  });

  it('loses a passage and keeps the other', async () => {
    await press(panel, 'Remove passage 1');
    await holds(two);
    await saveCard(panel, 'What was trimmed');
    await see(panel, 'In the log');
    const inLog = await panel.$$eval('.log-list .quote > p', (found) => found.map(({ textContent }) => textContent));
    expect(inLog).toEqual([two]);
  });
});

describe('a card that was just saved', () => {
  it('comes back into hand by Undo, and the log sets aside what had reached it', async () => {
    await press(panel, 'Undo');
    await holds(two);
    await seeGone(panel, 'In the log');
    await panel.waitForSelector('form.card textarea');
    const typed = await panel.$eval('form.card textarea', (field) => (field as HTMLTextAreaElement).value);
    expect(typed).toBe('What was trimmed');
    await saveCard(panel, 'Trimmed, and saved again');
    await see(panel, 'In the log');
    const seen = await textOf(panel);
    expect(seen).toContain('Trimmed, and saved again');
    expect(seen).not.toContain('What was trimmed');
  });
});

describe('cards of two pages', () => {
  it('stand with that of the page in front first', async () => {
    await alone.clip('/transition-guidance.html', 'h1');
    await see(panel, 'Moving from primary');
    const other = (await alone.clip('/reading-fluency.html', 'main ul li')).quote;
    await holds(other);
    const pages = await alone.chromium.browser.pages();
    const before = pages.find((one) => one.url().includes('transition-guidance'));
    await before?.bringToFront();
    await holds('Moving from primary to secondary school');
    // Another can still be taken up by hand.
    await panel.click('.also-in-hand button');
    await holds(other);
  });
});
