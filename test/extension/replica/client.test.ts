import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { addressOf, createClient } from '../../../extension/replica/client.ts';
import { protocol, protocolHeader } from '../../../shared/sync.ts';
import { createScripted, json, problem } from './scripted.ts';

const Answer = z.object({ name: z.string() });

async function asking(answer: () => Response | Promise<Response>) {
  const { replica, token } = await createScripted();
  const asked: [string, RequestInit][] = [];
  const client = createClient(async (url, init) => {
    asked.push([String(url), init ?? {}]);
    return answer();
  }, replica.sessions);
  return { client, asked, token, sessions: replica.sessions };
}

const code = (result: { ok: boolean; problem?: { code: string } }) => (result.ok ? 'ok' : result.problem?.code);

describe('the client', () => {
  it('sends the credential in a header, to the cluster’s own address and nowhere else', async () => {
    const { client, asked, token, sessions } = await asking(() => json({ name: 'x' }));
    expect(await client.authorised('devices', Answer, { body: { a: 1 } })).toEqual({ ok: true, value: { name: 'x' } });
    expect(await client.request('https://other.test', 'about', Answer, { method: 'GET' })).toMatchObject({ ok: true });
    const [[url, init] = [], [otherUrl, other] = []] = asked;
    expect(url).toBe('https://thread.test/api/devices');
    expect(init).toMatchObject({ method: 'POST', body: '{"a":1}', redirect: 'error', credentials: 'omit' });
    const headers = new Headers(init?.headers);
    expect(headers.get('authorization')).toBe(`Bearer ${token}`);
    expect(headers.get(protocolHeader)).toBe(String(protocol));
    expect(otherUrl).toBe('https://other.test/api/about');
    expect(new Headers(other?.headers).has('authorization')).toBe(false);

    await sessions.wipe();
    expect(code(await client.authorised('devices', Answer))).toBe('no-credential');
    expect(asked).toHaveLength(2);
  });

  it('takes whatever is not an answer of ours for an unreachable cluster', async () => {
    const page = () => new Response('<h1>Blocked by your school</h1>', { headers: { 'content-type': 'text/html' } });
    const answers: (() => Response | Promise<Response>)[] = [
      page,
      () => new Response('<h1>Forbidden</h1>', { status: 403 }),
      () => json({ name: 5 }),
      () => new Response('', { status: 204 }),
      () => new Response('{"message":"no"}', { status: 502 }),
      () => Promise.reject(new TypeError('Failed to fetch')),
    ];
    for (const answer of answers) {
      const { client } = await asking(answer);
      expect(code(await client.authorised('devices', Answer))).toBe('unreachable');
    }
  });

  it('passes problems on, those of a newer Worker too', async () => {
    for (const one of ['device-revoked', 'a-code-of-2030']) {
      const { client } = await asking(() => problem(one, 401));
      expect(code(await client.authorised('devices', Answer))).toBe(one);
    }
  });
});

describe('an address', () => {
  const read = (text: string) => {
    const address = addressOf(text);
    return address.ok ? address.value : address.problem.code;
  };

  it('is kept as an origin, and is https except on this machine', () => {
    expect(read(' thread.example ')).toBe('https://thread.example');
    expect(read('https://thread.example/join?x=1#y')).toBe('https://thread.example');
    expect(read('http://127.0.0.1:8787/')).toBe('http://127.0.0.1:8787');
    for (const text of ['http://thread.example', 'http://127.0.0.1.example', '', 'https://', 'two words']) {
      expect(read(text), text).toBe('not-valid');
    }
  });
});
