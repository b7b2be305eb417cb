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

/** What an expression gives in a world of its own in a page: whatever the page has broken, is whole there. */
export async function askApart<T>(page: Page, expression: string): Promise<T> {
  const session = await page.createCDPSession();
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'apart' });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: world.executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  } finally {
    await session.detach();
  }
}

/** Presses the button beside the selection, as a person does with a mouse, once it is there. */
export async function pressBeside(page: Page): Promise<void> {
  // The last child of the document's element, as one reaches it past whatever hides it.
  const beside = `(() => {
    const root = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get.call(document);
    const last = root.lastElementChild;
    if (last.tagName !== 'DIV' || last.parentNode !== root) return null;
    const { x, y } = last.getBoundingClientRect();
    return { x, y };
  })()`;
  let at: { x: number; y: number } | null = null;
  await until('the button is there', async () => {
    at = await askApart(page, beside);
    return at !== null;
  });
  const { x, y } = at ?? { x: 0, y: 0 };
  await page.mouse.click(x + 20, y + 12);
}
