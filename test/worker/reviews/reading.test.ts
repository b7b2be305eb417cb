import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { redact } from '../../../shared/cluster/redact.ts';
import { callWith } from '../other-env.ts';
import { post, settle, without } from './partnership.ts';
import { doing, published } from './publishing.ts';

// What fails is said in the Worker's own log.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const quote = 'A quotation that will be taken out of it';

/** As a Worker that keeps what it read for some seconds. */
const read = (path: string, seconds: number, headers: Record<string, string> = {}) =>
  callWith({ PAGE_SECONDS: String(seconds) }, path, { headers });

describe('a reader', () => {
  it('is answered from memory for a few seconds, without D1, and with what is new after that', async () => {
    const draft = await published({ quote });
    const path = `/${draft.slug}/2025-26/p1`;
    expect(await (await read(path, 60)).text()).toContain(quote);
    await without('editions', async () => {
      expect(await (await read(path, 60)).text()).toContain(quote);
      const away = await read(path, 0);
      expect([away.status, away.headers.get('retry-after'), away.headers.get('cache-control')]).toEqual([
        503,
        '60',
        'no-store',
      ]);
      expect(away.headers.get('content-type')).toContain('text/html');
    });
    await doing(draft.token, redact, { kind: 'evidence', id: draft.evidence });
    await settle(draft.cluster);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    expect(await (await read(path, 60)).text()).not.toContain(quote);
  });

  it('who has the page already is told so, until it changes', async () => {
    const draft = await published({ quote });
    const path = `/${draft.slug}/2025-26/p1`;
    const first = await read(path, 0);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await read(path, 0, { 'if-none-match': known });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    await doing(draft.token, redact, { kind: 'evidence', id: draft.evidence });
    await settle(draft.cluster);
    const changed = await read(path, 0, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).not.toContain(quote);
  });

  it('reads while the partnership’s own object cannot be reached, and an asker is told to come back', async () => {
    const { slug } = await published();
    const broken = new Proxy(env.CLUSTERS, {
      get() {
        throw new Error('No object is there');
      },
    });
    expect((await callWith({ CLUSTERS: broken }, `/${slug}`)).status).toBe(200);
    const words = { text: 'Why do so few pupils read at home?', who: 'family' };
    const answer = await post(`/${slug}/ask`, words, {}, { CLUSTERS: broken });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain(words.text);
  });
});
