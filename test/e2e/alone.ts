import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium, newProfile, type Options } from './chromium.ts';
import { select, startCluster } from './screens.ts';
import { type Site, startSite } from './site.ts';
import { startTap, type Tap } from './tap.ts';

/** One member with a cluster of their own, a site to read, and a tap on the line to the Worker. */
export interface Alone {
  site: Site;
  worker: LocalWorker;
  tap: Tap;
  chromium: Chromium;
  profile: string;
  /** Opens a page, selects in it and presses the button. Gives the panel and what was selected. */
  clip(path: string, selector: string): Promise<{ page: Page; panel: Page; quote: string }>;
  /** Starts the browser again with the same profile. */
  again(): Promise<void>;
  close(): Promise<void>;
}

/** Sets it all up: headless, with a new cluster called Kestrel Vale. */
export async function startAlone(options: Options = {}): Promise<Alone> {
  const data = mkdtempSync(join(tmpdir(), 'goldthread-alone-'));
  const profile = newProfile();
  const worker = await startLocalWorker({ port: 0, data });
  const tap = await startTap(worker.address);
  const site = await startSite();
  const launch = () => launchChromium({ ...options, profile });
  const alone: Alone = {
    site,
    worker,
    tap,
    profile,
    chromium: await launch(),
    async clip(path, selector) {
      const page = await alone.chromium.browser.newPage();
      await page.goto(`${site.address}${path}`);
      const quote = await select(page, selector);
      await alone.chromium.pressButton(page);
      return { page, panel: await alone.chromium.panel(), quote };
    },
    async again() {
      alone.chromium = await launch();
    },
    async close() {
      await alone.chromium.close().catch(() => undefined);
      await Promise.all([tap.close(), worker.stop(), site.close()]);
      for (const folder of [data, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await startCluster(await alone.chromium.welcome(), {
    address: tap.address,
    cluster: 'Kestrel Vale',
    name: 'Ann Archer',
  });
  return alone;
}
