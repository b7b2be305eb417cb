import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sheetStyles } from '../../../worker/reviews/pages/sheet-styles.ts';
import { styleHashes } from '../../../worker/reviews/pages/style-hashes.ts';
import { styles } from '../../../worker/reviews/pages/styles.ts';
import { call, origin } from '../cluster.ts';
import { publish } from './published-pages.ts';
import { faultsInHtml } from './valid-html.ts';

interface Seen {
  status: number;
  html: string;
}

/** Of very many schools a few are looked at. */
const isOneOfMany = (path: string) => /\/(?:school|sheet)\/(?!19990|199912)/.test(path);

/** Every address that links lead to from these, with what is there. */
async function follow(from: readonly string[]): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  const open = [...from];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    if (seen.has(path) || isOneOfMany(path)) continue;
    const answer = await call(path);
    const html = await answer.text();
    seen.set(path, { status: answer.status, html });
    if (answer.headers.get('content-type')?.startsWith('text/html'))
      open.push(...linksIn(html).map(({ path: to }) => to || path));
  }
  return seen;
}

/** The links within a page that lead to us: where, and to which place there. */
const linksIn = (html: string): { path: string; place: string }[] =>
  [...html.matchAll(/ href="([^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&').replace(origin, ''))
    .filter((href) => /^[/#]/.test(href))
    .map((href) => {
      const [path = '', place = ''] = href.split('#');
      return { path, place };
    });

const slugs = ['/hollowmere', '/forty-schools', '/long-texts', '/taken-back'];
let pages: Map<string, Seen>;
const htmlOf = () => [...pages].filter(([, { html }]) => html.startsWith('<!DOCTYPE'));

beforeAll(async () => {
  await applyD1Migrations(env.PUBLIC, env.TEST_MIGRATIONS);
  await publish();
  pages = await follow([...slugs, '/nobody-here']);
}, 60_000);

describe('the public pages', () => {
  it('are all reached by links, and each link leads to what it says', () => {
    expect(pages.size).toBeGreaterThan(60);
    for (const wanted of [
      '/hollowmere/2025-26/1',
      '/hollowmere/summer-2025',
      '/hollowmere/2025-26/p1',
      '/hollowmere/2025-26/school/199903',
      '/hollowmere/2025-26/sheet/199903',
      '/forty-schools/2025-26/schools',
      '/hollowmere/feed.json',
      '/hollowmere/atom.xml',
      '/hollowmere/ask',
      '/forty-schools/answers?page=3',
    ]) {
      expect([...pages.keys()]).toContain(wanted);
    }
    for (const [from, { status, html }] of pages) {
      const expected = from === '/nobody-here' ? 404 : /summer-2025|^\/taken-back\/2025-26/.test(from) ? 410 : 200;
      expect(status, from).toBe(expected);
      for (const { path, place } of linksIn(html)) {
        if (place)
          expect(pages.get(path || from)?.html.includes(` id="${place}"`), `${from} → ${path}#${place}`).toBe(true);
      }
    }
  });

  it('are valid HTML', async () => {
    for (const [path, { html }] of htmlOf()) expect(await faultsInHtml(html), path).toEqual([]);
  });

  it('have no script, no style of an element’s own, and load nothing', () => {
    for (const [path, { html }] of htmlOf()) {
      const scripts = html.match(/<script[^>]*>/gi) ?? [];
      expect(
        scripts.filter((one) => one !== '<script type="application/ld+json">'),
        path,
      ).toEqual([]);
      expect(html, path).not.toMatch(
        / on\w+="| style="| src="|javascript:|@import|url\(|<(?:img|iframe|object|embed|base)\b/i,
      );
      for (const [, rel = '', href = ''] of html.matchAll(/<link rel="([^"]*)"[^>]* href="([^"]*)"/g)) {
        expect(['icon', 'canonical', 'alternate'], path).toContain(rel);
        if (rel === 'icon') expect(href, path).toMatch(/^data:/);
      }
    }
  });

  it('stay under 50 kB where a review is, whatever the number of schools and the length of texts', () => {
    const bytes = (path: string) => new TextEncoder().encode(pages.get(path)?.html).byteLength;
    for (const path of [
      ...slugs,
      '/hollowmere/2025-26/1',
      '/forty-schools/2025-26',
      '/hollowmere/ask',
      '/forty-schools/ask',
    ]) {
      if (path === '/forty-schools/2025-26') expect(pages.has(path), path).toBe(true);
      expect(bytes(path), path).toBeGreaterThan(5000);
      expect(bytes(path), path).toBeLessThan(50_000);
    }
  });

  it('say each thing in its place, in the order of the four questions', () => {
    const html = pages.get('/hollowmere')?.html ?? '';
    const places = [
      'Our review of 2025/26',
      'Thistledown Lane’s figure for reading at the end of key stage 2 was corrected',
      'Why we work together',
      'How we work together',
      'What we chose to change',
      'Why no school can do it alone',
      'So what came of it?',
      'What we said we would do',
      'What happened',
      'What did not work',
      'What we will do next',
      '2 challenges were not answered when this was published',
      'Who stands behind it',
      'We agree with what it says of reading',
      'What you asked',
      '12 questions were asked: 8 were answered, 2 were declined',
      'All our reviews',
      'withdrawn on',
    ];
    let from = 0;
    for (const words of places) {
      const at = html.indexOf(words, from);
      expect(at, words).toBeGreaterThan(-1);
      from = at;
    }
  });

  it('give with each piece of evidence its words, its source and its page', () => {
    const html = pages.get('/hollowmere')?.html ?? '';
    for (let n = 1; n <= 15; n++) {
      const piece = html.match(new RegExp(`<details class="ev" id="e${n}">.*?</details>`, 's'))?.[0] ?? '';
      expect(piece, `evidence ${n}`).toContain('<blockquote>');
      expect(piece, `evidence ${n}`).toMatch(/<a href="https:\/\/www\.example\.org\/.*page 12|(Seen|Heard) /s);
    }
    // Where they do not fit, they are one link away, and all of them are there.
    expect(pages.get('/long-texts')?.html).not.toContain('<details class="ev"');
    for (const key of ['p1', 'p2', 'p3']) {
      expect(pages.get(`/long-texts/2025-26/${key}`)?.html.match(/<details class="ev"/g), key).toHaveLength(12);
    }
  });

  it('show every figure as text beside its picture', () => {
    const html = pages.get('/forty-schools/2025-26/p1')?.html ?? '';
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html.match(/<tbody>.*?<\/tbody>/s)?.[0].match(/<tr>/g)).toHaveLength(40);
    const one = pages.get('/hollowmere/2025-26/p2')?.html ?? '';
    expect(one).toContain('<td>withheld</td>');
    expect(one).toContain('<td>not produced</td>');
    // Six schools and fewer have a line and a letter each; more a middle and a band.
    expect(pages.get('/hollowmere')?.html).toContain('44.7% at the start');
    expect(pages.get('/forty-schools')?.html).toContain('The school in the middle');
  });

  it('tell programs what they are', () => {
    const html = pages.get('/hollowmere')?.html ?? '';
    const data = JSON.parse(html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)?.[1] ?? '');
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Report',
      url: `${origin}/hollowmere`,
      datePublished: '2026-11-03T09:00:00.000Z',
    });
    expect(html).toContain(`<link rel="canonical" href="${origin}/hollowmere/2025-26"/>`);
    expect(html).toContain(`<meta property="og:url" content="${origin}/hollowmere/2025-26"/>`);
    expect(pages.get('/hollowmere/2025-26/1')?.html).toContain(
      `<link rel="canonical" href="${origin}/hollowmere/2025-26/1"/>`,
    );
  });
});

describe('what people wrote', () => {
  beforeEach(publish);

  it('is text, whatever it is', async () => {
    const hostile = '</script></style><script>alert(1)</script>"onload="x"<img src=x>';
    const row = await env.PUBLIC.prepare("SELECT body FROM editions WHERE slug = 'hollowmere' AND edition = 2").first<{
      body: string;
    }>();
    const review = JSON.parse(row?.body ?? '');
    review.summary = hostile;
    review.partnership.name = hostile;
    review.what[0].title = hostile;
    review.what[0].evidence[0].quote = hostile;
    review.what[0].evidence[0].source.url = 'javascript:alert(1)';
    review.what[0].indicators[0].source.url = 'JAVASCRIPT:alert(1)';
    review.schools[0].name = hostile;
    await env.PUBLIC.prepare("UPDATE editions SET body = ? WHERE slug = 'hollowmere' AND edition = 2")
      .bind(JSON.stringify(review))
      .run();
    for (const path of ['', '/2025-26/p1', '/2025-26/school/199901', '/2025-26/sheet/199901', '/2025-26/schools']) {
      const html = await (await call(`/hollowmere${path}`)).text();
      expect(html, path).not.toMatch(/<script>|<img|href="javascript/i);
      expect(await faultsInHtml(html), path).toEqual([]);
    }
  });
});

describe('the policy', () => {
  it('names our stylesheets as they are', async () => {
    const hashes = await Promise.all(
      [styles, sheetStyles].map(async (one) => {
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(one));
        return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
      }),
    );
    expect(styleHashes).toEqual(hashes);
  });
});
