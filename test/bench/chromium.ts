import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../tools/browsers.ts';

const program = findChromium({ branded: true });

/** What is measured with, for the line above a table. */
export const chromiumVersion = `Chromium ${program?.version ?? ''}`;

/** Opens a real Chromium with a profile on disk: in a private window IndexedDB would live in memory. */
export async function openChromium(profile: string, flags: readonly string[] = []): Promise<BrowserContext> {
  if (!program) throw new Error('Chromium is missing. Install it, or set GOLDTHREAD_CHROMIUM to its path.');
  return chromium.launchPersistentContext(profile, {
    executablePath: program.path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...flags],
  });
}

/** A fresh page at an address, once its scripts have run. */
export async function openPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}/bench.html`, { waitUntil: 'load' });
  return page;
}

/** Runs something in a page of a browser that was never used before, and removes what it left on disk. */
export async function inNewBrowser<T>(folder: string, address: string, run: (page: Page) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(folder, 'profile-'));
  const context = await openChromium(profile);
  try {
    return await run(await openPage(context, address));
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
