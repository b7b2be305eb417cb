import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { extensionId } from '../e2e/chromium.ts';
import { chromiumVersion } from './chromium.ts';
import { buildWith, inBrowser, inExtension } from './extended.ts';
import { cell, interleave, printTable } from './measure.ts';

const rounds = 7;
const sizes = [100, 10_000, 100_000];

/** Milliseconds from the opening of the panel's document. */
interface Opened {
  /** The first contents were painted (Paint Timing: first-contentful-paint). */
  paint: number;
  /** Entries of the log were drawn. */
  entries: number;
}

/** Opens the panel's document in a tab, and tells when its entries were there. */
async function openPanel(browser: Browser): Promise<Opened> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const seen = new Promise<number>((resolve) => {
      const look = () => {
        // In the next frame it is on the screen.
        if (document.querySelector('main article')) requestAnimationFrame(() => resolve(performance.now()));
        else requestAnimationFrame(look);
      };
      look();
    });
    Object.assign(globalThis, { seen });
  });
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  const opened = await page.evaluate(async () => {
    const entries = await (globalThis as unknown as { seen: Promise<number> }).seen;
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { paint: paint?.startTime ?? Number.NaN, entries };
  });
  await page.close();
  return opened;
}

/** How long the real panel takes to show the log, with more and more in it. */
export async function benchPanel(folder: string): Promise<void> {
  const build = await buildWith(folder, 'open.ts');
  const profiles = sizes.map((size) => join(folder, `profile-${size}`));
  for (const [i, size] of sizes.entries()) {
    await inExtension({ build, profile: profiles[i] as string }, (page) => page.evaluate((n) => window.fill(n), size));
  }
  const results = await interleave(
    rounds,
    profiles.map(
      (profile) => () =>
        inBrowser({ build, profile }, async ({ browser }) => ({
          cold: await openPanel(browser),
          warm: await openPanel(browser),
        })),
    ),
  );
  console.log(`${chromiumVersion}; the panel’s own document, the cluster out of reach;`);
  console.log(`milliseconds from opening it, median (least–most) of ${rounds} interleaved rounds`);
  printTable(
    ['records', 'browser just started: first paint', 'entries shown', 'opened again: first paint', 'entries shown'],
    sizes.map((size, i) => {
      const all = results[i] ?? [];
      return [
        size.toLocaleString('en-GB'),
        cell(all.map(({ cold }) => cold.paint)),
        cell(all.map(({ cold }) => cold.entries)),
        cell(all.map(({ warm }) => warm.paint)),
        cell(all.map(({ warm }) => warm.entries)),
      ];
    }),
  );
}
