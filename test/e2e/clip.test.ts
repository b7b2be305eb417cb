import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Display, startDisplay } from '../tools/display.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import {
  choosePriority,
  fill,
  inviteLink,
  joinCluster,
  openTab,
  press,
  saveCard,
  see,
  select,
  startCluster,
  textOf,
  unfold,
} from './screens.ts';
import { type Site, startSite } from './site.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-clip-'));
let display: Display;
let worker: LocalWorker;
let site: Site;
let ann: Chromium;
let ben: Chromium;
let annPanel: Page;

beforeAll(async () => {
  [display, worker, site] = await Promise.all([startDisplay(), startLocalWorker({ port: 0, data }), startSite()]);
  ann = await launchChromium({ display, place: { x: 0, y: 0, width: 700, height: 860 } });
  ben = await launchChromium({ display, place: { x: 710, y: 0, width: 720, height: 860 } });
}, 120_000);

afterAll(async () => {
  await Promise.all([ann?.close(), ben?.close()]);
  await Promise.all([display?.close(), worker?.stop(), site?.close()]);
  rmSync(data, { recursive: true, force: true });
});

/** Opens a sample page in front, with some words of it selected. */
async function read(chromium: Chromium, path: string, selector: string): Promise<{ page: Page; quote: string }> {
  const page = await chromium.browser.newPage();
  await page.goto(`${site.address}${path}`);
  await page.bringToFront();
  await display.activate(chromium.process?.pid ?? 0);
  // Keys go where the focus is: to the page, not to the panel in which somebody wrote last.
  const { x, y } = await pointOn(page, 'h1');
  await display.moveAndClick(x, y);
  await page.waitForFunction(() => document.hasFocus());
  return { page, quote: await select(page, selector) };
}

describe('two members of one cluster', () => {
  it('start it and join it on the welcome page that opens at install', async () => {
    const welcome = await ann.welcome();
    await startCluster(welcome, { address: worker.address, cluster: 'Kestrel Vale', name: 'Ann Archer' });
    await see(welcome, 'You are in Kestrel Vale');
    const first = await read(ann, '/', 'h1');
    await ann.pressButton(first.page);
    annPanel = await ann.panel();
    await press(annPanel, 'Discard');

    await openTab(annPanel, 'Cluster');
    await unfold(annPanel, 'Propose a priority');
    await fill(annPanel, 'What should change?', 'Every child reads by seven');
    await press(annPanel, 'Propose');
    await see(annPanel, 'Every child reads by seven');

    const link = await inviteLink(annPanel);
    await joinCluster(await ben.welcome(), { link, name: 'Ben Baker' });
    await see(await ben.welcome(), 'You are in Kestrel Vale');
  });

  it('one clips by the button; the other sees it live in the real side panel', async () => {
    const { page, quote } = await read(ben, '/reading-fluency.html', 'main p');
    await ben.pressButton(page);
    const panel = await ben.panel();
    await see(panel, quote);
    await choosePriority(panel, 'Every child reads by seven');
    await saveCard(panel, 'By the button');
    await see(panel, 'In the log');
    await see(annPanel, 'By the button');
    const seen = await textOf(annPanel);
    expect(seen).toContain(quote);
    expect(seen).toContain('Ben Baker');
  });

  it('by the shortcut, with real keys', async () => {
    const { quote } = await read(ben, '/transition-guidance.html', 'main p ~ p');
    await display.key('alt+shift+g');
    const panel = await ben.panel();
    await see(panel, quote);
    await saveCard(panel, 'By the shortcut');
    await see(annPanel, 'By the shortcut');
  });

  it('by the context menu, with a real mouse', async () => {
    const { page, quote } = await read(ben, '/reading-fluency.html', 'main p');
    const { x, y } = await pointOn(page, 'main p');
    await display.rightClickAt(x, y);
    // From the end of the menu: 'Inspect', then ours.
    await display.key('Up', 'Up', 'Return');
    const panel = await ben.panel();
    await see(panel, quote);
    await saveCard(panel, 'By the menu');
    await see(annPanel, 'By the menu');
  });
});

/** Where an element is on the screen: a point well inside it. */
function pointOn(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, (element) => {
    const box = element.getBoundingClientRect();
    // The panel is to the right of the page; the window's own border is all that is to the left and below.
    const border = 10;
    return {
      x: Math.round(screenX + border + box.left + box.width / 4),
      y: Math.round(screenY + outerHeight - innerHeight - border + box.top + box.height / 2),
    };
  });
}
