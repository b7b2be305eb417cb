import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/action.ts';
import type { About } from '../../shared/cluster/access.ts';
import { newId } from '../../shared/ids.ts';
import { problems, sentenceOf } from '../../shared/problem.ts';
import { protocol, protocolHeader } from '../../shared/sync.ts';
import { batch, call, codeOf, foundCluster, good, noteBody, refusal, sent } from './cluster.ts';

/** Everything that takes a body, and how much of it. */
const small = 16 * 1024;
const takers: [path: string, bytes: number][] = [
  ['/api/clusters', small],
  ['/api/look', small],
  ['/api/join', small],
  ['/api/invitations', small],
  ['/api/devices/revoke', small],
  ['/api/actions', limits.requestBytes],
];

/** Text in pieces, without saying beforehand how long it is. */
const inPieces = (text: string): ReadableStream => new Blob([text]).stream().pipeThrough(new TransformStream());

describe('a body', () => {
  it('over the limit is refused, whether its length was said or not', async () => {
    const { token } = await foundCluster();
    for (const [path, bytes] of takers) {
      const large = JSON.stringify({ x: 'x'.repeat(bytes) });
      for (const raw of [large, inPieces(large)]) {
        expect(await refusal(call(path, { token, raw })), path).toMatchObject({
          code: 'too-large',
          status: 413,
          httpStatus: 413,
          detail: String(bytes),
        });
      }
    }
  });

  it('that is not JSON is refused', async () => {
    const { token } = await foundCluster();
    for (const [path] of takers) {
      for (const raw of ['', '{', 'null null', '<xml/>', '{"a":undefined}', new Uint8Array([0xff, 0xfe, 0])]) {
        expect(await refusal(call(path, { token, raw })), path).toMatchObject({ code: 'not-json', httpStatus: 400 });
      }
    }
  });

  it('that is something else, or says more, is refused', async () => {
    const { token } = await foundCluster();
    for (const [path] of takers) {
      for (const body of [null, 5, 'text', [], {}]) {
        expect(await codeOf(call(path, { token, body })), `${path} ${body}`).toBe('not-valid');
      }
    }
    const more = { groups: [[sent({ name: 'x' }, {})]], more: 1 };
    expect(await refusal(call('/api/actions', { token, body: more }))).toMatchObject({
      code: 'unknown-field',
      detail: 'more',
    });
    const inside = { groups: [[{ ...sent({ name: 'x' }, {}), more: 1 }]] };
    expect(await codeOf(call('/api/actions', { token, body: inside }))).toBe('unknown-field');
  });

  it('that is nested deeper than anything of ours is refused, not stumbled over', async () => {
    const { token } = await foundCluster();
    for (const depth of [50, 5000, 200_000]) {
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const raw = `{"groups":[[{"id":"${newId()}","name":"evidence.save","body":${deep},"at":1}]]}`;
      expect(await codeOf(call('/api/actions', { token, raw })), `${depth}`).toBe('not-valid');
    }
  });

  it('with a time that is not whole is refused', async () => {
    const { token } = await foundCluster();
    for (const at of [0.5, 1e300, null, '1']) {
      const action = { ...sent({ name: 'evidence.save' }, noteBody('x')), at };
      const answer = await refusal(call('/api/actions', { token, body: { groups: [[action]] } }));
      expect(answer).toMatchObject({ code: 'not-valid', detail: 'groups.0.0.at' });
    }
  });
});

describe('a problem', () => {
  it('is told in the form of RFC 9457, with our code and the sentence for a person', async () => {
    const answer = await call('/api/devices');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    const { httpStatus, ...problem } = await refusal(answer);
    expect(problem).toEqual({
      type: 'urn:goldthread:problem:no-credential',
      title: sentenceOf('no-credential'),
      status: 401,
      code: 'no-credential',
    });
    expect(httpStatus).toBe(401);
  });

  it('never repeats what a person wrote', async () => {
    const { token } = await foundCluster();
    const secret = 'Words that nobody else should read';
    const answer = await batch(token, [[sent({ name: 'evidence.save' }, { ...noteBody(secret), tags: secret })]]);
    expect(await answer.text()).not.toContain(secret);
  });

  it('has a status and a sentence, each', () => {
    for (const [code, [status, , title]] of Object.entries(problems)) {
      expect(status, code).toBeGreaterThanOrEqual(400);
      expect(title, code).toMatch(/^[A-Z].*[.?]$/);
    }
  });
});

describe('an address', () => {
  it('says what it is', async () => {
    const about = await good<About>(call('/api/about'));
    expect(about).toEqual({ name: 'goldthread', protocol, open: true, time: about.time });
    expect(Math.abs(about.time - Date.now())).toBeLessThan(60_000);
  });

  it('that is none is not found, and one asked in another way neither', async () => {
    const paths = ['/', '/api/', '/api/nothing', '/api/clusters/x', '/api/about/', '/app/x', '//api/about'];
    for (const path of paths) {
      expect(await refusal(call(path)), path).toMatchObject({ code: 'not-found', httpStatus: 404 });
    }
    for (const [method, path] of [
      ['DELETE', '/api/devices'],
      ['GET', '/api/actions'],
      ['GET', '/api/changes'],
      ['PATCH', '/api/about'],
    ] as const) {
      expect(await codeOf(call(path, { method })), path).toBe('not-found');
    }
  });

  it('of the live socket takes nothing but a socket', async () => {
    const { token } = await foundCluster();
    for (const upgrade of [undefined, 'h2c']) {
      const answer = await refusal(call('/api/live', { token, ...(upgrade && { headers: { upgrade } }) }));
      expect(answer).toMatchObject({ code: 'method-not-allowed', httpStatus: 405 });
    }
  });
});

describe('a client', () => {
  const ask = (named: string) => call('/api/about', { headers: { [protocolHeader]: named } });

  it('that is too old is told to update; a newer one is not', async () => {
    for (const named of ['0', '-1', '', 'x', '0.9', 'NaN']) {
      expect(await refusal(ask(named)), named).toMatchObject({ code: 'update-needed', httpStatus: 426 });
    }
    for (const named of ['1', '2', '99']) expect((await ask(named)).status, named).toBe(200);
    expect((await call('/api/about')).status).toBe(200);
  });
});

describe('the page that an invitation leads to', () => {
  it('runs and loads nothing but our one script, and tells nobody where it was', async () => {
    const answer = await call('/join');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const html = await answer.text();
    expect(html.match(/<script[^>]*>/gi)).toEqual(['<script src="/app/join.js">']);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).not.toMatch(/<img|<link|<form|https?:/i);
    expect(html).toContain('href="/app/"');
    expect((await call('/app/join.js')).status).toBe(200);
    expect(html).toContain('lang="en-GB"');
  });
});
