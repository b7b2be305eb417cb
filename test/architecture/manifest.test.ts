import { describe, expect, it } from 'vitest';
import type { UserManifest } from 'wxt';
import config from '../../wxt.config.ts';
import { frozenRights, pupilHosts, rightsOf, takesIn } from './manifest-frozen.ts';

/** The manifest as the configuration gives it, before WXT adds the entrypoints. test/e2e has the built one. */
async function configured(browser: string): Promise<UserManifest> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('wxt.config.ts gives no function');
  return manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' });
}

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', (browser) => {
  it('asks for what people agreed to, and for nothing else', async () => {
    expect(rightsOf({ manifest_version: config.manifestVersion, ...(await configured(browser)) })).toEqual(
      frozenRights[browser],
    );
  });

  it('may never see every site or every tab, nor require a site that lists pupils', async () => {
    const { permissions, optional_permissions, host_permissions, optional_host_permissions } = rightsOf(
      await configured(browser),
    );
    const all = [...permissions, ...optional_permissions, ...host_permissions, ...optional_host_permissions];
    for (const never of ['<all_urls>', 'tabs', 'webNavigation', 'history']) expect(all).not.toContain(never);
    for (const pattern of host_permissions) {
      expect(pattern).toMatch(/^https:\/\/[a-z0-9.-]+\/\*$/);
      for (const host of pupilHosts) expect(takesIn(pattern, host), `${pattern} takes in ${host}`).toBe(false);
    }
  });

  it('has a policy that lets no script or style in from elsewhere', async () => {
    const { policy } = rightsOf(await configured(browser));
    const words = JSON.stringify(policy);
    for (const never of ['unsafe', 'eval', 'script-src', '*.']) expect(words).not.toContain(never);
    expect(policy.extension_pages).toContain("default-src 'self'");
  });
});

describe('the reading of a manifest', () => {
  it('shows each thing that is added', async () => {
    const given = { manifest_version: 3, ...(await configured('chrome')) };
    const hosts = [...(given.host_permissions ?? []), 'https://new.example/*'];
    const scripts = [{ matches: ['https://www.gov.uk/*'], js: ['a.js'] }];
    for (const more of [
      { permissions: [...(given.permissions ?? []), 'history'] },
      { host_permissions: hosts },
      { optional_permissions: ['bookmarks'] },
      { content_scripts: scripts },
      { web_accessible_resources: [{ resources: ['a.js'], matches: ['https://*/*'] }] },
      { content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'" } },
      { commands: { ...given.commands, other: { suggested_key: { default: 'Alt+Shift+H' } } } },
    ]) {
      expect(rightsOf({ ...given, ...more }), JSON.stringify(more).slice(0, 60)).not.toEqual(frozenRights.chrome);
    }
  });

  it('knows which hosts a pattern takes in', () => {
    const host = 'viewyourdata.education.gov.uk';
    for (const pattern of ['<all_urls>', 'https://*/*', '*://*.gov.uk/*', `https://${host}/*`, `https://*.${host}/*`]) {
      expect(takesIn(pattern, host), pattern).toBe(true);
    }
    for (const pattern of ['https://www.gov.uk/*', 'https://*.ofsted.gov.uk/*', `https://x.${host}/*`]) {
      expect(takesIn(pattern, host), pattern).toBe(false);
    }
  });
});
