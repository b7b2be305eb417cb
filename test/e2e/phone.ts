import type { Page } from 'puppeteer-core';
import { type Chromium, launchChromium } from './chromium.ts';
import { fill, press, sayOwn } from './screens.ts';

/** The size of a small phone. */
export const phone = { width: 360, height: 740 };

/** Joins in a browser in which nothing is installed: the app on a phone's size, at the link's own address. */
export async function joinOnPhone(link: string, name: string): Promise<{ bare: Chromium; page: Page }> {
  const bare = await launchChromium({ bare: true });
  const page = await bare.browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.setViewport(phone);
  await page.goto(link);
  await page.locator('::-p-aria([name="Use in this browser"][role="link"])').click();
  await fill(page, 'Your name', name);
  await sayOwn(page, true);
  await press(page, 'Join');
  await press(page, 'I have kept it');
  await page.waitForSelector('h1 ::-p-text(Evidence)');
  return { bare, page };
}
