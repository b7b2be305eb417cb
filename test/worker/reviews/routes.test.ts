import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { call, origin, refusal } from '../cluster.ts';
import { callWith } from '../other-env.ts';
import { publish } from './published-pages.ts';

beforeEach(publish);

describe('an address', () => {
  it('shows the newest edition of the newest period that stands', async () => {
    const [home, named, numbered] = await Promise.all(
      ['/hollowmere', '/hollowmere/2025-26', '/hollowmere/2025-26/2'].map(async (path) => (await call(path)).text()),
    );
    for (const html of [home, named, numbered]) {
      expect(html).toContain('What changed in this edition');
      expect(html).not.toContain('as it was. <a');
    }
  });

  it('shows the newest period where an older one was put right later', async () => {
    const sql =
      "UPDATE editions SET published = published + 9e10, withdrawn = NULL WHERE slug = 'hollowmere' AND period <> '2025-26'";
    await env.PUBLIC.prepare(sql).run();
    expect(await (await call('/hollowmere')).text()).toContain('Our review of 2025/26');
  });

  it('is found as people type it off a poster', async () => {
    for (const [typed, meant] of [
      ['/Hollowmere', '/hollowmere'],
      ['/hollowmere.', '/hollowmere'],
      ['/HOLLOWMERE/2025-26?a=b', '/hollowmere/2025-26?a=b'],
    ] as const) {
      const { status, redirected, url, headers } = await call(typed);
      const to = redirected ? url.replace(origin, '') : headers.get('location');
      expect([redirected || status === 301, to], typed).toEqual([true, meant]);
    }
  });

  it('of answers is another for a number of pages than for a priority', async () => {
    // Kept in memory: one of them must not be served as the other.
    const kept = { PAGE_SECONDS: '60' };
    const about = await callWith(kept, '/hollowmere/answers?about=2');
    const page = await callWith(kept, '/hollowmere/answers?page=2');
    expect(await page.text()).not.toBe(await about.text());
  });

  it('of an older edition shows it as it was, and says that it was replaced', async () => {
    const html = await (await call('/hollowmere/2025-26/1')).text();
    expect(html).toContain('This is edition 1, as it was.');
    expect(html).toContain('<a href="/hollowmere/2025-26">Edition 2 has replaced it</a>');
    expect(html).toContain('href="/hollowmere/2025-26/1/school/199901"');
    expect(html).not.toContain('/sheet/');
    expect((await call('/hollowmere/2025-26/1/school/199901')).status).toBe(200);
  });

  it('of what was withdrawn is gone, and says what was there and why', async () => {
    for (const path of ['/hollowmere/summer-2025', '/hollowmere/summer-2025/1', '/hollowmere/summer-2025/p1']) {
      const answer = await call(path);
      expect(answer.status, path).toBe(410);
      const html = await answer.text();
      expect(html, path).toContain('Here stood our review of the summer term 2024/25');
      expect(html, path).toContain('A figure in it was of another year.');
    }
    const home = await call('/taken-back');
    expect(home.status).toBe(200);
    expect(await home.text()).toContain('No review stands here at the moment.');
  });

  it('of an edition that was withdrawn leads to the one in its place', async () => {
    await env.PUBLIC.prepare(
      "UPDATE editions SET withdrawn = 1, reason = 'A slip', body = '' WHERE slug = 'hollowmere' AND edition = 1 AND period = '2025-26'",
    ).run();
    const answer = await call('/hollowmere/2025-26/1');
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('<a href="/hollowmere/2025-26">Edition 2 stands in its place</a>');
    expect((await call('/hollowmere/2025-26')).status).toBe(200);
  });

  it('that is nobody’s says so in the same look', async () => {
    for (const path of [
      '/nobody-here',
      '/nobody-here/2025-26',
      '/hollowmere/2024-25',
      '/hollowmere/2025-26/3',
      '/hollowmere/2025-26/0',
      '/hollowmere/2025-26/p9',
      '/hollowmere/2025-26/school/123456',
      '/hollowmere/2025-26/sheet/123456',
      '/hollowmere/2025-26/nothing',
      '/hollowmere/answers?page=9',
      '/hollowmere/answers?page=x',
      '/hollowmere/answers/none',
      '/hollowmere/nothing',
    ]) {
      const answer = await call(path);
      expect(answer.status, path).toBe(404);
      expect(await answer.text(), path).toContain('<h1>There is nothing here</h1>');
      expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'none'");
    }
  });

  it('with a slash too many leads to the one without', async () => {
    for (const path of ['/hollowmere', '/hollowmere/2025-26', '/hollowmere/answers']) {
      const answer = await exports.default.fetch(new Request(`${origin}${path}/`, { redirect: 'manual' }));
      expect(answer.status, path).toBe(308);
      expect(answer.headers.get('location'), path).toBe(path);
    }
  });

  it('of ours is never taken for a partnership’s', async () => {
    for (const slug of ['api', 'app', 'join']) {
      await env.PUBLIC.prepare('INSERT INTO partnerships SELECT ?1, ?1, stamp, body FROM partnerships LIMIT 1')
        .bind(slug)
        .run();
    }
    for (const path of ['/api/2025-26', '/api/ask', '/app/2025-26', '/app/answers', '/api/feed.json']) {
      expect(await refusal(call(path)), path).toMatchObject({ code: 'not-found', httpStatus: 404 });
    }
    for (const path of ['/api', '/app/', '/join']) {
      expect(await (await call(path)).text(), path).not.toContain('Hollowmere Cluster');
    }
  });
});

