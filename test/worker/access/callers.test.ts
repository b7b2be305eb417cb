import { describe, expect, it } from 'vitest';
import { protocolHeader } from '../../../shared/sync.ts';
import { call, foundCluster } from '../cluster.ts';
import { callWith } from '../other-env.ts';
import { askLive, offering } from '../sockets.ts';

const extension = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const allowed = (answer: Response) => answer.headers.get('access-control-allow-origin');

/** What a browser asks before it sends a token from another origin. */
const preflight = (origin: string, ORIGINS = '') =>
  callWith({ ORIGINS }, '/api/actions', {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': `authorization,content-type,${protocolHeader}`,
    },
  });

describe('a page of another origin', () => {
  it('may call with a token where it is the extension, in any browser', async () => {
    for (const origin of [extension, 'moz-extension://0e7b3d3c-9d2f-4a53-8ad3-7e6a25d4b3a1']) {
      const answer = await preflight(origin);
      expect(answer.status).toBe(204);
      expect(allowed(answer)).toBe(origin);
      const headers = answer.headers.get('access-control-allow-headers')?.toLowerCase() ?? '';
      for (const name of ['authorization', 'content-type', protocolHeader]) expect(headers).toContain(name);
      expect(answer.headers.get('access-control-allow-methods')).toContain('PUT');
      expect(answer.headers.get('vary')?.toLowerCase()).toContain('origin');
    }
  });

  it('may call where the owner names it, and only then', async () => {
    const named = 'https://hub.example https://trust.example:8443';
    for (const origin of named.split(' ')) expect(allowed(await preflight(origin, named))).toBe(origin);
    for (const origin of [
      'https://evil.example',
      'http://hub.example',
      'https://hub.example:8443',
      'https://hub.example.evil',
      'null',
      '',
      'https://x/chrome-extension://y',
      'chrome-extension:',
    ]) {
      expect(allowed(await preflight(origin, named)), origin).toBeNull();
      expect(allowed(await preflight(origin)), origin).toBeNull();
    }
  });

  it('can read a good answer, a problem and an image’s, and never with cookies', async () => {
    const { token } = await foundCluster();
    const headers = { origin: extension };
    const answers = [
      await call('/api/changes', { body: { after: 0 }, token, headers }),
      await call('/api/changes', { body: {}, token, headers }),
      await call('/api/devices', { headers }),
      await call('/api/nothing', { headers }),
      await call(`/api/blobs/${'a'.repeat(64)}`, { token, headers }),
      await call('/api/about', { headers: { ...headers, [protocolHeader]: '0' } }),
      await call('/api/actions', { token, headers, raw: '{' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 401, 404, 404, 426, 400]);
    for (const answer of answers) {
      expect(allowed(answer)).toBe(extension);
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    }
    expect(allowed(await call('/api/about', { headers: { origin: 'https://evil.example' } }))).toBeNull();
  });

  it('is not asked for by a live socket, whose credential no page can guess', async () => {
    const { token } = await foundCluster();
    for (const origin of [extension, 'https://hub.example']) {
      const { status, webSocket } = await askLive(offering(token), { origin });
      expect(status).toBe(101);
      webSocket?.accept();
      webSocket?.close();
    }
  });
});
