import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf, paragraphs } from '../tools/pdf-files.ts';
import { type Alone, startAlone } from './alone.ts';
import { type Chromium, extensionId, launchChromium, newProfile } from './chromium.ts';
import { type Files, startFiles } from './files.ts';
import { until } from './highlights.ts';
import { pageText, scrollTo } from './reader-pages.ts';
import { fill, inviteLink, joinCluster, press, saveCard, see } from './screens.ts';

let alone: Alone;
let files: Files;
let folder: string;
let ben: Chromium | undefined;

beforeAll(async () => {
  [alone, files] = await Promise.all([startAlone(), startFiles()]);
  folder = newProfile();
  const own = (words: string) => makePdf([{ lines: paragraphs([words]) }], { title: words });
  writeFileSync(join(folder, 'first.pdf'), await own('Words of the first'));
  writeFileSync(join(folder, 'second.pdf'), await own('Words of the second'));
  writeFileSync(join(folder, 'letter.txt'), 'Dear parents');
  const scan = [{ lines: [], scan: true }, { lines: [], scan: true }, { lines: paragraphs(['Words.']) }];
  files.set('/scan.pdf', await makePdf(scan, { title: 'A scan' }));
});
afterAll(async () => {
  await ben?.close();
  await Promise.all([alone?.close(), files?.close()]);
});

/** Drops a file on a point of the window, as a person does from their folder. */
async function drop(page: Page, name: string, x: number, y: number): Promise<void> {
  const session = await page.createCDPSession();
  const data = { items: [], files: [join(folder, name)], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await session.detach();
}

describe('a file that is dropped', () => {
  let page: Page;

  it('is opened, wherever in the window it falls', async () => {
    page = await alone.chromium.browser.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`chrome-extension://${extensionId}/reader.html`);
    await see(page, 'Drop a PDF here');
    await drop(page, 'first.pdf', 20, 700);
    await page.waitForSelector(`${pageText(1)} span`);
    await see(page, 'Words of the first');
  });

  it('takes the place of one that is open, and nothing else does', async () => {
    await drop(page, 'letter.txt', 400, 400);
    await see(page, 'Words of the first');
    await drop(page, 'second.pdf', 400, 400);
    await see(page, 'Words of the second');
    expect(page.url()).toContain('/reader.html');
    await page.close();
  });

  it('says what it is where it is no PDF', async () => {
    page = await alone.chromium.browser.newPage();
    await page.goto(`chrome-extension://${extensionId}/reader.html`);
    await see(page, 'Drop a PDF here');
    await drop(page, 'letter.txt', 400, 200);
    await see(page, 'This is not a PDF.');
    await page.close();
  });
});

describe('a region of a page without text', () => {
  it('is drawn, saved with its words, and seen by another member', async () => {
    const page = await alone.chromium.browser.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${files.address}/scan.pdf`);
    await alone.chromium.pressButton(page);
    await see(page, 'No text on this page.');
    const panel = await alone.chromium.panel();
    const link = await inviteLink(panel);
    ben = await launchChromium();
    await joinCluster(await ben.welcome(), { link, name: 'Ben Baker' });
    await page.bringToFront();
    await scrollTo(page, 2);
    await press(page, 'More');
    await press(page, 'Save a region');
    await see(page, 'Draw a frame around it');
    await until('the second page is drawn', async () => (await page.$('.page[data-page-number="2"] canvas')) !== null);
    const { x, y } = await page.$eval('.page[data-page-number="2"]', (one) => {
      one.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = one.getBoundingClientRect();
      // Around the square: 100 to 300 points from the left, 300 to 500 from the foot.
      return { x: [left + width * 0.15, left + width * 0.53], y: [top + height * 0.39, top + height * 0.66] };
    });
    await page.mouse.move(x[0] ?? 0, y[0] ?? 0);
    await page.mouse.down();
    await page.mouse.move(x[1] ?? 0, y[1] ?? 0, { steps: 5 });
    await page.mouse.up();
    await page.waitForSelector('.page[data-page-number="2"] .region-frame');
    await fill(page, 'The words in it', 'Attendance rose to 94 per cent');
    await press(page, 'Save the region');
    await panel.waitForSelector('form.card img');
    await saveCard(panel, 'From the scan');
    await see(panel, 'In the log');

    const log = await ben.open('log');
    await see(log, 'From the scan');
    const picture = await log.waitForSelector('img[alt="Attendance rose to 94 per cent"]');
    const [width, height, dark] = (await picture?.evaluate(async (one) => {
      const image = one as HTMLImageElement;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.naturalWidth,
        height: image.naturalHeight,
      });
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const middle = context?.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data;
      return [canvas.width, canvas.height, middle?.[0] ?? 255];
    })) ?? [0, 0, 255];
    expect(width).toBeGreaterThan(200);
    expect(height).toBeGreaterThan(200);
    expect(dark).toBeLessThan(40);
    const link2 = await log.$$eval('a', (all) => all.map(({ href }) => href).find((href) => href.includes('scan.pdf')));
    expect(link2).toContain('#page=2');
  });
});

describe('words from the browser’s own viewer', () => {
  it('say on their card what is missing, and how to have it', async () => {
    const panel = await alone.chromium.panel();
    await panel.evaluate(async () => {
      const passage = { exact: 'Words that were selected', prefix: '', suffix: '', start: 0, end: 0 };
      const draft = {
        id: crypto.randomUUID(),
        what: 'quote',
        passages: [passage],
        source: { url: 'https://school.example/report.pdf', title: 'report.pdf' },
        note: '',
        tags: [],
        tag: '',
        priorities: [],
        changed: Date.now(),
      };
      const [{ name = '' } = {}] = (await indexedDB.databases()).filter((one) => one.name?.startsWith('goldthread'));
      await new Promise<void>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const write = open.result.transaction('drafts', 'readwrite');
          write.objectStore('drafts').put(draft);
          write.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      });
      location.reload();
    });
    await see(panel, 'Their page number is missing');
    await press(panel, 'Open it in Goldthread');
    await until('the reader is there', async () => {
      const urls = (await alone.chromium.browser.pages()).map((one) => one.url());
      return urls.some((url) => url.includes('reader.html') && url.includes('school.example'));
    });
  });
});
