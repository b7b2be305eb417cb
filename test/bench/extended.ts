import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Chromium, extensionId, launchChromium, type Options } from '../e2e/chromium.ts';
import { bundle } from './bundle.ts';
import { buildInto } from './bytes.ts';
import { pageOf } from './serve.ts';

/** Builds the extension with a page more in it, which runs a script of the bench over the extension's own storage. */
export async function buildWith(folder: string, script: string): Promise<string> {
  buildInto(folder);
  const built = join(folder, 'chrome-mv3');
  const html = pageOf('/bench.mjs')['/bench.html']?.body ?? '';
  writeFileSync(join(built, 'bench.html'), html);
  writeFileSync(join(built, 'bench.mjs'), await bundle(join(import.meta.dirname, 'pages', script)));
  return built;
}

/** Runs something in that page, in a browser with this profile. */
export async function inExtension(options: Options, run: (page: Page) => Promise<unknown>): Promise<void> {
  await inBrowser(options, async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${extensionId}/bench.html`);
    await run(page);
  });
}

/** Runs something in a browser that is started for it. */
export async function inBrowser<T>(options: Options, run: (chromium: Chromium) => Promise<T>): Promise<T> {
  const chromium = await launchChromium(options);
  try {
    return await run(chromium);
  } finally {
    await chromium.close();
  }
}
