import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstLoad, gzippedBytes } from '../bench/bytes.ts';
import { root } from '../tools/run-process.ts';

const built = (browser: string) => join(root, `.output/${browser}-mv3`);

/** Bytes gzipped. What is over the budget loads later, or earns a larger budget here with its reason. */
// The log page loads what the panel does, and its own frame.
const budgets = { panel: 75_000, welcome: 75_000, log: 80_000, pageScript: 15_000 };

describe.each(['chrome', 'firefox'])('what loads at first in %s', (browser) => {
  it.each(['panel', 'welcome', 'log'] as const)('for the %s stays within its budget', (name) => {
    const document = name === 'panel' ? 'sidepanel.html' : `${name}.html`;
    const paths = firstLoad(built(browser), document);
    expect(paths.some((path) => path.endsWith('.js'))).toBe(true);
    expect(paths.some((path) => path.endsWith('.css'))).toBe(true);
    expect(gzippedBytes(built(browser), paths)).toBeLessThan(budgets[name]);
  });

  it('in a page stays within its budget', () => {
    // What captures, and what is present: a page may hold both.
    const paths = ['page-script.js', 'presence.js', 'highlight.css'];
    for (const path of paths) expect(gzippedBytes(built(browser), [path]), path).toBeGreaterThan(0);
    const bytes = gzippedBytes(built(browser), paths);
    expect(bytes).toBeLessThan(budgets.pageScript);
  });
});
