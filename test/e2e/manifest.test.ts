import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frozenRights, rightsOf } from '../architecture/manifest-frozen.ts';
import { root } from '../tools/run-process.ts';

describe.each(['chrome', 'firefox'] as const)('the built manifest for %s', (browser) => {
  const manifest = JSON.parse(readFileSync(join(root, `.output/${browser}-mv3/manifest.json`), 'utf8'));

  it('asks for what people agreed to, and for nothing else', () => {
    expect(rightsOf(manifest)).toEqual(frozenRights[browser]);
  });

  it('has the parts that it was built with, and no page of it can be framed', () => {
    const panel = browser === 'chrome' ? manifest.side_panel : manifest.sidebar_action;
    expect(Object.values(panel)).toContain('sidepanel.html');
    expect(Object.keys(manifest.background)).toEqual([browser === 'chrome' ? 'service_worker' : 'scripts']);
    const policy: string = manifest.content_security_policy.extension_pages;
    // In Chrome it is its own rule that no site frames a page of ours: test/e2e/reader-handler.test.ts.
    expect(policy.includes("frame-ancestors 'none'")).toBe(browser === 'firefox');
    expect(manifest.web_accessible_resources).toBeUndefined();
  });
});
