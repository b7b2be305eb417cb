import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { startWorkerProcess } from '../tools/start/worker-process.ts';
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
  /** Ends the Worker at once, wherever it is with what it does, and starts it again with the data that it left. */
  killWorker(): Promise<void>;
  restartWorker(): Promise<void>;
  /** Starts the browser again with the same profile. */
  again(): Promise<void>;
  close(): Promise<void>;
}

/** Sets it all up: headless, with a new cluster called Kestrel Vale. A Worker `apart` can be killed. */
export async function startAlone(options: Options & { apart?: boolean } = {}): Promise<Alone> {
  const data = mkdtempSync(join(tmpdir(), 'goldthread-alone-'));
  const profile = newProfile();
  let apart = options.apart ? await startWorkerProcess({ port: 0, data }) : undefined;
  const worker = apart ?? (await startLocalWorker({ port: 0, data }));
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
    async killWorker() {
      if (!apart) throw new Error('Only a Worker that runs apart can be killed');
      await apart.kill();
    },
    async restartWorker() {
      apart = await startWorkerProcess({ port: Number(new URL(worker.address).port), data });
    },
    async close() {
      await alone.chromium.close().catch(() => undefined);
      await Promise.all([tap.close(), (apart ?? worker).stop(), site.close()]);
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
