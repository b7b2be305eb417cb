import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Display, startDisplay } from '../tools/display.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { fill, inviteLink, joinCluster, saveCard, see, startCluster } from './screens.ts';
import { type Site, startSite } from './site.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-menus-'));
let display: Display;
let worker: LocalWorker;
let site: Site;
let ann: Chromium;
let ben: Chromium;
let benPanel: Page;

beforeAll(async () => {
  [display, worker, site] = await Promise.all([startDisplay(), startLocalWorker({ port: 0, data }), startSite()]);
  ann = await launchChromium({ display, place: { x: 0, y: 0, width: 900, height: 860 } });
  ben = await launchChromium();
  const welcome = await ann.welcome();
  await startCluster(welcome, { address: worker.address, cluster: 'Kestrel Vale', name: 'Ann Archer' });
  const tab = await ann.open('sidepanel');
  await joinCluster(await ben.welcome(), { link: await inviteLink(tab), name: 'Ben Baker' });
  await tab.close();
  benPanel = await ben.open('sidepanel');
}, 120_000);

afterAll(async () => {
  await Promise.all([ann?.close(), ben?.close()]);
  await Promise.all([display?.close(), worker?.stop(), site?.close()]);
  rmSync(data, { recursive: true, force: true });
});

/** Opens a sample page in front. */
async function read(path: string): Promise<Page> {
  const page = await ann.browser.newPage();
  await page.goto(`${site.address}${path}`);
  await page.bringToFront();
  await display.activate(ann.process?.pid ?? 0);
  return page;
}

/** Chooses our item from the real menu over an element: so many from its end. */
async function choose(page: Page, selector: string, ups = 2): Promise<Page> {
  const { x, y } = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center' });
    const box = element.getBoundingClientRect();
    return {
      x: Math.round(screenX + 10 + box.left + Math.min(20, box.width / 4)),
      y: Math.round(screenY + outerHeight - innerHeight - 10 + box.top + box.height / 2),
    };
  });
  await display.rightClickAt(x, y);
  await display.key(...Array<string>(ups).fill('Up'), 'Return');
  return ann.panel();
}

/** The entry with this note, as the other member sees it. */
async function seenByBen(note: string): Promise<string> {
  await see(benPanel, note);
  const entries = await benPanel.$$eval('.entry', (found) => found.map(({ textContent }) => textContent));
  return entries.find((text) => text.includes(note)) ?? '';
}

describe('by the browser’s own menu', () => {
  it('a whole page', async () => {
    const page = await read('/transition-guidance.html');
    // Behind it: the page's source, 'Inspect'.
    const panel = await choose(page, 'main p', 3);
    await see(panel, 'The whole page');
    await saveCard(panel, 'All of it');
    expect(await seenByBen('All of it')).toContain('The whole page');
  });

  it('a link, by its words', async () => {
    const page = await read('/index.html');
    const words = await page.$eval('main a, body a', (link) => link.textContent.trim());
    const panel = await choose(page, 'main a, body a');
    await panel.waitForSelector('form.card a');
    await saveCard(panel, 'Where it leads');
    expect(await seenByBen('Where it leads')).toContain(words);
  });

  it('a picture with its words, made small enough, which another member fetches', async () => {
    const page = await read('/reading-fluency.html');
    await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 1700;
      const context = canvas.getContext('2d');
      // Noise, so that nothing makes it small but scaling.
      const pixels = new ImageData(1700, 1700);
      for (let i = 0; i < pixels.data.length; i++) pixels.data[i] = (i * 2654435761) >>> ((i * 7) % 24) || 255;
      context?.putImageData(pixels, 0, 0);
      const image = new Image(400, 200);
      image.alt = 'Reading ages before and after';
      image.id = 'chart';
      const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      image.src = URL.createObjectURL(png ?? new Blob());
      await image.decode();
      document.querySelector('main')?.prepend(image);
    });
    const panel = await choose(page, '#chart');
    await panel.waitForSelector('form.card img');
    await fill(panel, 'What the picture shows', 'Reading ages, before and after the project');
    await saveCard(panel, 'Look at the second bar');
    await see(panel, 'In the log');
    await seenByBen('Look at the second bar');
    const alt = 'Reading ages, before and after the project';
    await benPanel.waitForSelector(`.entry img[alt="${alt}"]`);
    const width = await benPanel.$eval('.entry img', async (image) => {
      const picture = image as HTMLImageElement;
      await picture.decode();
      return picture.naturalWidth;
    });
    expect(width).toBeGreaterThan(100);
    expect(width).toBeLessThanOrEqual(1600);
  });
});
