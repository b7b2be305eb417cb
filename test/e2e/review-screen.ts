import type { Page } from 'puppeteer-core';
import { textOf } from './screens.ts';

/** What a person does in the review queue. */

/** Waits for a piece, ready to be weighed. */
export async function at(page: Page, title: string): Promise<void> {
  const ready = (wanted: string) =>
    document.querySelector('#review-piece-title')?.textContent === wanted && !!document.querySelector('.weigh-form');
  await page.waitForFunction(ready, { polling: 50 }, title).catch(async () => {
    throw new Error(`“${title}” never came. There is:\n${await textOf(page)}`);
  });
}

/** The title of what is to be weighed, once it can be; 'none' where all is done. */
export const titleOf = (page: Page): Promise<string> =>
  page
    .waitForFunction(
      () => {
        if (document.querySelector('#review-done')) return 'none';
        return document.querySelector('.weigh-form') && document.querySelector('#review-piece-title')?.textContent;
      },
      { polling: 30 },
    )
    .then((handle) => handle.jsonValue())
    .then((title) => title || 'none');

/** Weighs what is shown with single keys, and waits until another piece is there, or none. */
export async function weigh(page: Page, ...keys: string[]): Promise<void> {
  const before = await titleOf(page);
  for (const key of keys) await page.keyboard.press(key as 'r');
  await page.keyboard.press('Enter');
  const gone = (title: string) => {
    if (document.querySelector('#review-done')) return true;
    const now = document.querySelector('#review-piece-title')?.textContent;
    return now !== title && !!document.querySelector('.weigh-form');
  };
  await page.waitForFunction(gone, { polling: 30 }, before).catch(async () => {
    throw new Error(`“${before}” did not go. There is:\n${await textOf(page)}`);
  });
}

/** Waits until the focus is in the field with this label. */
export const focusIn = (page: Page, label: string) =>
  page.waitForFunction(
    (wanted: string) => (document.activeElement as HTMLTextAreaElement | null)?.labels?.[0]?.textContent === wanted,
    { polling: 50 },
    label,
  );
