import { describe, expect, it } from 'vitest';
import { call, codeOf } from './cluster.ts';

const page = async () => {
  const answer = await call('/app/');
  expect(answer.status).toBe(200);
  return { answer, html: await answer.text() };
};

/** The scripts and styles that the page names. */
const filesIn = (html: string) => [...html.matchAll(/(?:src|href)="(\/app\/[^"]+)"/g)].map(([, path = '']) => path);

describe('the web app', () => {
  it('is a page that runs its own scripts only, in nobody’s frame, and talks to nobody else', async () => {
    const { answer, html } = await page();
    expect(answer.headers.get('content-type')).toContain('text/html');
    const policy = (answer.headers.get('content-security-policy') ?? '').split('; ');
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self' wss://goldthread.test",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types goldthread',
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy.join()).not.toMatch(/unsafe|\*/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    // Nothing that such a policy would stop.
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=/i);
    expect(html).not.toMatch(/(src|href)="(?!\/app\/)/);
    expect(html).toContain('lang="en-GB"');
  });

  it('has every file that it names, and those that have their content in their name stay for ever', async () => {
    const files = filesIn((await page()).html);
    expect(files.some((path) => /^\/app\/assets\/.+\.js$/.test(path))).toBe(true);
    expect(files.some((path) => /^\/app\/assets\/.+\.css$/.test(path))).toBe(true);
    for (const path of files) {
      const answer = await call(path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(answer.headers.get('cache-control'), path).toBe(
        path.startsWith('/app/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      await answer.arrayBuffer();
    }
  });

  it('can be put on a home screen, and takes what other apps share', async () => {
    const answer = await call('/app/manifest.webmanifest');
    const manifest = (await answer.json()) as {
      scope: string;
      start_url: string;
      icons: { src: string; sizes: string }[];
      share_target: { action: string; method: string };
    };
    expect(manifest).toMatchObject({ scope: '/app/', start_url: '/app/', display: 'standalone' });
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    for (const { src } of manifest.icons) {
      const icon = await call(src);
      expect(icon.headers.get('content-type'), src).toBe('image/png');
      await icon.arrayBuffer();
    }
    const { action, method } = manifest.share_target;
    expect({ action, method }).toEqual({ action: '/app/share', method: 'POST' });
    // Where the app is not there to take it, it goes nowhere, and least of all into an address.
    const shared = await call(action, { raw: new URLSearchParams({ url: 'https://www.gov.uk/x' }) });
    expect([200, 303]).toContain(shared.status);
    expect(await shared.text()).not.toContain('gov.uk');
  });

  it('keeps every file for when there is no connection', async () => {
    const worker = await call('/app/offline.js');
    expect(worker.headers.get('content-type')).toContain('javascript');
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    const code = await worker.text();
    expect(code).not.toMatch(/__FILES__|__VERSION__/);
    const listed = [...code.matchAll(/"(\/app\/[^"]*)"/g)].map(([, path = '']) => path);
    for (const path of filesIn((await page()).html)) expect(listed).toContain(path);
    for (const path of listed) {
      const answer = await call(path);
      expect(answer.status, path).toBe(200);
      await answer.arrayBuffer();
    }
  });

  it('is found without its last stroke, and has nothing beside it', async () => {
    const { status, redirected, url } = await call('/app');
    expect(status === 308 || (redirected && url.endsWith('/app/'))).toBe(true);
    for (const path of ['/app/index', '/app/assets/', '/app/assets/none.js', '/index.html']) {
      expect(await codeOf(call(path)), path).toBe('not-found');
    }
    // Not of the app, so a partnership might have it: there is a page that says that there is none.
    const outside = await call('/app/../worker/index.ts');
    expect(outside.status).toBe(404);
    expect(await outside.text()).toContain('There is nothing here');
  });
});
