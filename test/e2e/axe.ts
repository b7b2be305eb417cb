import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the checker finds on a page as it stands, in light and dark, narrow and wide, sideways scrolling included. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found = new Set<string>();
  await page.bringToFront();
  await page.evaluate(axe);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    for (const width of [320, 1280]) {
      await page.setViewport({ width, height: 800 });
      const source = `axe.run({ runOnly: ${JSON.stringify(levels)} }).then(({ violations, passes }) => ({
        checked: passes.length,
        violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => id + ': ' + html.slice(0, 200) + ' ' + (any[0]?.message ?? ''))),
        wide: document.documentElement.scrollWidth > innerWidth,
      }))`;
      const { checked, violations, wide } = (await page.evaluate(source)) as {
        checked: number;
        violations: string[];
        wide: boolean;
      };
      expect(checked, 'rules that were met').toBeGreaterThan(5);
      for (const violation of violations) found.add(`${scheme}, ${width}: ${violation}`);
      if (wide) found.add(`${scheme}, ${width}: it can be scrolled sideways`);
    }
  }
  return [...found];
}
