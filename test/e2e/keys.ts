import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { textOf } from './screens.ts';

/** What a person does by keyboard alone. */

/** Where the focus is: what the element is called, and whether it can be seen that it has the focus. */
export const stopOf = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return undefined;
    const labels = 'labels' in at && at.labels instanceof NodeList ? [...at.labels] : [];
    const said = (labels[0] ?? at).cloneNode(true);
    if (said instanceof Element) for (const mark of said.querySelectorAll('[aria-hidden=true]')) mark.remove();
    const name = (at.ariaLabel ?? said.textContent ?? '').trim().replace(/\s+/g, ' ');
    // What only we give the focus, such as a heading that is read out, shows it by where the page is.
    const shown =
      at.tabIndex < 0 ||
      [at, at.closest('label')].some((one) => {
        const style = one && getComputedStyle(one);
        return style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
      });
    return { name, role: at.role ?? at.localName, shown };
  });

/** Goes on with Tab until something of this name has the focus, which can be seen at every stop on the way. */
export async function tabTo(page: Page, wanted: string, back = false): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 60; i++) {
    if (back) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (back) await page.keyboard.up('Shift');
    const stop = await stopOf(page);
    if (!stop) break;
    // It is drawn a moment after it has moved.
    const isShown = async () => stop.shown || (await stopOf(page))?.shown;
    await expect
      .poll(isShown, { timeout: 5000, message: `the focus can be seen on ${stop.role} ${stop.name}` })
      .toBe(true);
    if (stop.name.startsWith(wanted)) return;
    passed.push(stop.name.slice(0, 40));
  }
  throw new Error(`Tab never came to ${wanted}, but to:\n${passed.join('\n')}\nThere is:\n${await textOf(page)}`);
}

/** Waits until the focus has moved to something with these words. */
export const focusOn = (page: Page, words: string) =>
  expect.poll(async () => (await stopOf(page))?.name, { timeout: 10_000 }).toContain(words);

/** Comes to something and presses a key on it. */
export async function use(page: Page, name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** Waits until the focus is on something that can be seen to have it: what was pressed may be gone, but nobody is lost. */
export const notLost = (page: Page) => expect.poll(() => stopOf(page), { timeout: 10_000 }).toBeDefined();
