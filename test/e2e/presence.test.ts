import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { highlighted, seeHighlighted } from './highlights.ts';
import { saveCard, see } from './screens.ts';

let alone: Alone;
let page: Page;
let panel: Page;
let quote: string;

beforeAll(async () => {
  alone = await startAlone();
}, 120_000);
afterAll(() => alone?.close());

describe('a page from which somebody clipped', () => {
  it('shows the words, counts them on the icon, and the panel lists them', async () => {
    ({ page, panel, quote } = await alone.clip('/reading-fluency.html', 'main p'));
    await saveCard(panel, 'So we read aloud');
    await page.bringToFront();
    await seeHighlighted(page, quote);
    await see(panel, 'On the page');
    expect(Object.keys(await highlighted(page))).toEqual(['goldthread-none']);
    expect(await badge()).toBe('1');
  });
});

/** What the icon counts for the tab in front. */
async function badge(): Promise<string> {
  return panel.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
  });
}
