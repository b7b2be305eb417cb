import { describe, expect, it } from 'vitest';
import { Code, clusterOf, joinLink, linkIn, newKeys } from '../../shared/cluster/access.ts';
import { ClusterId, Id, newClusterId, newId, newSecret, sha256 } from '../../shared/ids.ts';

describe('ids', () => {
  it('are UUIDs of version 7, in the order of their making, each another', () => {
    const times = [0, 1, 2 ** 40, 1_700_000_000_000, 2 ** 48 - 1];
    const ids = times.map((time) => newId(time));
    for (const id of ids) expect(Id.safeParse(id).success, id).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    expect(newId(0x0123456789ab)).toMatch(/^01234567-89ab-7/);
    expect(new Set(Array.from({ length: 1000 }, () => newId(5))).size).toBe(1000);
  });

  it('are nothing else', () => {
    const id = newId();
    for (const wrong of [id.toUpperCase(), `${id} `, id.slice(1), crypto.randomUUID(), `${id}\n`, '']) {
      expect(Id.safeParse(wrong).success, wrong).toBe(false);
    }
  });

  it('of a blob are the SHA-256 of its bytes', async () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(await sha256('')).toBe(empty);
    expect(await sha256(new Uint8Array(0))).toBe(empty);
    expect(await sha256('é')).toBe(await sha256(new TextEncoder().encode('é')));
  });
});

describe('codes', () => {
  const code = `${newClusterId()}.${newSecret()}`;

  it('name their cluster and hold 256 random bits', () => {
    expect(Code.safeParse(code).success).toBe(true);
    expect(ClusterId.safeParse(clusterOf(code)).success).toBe(true);
    for (let i = 0; i < 200; i++) expect(newSecret()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const { token, recovery } = newKeys();
    expect(token).not.toBe(recovery);
  });

  it('are found in whatever a person pastes', () => {
    const link = joinLink('https://thread.example', code);
    expect(linkIn(link)).toEqual({ address: 'https://thread.example', code });
    expect(linkIn(`Hello Ben,\n${link}\nBest, Ada`)).toEqual({ address: 'https://thread.example', code });
    expect(linkIn(`  ${code}  `)).toEqual({ code });
    expect(linkIn(`http://127.0.0.1:8787/join#${code}`)).toEqual({ address: 'http://127.0.0.1:8787', code });
    for (const text of ['', 'hello', code.slice(0, -1), 'https://thread.example/join#']) {
      expect(linkIn(text), text).toBeUndefined();
    }
    expect(linkIn(`<${link}>`)?.code).toBe(code);
  });

  it('stand in the fragment of a link, which no server sees', () => {
    const url = new URL(joinLink('https://thread.example', code));
    expect(url.hash).toBe(`#${code}`);
    expect(url.pathname + url.search).not.toContain(code);
  });
});
