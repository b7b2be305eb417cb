/**
 * Takes the README's pictures anew, from the real extension and the real Worker with the demo cluster in it:
 * `npm run build && node test/tools/pictures.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { joinLink } from '../../shared/cluster/access.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { choosePriority, fill, joinCluster, press, see, seeGone, select } from '../e2e/screens.ts';
import { fillDemo, inviteToDemo } from './demo.ts';
import { startLocalWorker } from './local-worker.ts';
import { root } from './run-process.ts';
import { serveSamplePages } from './sample-pages.ts';

const folder = join(root, 'test/fixtures/readme');
const secret = 'only for these pictures, thirty-two and more';
const data = mkdtempSync(join(tmpdir(), 'goldthread-pictures-'));
const worker = await startLocalWorker({ port: 0, data, vars: { OPERATOR_SECRET: secret } });
const pages = await serveSamplePages(0);
const chromium = await launchChromium({ args: ['--hide-scrollbars', '--force-device-scale-factor=1'] });

async function picture(
  page: Page,
  name: string,
  dark: boolean,
  size: { width: number; height: number },
): Promise<void> {
  await page.bringToFront();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  await page.setViewport(size);
  await page.screenshot({ path: join(folder, `${name}.png`), optimizeForSpeed: false });
}

try {
  const demo = await fillDemo(worker.address, secret, pages.address);
  const link = joinLink(worker.address, await inviteToDemo(worker.address, demo));
  const welcome = await chromium.welcome();
  await see(welcome, 'Join your cluster');
  await fill(welcome, 'Your link or code', `${link.slice(0, -43)}…`);
  await picture(welcome, 'welcome', false, { width: 760, height: 760 });
  await joinCluster(welcome, { link, name: 'Priya Shah' });

  const page = await chromium.browser.newPage();
  await page.goto(`${pages.address}/reading-fluency.html`);
  await select(page, 'main p');
  await chromium.pressButton(page);
  const panel = await chromium.panel();
  await see(panel, 'So what for us?');
  await fill(panel, 'So what for us?', 'Ten minutes a day is what our Year 4 teachers said they could manage.');
  await choosePriority(panel, 'Every pupil reads fluently');
  await picture(panel, 'card', false, { width: 380, height: 760 });
  await press(panel, 'Save');
  await see(panel, 'Ten minutes a day');
  await seeGone(panel, 'On this device');
  await picture(panel, 'log-light', false, { width: 380, height: 760 });
  await picture(panel, 'log-dark', true, { width: 380, height: 760 });
} finally {
  await chromium.close();
  await Promise.all([worker.stop(), pages.stop()]);
  rmSync(data, { recursive: true, force: true });
}
