import type { Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf, paragraphs } from '../tools/pdf-files.ts';
import { type Alone, startAlone } from './alone.ts';
import { extensionId } from './chromium.ts';
import { type Files, startFiles } from './files.ts';
import { until } from './highlights.ts';
import { press, saveCard, see } from './screens.ts';

const words = 'More words of it here, a whole line of them.';

let alone: Alone;
let files: Files;

beforeAll(async () => {
  [alone, files] = await Promise.all([startAlone(), startFiles()]);
  files.set('/report.pdf', await makePdf([{ lines: paragraphs(['Some words of it.', words]) }], { title: 'A report' }));
});
afterAll(() => Promise.all([alone?.close(), files?.close()]));

const open = async (): Promise<Page> => {
  const page = await alone.chromium.browser.newPage();
  await page.goto(`${files.address}/report.pdf`);
  return page;
};

/** Our reader within a page, where the browser shows it at the file's own address. */
const readerIn = (): Target | undefined =>
  alone.chromium.browser.targets().find((target) => target.type() === 'other' && target.url().includes('/reader.html'));

/** What an expression gives in that reader. */
async function ask<T>(expression: string): Promise<T | undefined> {
  const session = await readerIn()?.createCDPSession();
  try {
    const answer = await session?.send('Runtime.evaluate', { expression, returnByValue: true });
    return answer?.result.value as T | undefined;
  } finally {
    // What is pressed may end the reader itself.
    await session?.detach().catch(() => undefined);
  }
}

const pressInReader = (label: string) =>
  until(`'${label}' is pressed`, async () =>
    Boolean(
      await ask(`(() => {
        const found = [...document.querySelectorAll('button')].find((one) => one.textContent === '${label}');
        found?.click();
        return found !== undefined;
      })()`),
    ),
  );

const viewer = (page: Page) =>
  page.frames().some((frame) => frame.url().startsWith('chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai'));

describe('PDFs at their own address', () => {
  it('stay with the browser until somebody chooses otherwise', async () => {
    const page = await open();
    await until('the browser’s own viewer is there', async () => viewer(page));
    expect(readerIn()).toBeUndefined();
    await alone.chromium.pressButton(page);
    await page.waitForSelector('.page .textLayer span');
    await press(page, 'More');
    const always = await page.waitForSelector('.reader-always input');
    await always?.click();
    await page.close();
  });

  it('then open in the reader there, are clipped and highlighted', async () => {
    const page = await open();
    await until('the reader is there', async () =>
      Boolean(await ask<boolean>(`document.querySelectorAll('.textLayer span').length > 1`)),
    );
    expect(page.url()).toBe(`${files.address}/report.pdf`);
    const at = await ask<{ x: number; y: number }>(`(() => {
      const line = [...document.querySelectorAll('.textLayer span')].find((one) => one.textContent.includes('More words'));
      const { x, y, height } = line.getBoundingClientRect();
      return { x: x + 40, y: y + height / 2 };
    })()`);
    await page.mouse.click(at?.x ?? 0, at?.y ?? 0, { count: 3 });
    await alone.chromium.pressButton(page);
    const panel = await alone.chromium.panel();
    await see(panel, words);
    await saveCard(panel, 'At its own address');
    await see(panel, 'On the page');
    await page.close();
    const again = await open();
    await until('it is highlighted again', async () => {
      const names = await ask<string[]>('[...CSS.highlights.keys()]');
      return names?.includes('goldthread-none') ?? false;
    });
    await see(panel, 'On the page');
    await press(panel, 'Record a figure');
    await until('the reader hears the panel', async () =>
      Boolean(await ask<boolean>(`document.body.innerText.includes('No table in this file')`)),
    );
    await pressInReader('More');
    await pressInReader('The browser’s own viewer');
    await until('the browser’s own viewer is there', async () => viewer(again));
    expect(again.url()).toBe(`${files.address}/report.pdf`);
  });

  it('let no site put a page of ours into a frame', async () => {
    const page = await alone.chromium.browser.newPage();
    await page.goto(`${files.address}/nothing`);
    for (const name of ['reader', 'log', 'sidepanel', 'welcome']) {
      await page.evaluate(async (address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
        document.body.append(frame);
        await loaded;
      }, `chrome-extension://${extensionId}/${name}.html`);
      const urls = page.frames().map((frame) => frame.url());
      expect(urls).toHaveLength(2);
      // The browser's own page of an error stands in its place.
      expect(urls[1]).toBe('chrome-error://chromewebdata/');
      await page.evaluate(() => document.querySelector('iframe')?.remove());
    }
    await page.close();
  });
});
