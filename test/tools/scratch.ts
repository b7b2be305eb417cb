import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinLink, Issued } from '../../shared/cluster/access.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { joinCluster, see, press, unfold } from '../e2e/screens.ts';
import { fillDemo } from './demo.ts';
import { startLocalWorker } from './local-worker.ts';
import { serveSamplePages } from './sample-pages.ts';
import { post } from './api.ts';
const secret = 'only for these pictures, thirty-two and more';
const data = mkdtempSync(join(tmpdir(), 'goldthread-scratch-'));
const worker = await startLocalWorker({ port: 0, data, vars: { OPERATOR_SECRET: secret } });
const pages = await serveSamplePages(0);
const chromium = await launchChromium({ args: ['--hide-scrollbars'] });
try {
  const demo = await fillDemo(worker.address, secret, pages.address);
  const { code } = await post(worker.address, 'invitations', Issued, { role: 'coordinator', schools: [demo.school], uses: 1, days: 7 }, demo.token);
  await joinCluster(await chromium.welcome(), { link: joinLink(worker.address, code), name: 'Alex Reader' });
  const page = await chromium.open('log');
  const shot = async (name: string) => {
    for (const dark of [false, true]) for (const width of [360, 1280]) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
      await page.setViewport({ width, height: 900 });
      await new Promise((r) => setTimeout(r, 250));
      await page.screenshot({ path: `/tmp/lead/${name}-${width}${dark ? '-dark' : ''}.png`, fullPage: true });
    }
  };
  const go = async (hash: string) => { await page.evaluate((h) => { location.hash = h; }, hash); await new Promise((r) => setTimeout(r, 900)); };
  await go('#/publish'); await see(page, 'Reviews'); await shot('overview');
  const href = await page.$eval('.review-list a', (a) => a.getAttribute('href') ?? '');
  await go(href); await shot('review');
  if (process.argv[2]) {
    await press(page, 'Put something right'); await see(page, 'Signed by every school'); await shot('correcting');
    await press(page, 'Look at what will be published'); await new Promise((r) => setTimeout(r, 1500)); await shot('check');
  }
  await go('#/publish/questions'); await shot('questions');
  const q = await page.$eval('.review-list a', (a) => a.getAttribute('href') ?? '');
  await go(q); await shot('question');
  await go('#/partnership'); await shot('partnership');
  console.log(worker.address);
} finally {
  await chromium.close();
  await Promise.all([worker.stop(), pages.stop()]);
}
