import type { Page } from 'puppeteer-core';

/** What a person does on the log page, and what they find there. */

/** Goes to a place of the log page, as a link does. */
export async function go(page: Page, ...parts: string[]): Promise<void> {
  await page.bringToFront();
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/${parts.join('/')}`,
  );
}

/** Whether a button may be pressed, by its name. */
export const isFree = (page: Page, name: string) =>
  page.$$eval(
    'button',
    (buttons, wanted) =>
      buttons.some((one) => (one.ariaLabel ?? one.textContent) === wanted && one.ariaDisabled !== 'true'),
    name,
  );

/** Chooses from the list with this label. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  const list = page.locator(`::-p-aria([name="${label}"][role="combobox"])`);
  const values = await list.map((one) => [...(one as HTMLSelectElement).options].map((o) => [o.label, o.value])).wait();
  await list.fill(values.find(([said]) => said === words)?.[1] ?? 'nothing of the kind');
}

/** Ticks the box with these words, or chooses what they stand beside. */
export const tick = (page: Page, words: string) =>
  page.locator(`::-p-aria([name="${words}"][role="checkbox"])`).setTimeout(10_000).click();
export const take = (page: Page, words: string) =>
  page.locator(`label.choice ::-p-text(${words})`).setTimeout(10_000).click();

/** The words of the cell, or of the box in it, that has the focus. */
export const atFocus = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at instanceof HTMLInputElement ? at.value : (at?.textContent ?? '').trim();
  });

/** What stands in the grid, row by row. */
export const gridOf = (page: Page): Promise<string[][]> =>
  page.$$eval('.scrutiny-grid tbody tr', (rows) =>
    rows.map((row) => [...row.children].map(({ textContent }) => (textContent ?? '').trim())),
  );

/** Follows the link with this name. */
export const follow = (page: Page, name: string): Promise<void> =>
  page.locator(`::-p-aria([name="${name}"][role="link"])`).click();

/** The link in the message that stands in a section. */
export async function linkIn(page: Page, section: string): Promise<string> {
  const box = await page.waitForSelector(`section[aria-label="${section}"]`);
  await box?.$eval('summary', (summary) => (summary as HTMLElement).click());
  await page.waitForSelector(`section[aria-label="${section}"] .message`);
  const message = await page.$eval(`section[aria-label="${section}"] .message`, (one) => one.textContent ?? '');
  return /https?:\S+/.exec(message)?.[0] ?? '';
}
