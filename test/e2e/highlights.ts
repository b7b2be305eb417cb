import type { Page } from 'puppeteer-core';

/** What is highlighted in a page: the words by the name of their highlight, as any script of the page can see them. */
export const highlighted = (page: Page): Promise<{ [name: string]: string[] }> =>
  page.evaluate(() =>
    Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String).sort()])),
  );

/** Waits until exactly these words are highlighted, whatever their thread. */
export async function seeHighlighted(page: Page, ...words: string[]): Promise<void> {
  const wanted = words.map(folded).sort();
  let found: string[] = [];
  for (let tries = 0; tries < 200; tries++) {
    const { 'goldthread-mark': _, ...others } = await highlighted(page);
    found = Object.values(others).flat().map(folded).sort();
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Highlighted is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

const folded = (words: string) => words.replace(/\s+/g, ' ').trim();

/** Waits until something is so. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It never came about that ${what}`);
}

/** Whether an element is within the window. */
export const isInView = (page: Page, selector: string): Promise<boolean> =>
  page.$eval(selector, (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