describe('a page', () => {
  it('is known again by its mark, and its head is its own', async () => {
    const first = await call('/hollowmere');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await call('/hollowmere', { headers: { 'if-none-match': known } });
      expect(again.status, known).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
    }
    expect((await call('/hollowmere', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const gone = await call('/hollowmere/summer-2025', { headers: { 'if-none-match': '*' } });
    expect(gone.status).toBe(410);
    const head = await call('/hollowmere', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe(etag);
    expect(await head.text()).toBe('');
  });

  it('has another mark once anything on it is another', async () => {
    const before = (await call('/hollowmere')).headers.get('etag');
    await env.PUBLIC.prepare(
      `UPDATE partnerships SET body = json_set(body, '$.questions.asked', 13) WHERE slug = 'hollowmere'`,
    ).run();
    const after = await call('/hollowmere');
    expect(after.headers.get('etag')).not.toBe(before);
    expect(await after.text()).toContain('13 questions were asked');
  });

  it('sets no cookie, tells no site where its reader was, and runs nothing', async () => {
    for (const path of [
      '/hollowmere',
      '/hollowmere/ask',
      '/hollowmere/feed.json',
      '/nobody-here',
      '/hollowmere/summer-2025',
    ]) {
      const { headers } = await call(path);
      expect(headers.get('set-cookie'), path).toBeNull();
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toMatch(
        /^default-src 'none'; style-src 'sha256-[^;]+; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect(policy, path).not.toMatch(/unsafe|script|https?:|\*/);
    }
  });
});

describe('the form', () => {
  it('comes with what it is about, and without an account or a name', async () => {
    const html = await (await call('/hollowmere/ask?about=p2')).text();
    expect(html).toMatch(/<input type="radio" name="about" value="p2" checked/);
    expect(html).toContain('<form method="post" action="/hollowmere/ask"');
    const order = [
      'Do not use this form',
      'tel:999',
      '0800 1111',
      '0808 800 5000',
      '01632 960100',
      '<form',
      '</form>',
      'Do not send it here',
    ];
    expect(order.map((words) => html.indexOf(words))).toEqual(
      order.map((words) => html.indexOf(words)).toSorted((a, b) => a - b),
    );
    expect(html).not.toContain('name="email"');
  });

  it('for another partnership says who asks, and is kept by nobody', async () => {
    const query = new URLSearchParams({ from: 'Saltmere <b>', page: 'https://x.example/saltmere', how: 'support' });
    const answer = await call(`/hollowmere/ask?${query}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const html = await answer.text();
    expect(html).toContain('<input type="hidden" name="who" value="partnership"');
    expect(html).toContain('<b>Saltmere &lt;b&gt;</b>');
    expect(html).toMatch(/name="how" value="support" required="[^"]*" checked/);
    const other = new URLSearchParams({ from: 'Saltmere', page: 'javascript:alert(1)' });
    expect(await (await call(`/hollowmere/ask?${other}`)).text()).not.toContain('javascript:');
  });

  it('is not there where no questions are taken', async () => {
    const html = await (await call('/taken-back/ask')).text();
    expect(html).not.toContain('<form');
    expect(html).toContain('takes no questions at the moment');
    expect(html).toContain('0800 1111');
  });
});
