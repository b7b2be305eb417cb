import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Issued } from '../../../shared/cluster/access.ts';
import { sha256 } from '../../../shared/ids.ts';
import { sameText } from '../../../worker/access/credentials.ts';
import {
  admitMember,
  call,
  codeOf,
  dump,
  foundCluster,
  good,
  invite,
  join,
  newAddress,
  saveNote,
  tablesWith,
} from '../cluster.ts';
import { asOperator } from '../other-env.ts';

/** A cluster in which every kind of secret was given out, and used where it can be. */
async function withEverySecret() {
  const founded = await foundCluster({ secret: 'not needed, and not kept' });
  const { token, cluster } = founded;
  const [used, unused] = [await invite(token), await invite(token)];
  const member = await join(used.code);
  const link = await good<Issued>(call('/api/devices/link', { token: member.token, method: 'POST' }));
  const recovery = await good<Issued>(call('/api/recovery', { token, method: 'POST' }));
  const operator = await good<Issued>(asOperator('coordinator', { cluster }));
  await saveNote(member.token, 'Something that was said');
  const codes = [token, member.token, member.recovery, used.code, unused.code, link.code, recovery.code, operator.code];
  return { cluster, codes: codes.map((code) => String(code)) };
}

describe('secrets', () => {
  it('stand nowhere as they are: only as SHA-256, and only in their own table', async () => {
    const { cluster, codes } = await withEverySecret();
    for (const code of codes) {
      const secret = code.slice(33);
      expect(await tablesWith(cluster, secret)).toEqual([]);
      expect(await tablesWith(cluster, await sha256(secret))).toEqual(['credentials']);
    }
    expect(await tablesWith(cluster, 'not needed, and not kept')).toEqual([]);
  });

  it('of one cluster open no other', async () => {
    const [here, there] = [await foundCluster(), await foundCluster()];
    const swapped = `${there.cluster}.${here.token.slice(33)}`;
    expect(await codeOf(call('/api/changes', { body: { after: 0 }, token: swapped }))).toBe('no-credential');
  });

  it('of one kind serve for nothing else', async () => {
    const { codes } = await withEverySecret();
    const [token, , ...others] = codes;
    for (const code of others) expect(await codeOf(call('/api/devices', { token: code }))).toBe('no-credential');
    expect(await codeOf(call('/api/look', { body: { code: token } }))).toBe('code-unknown');
  });

  it('are asked for in one form only', async () => {
    const { token } = await foundCluster();
    const ask = (authorization: string) => call('/api/devices', { headers: { authorization } });
    for (const wrong of ['', 'Bearer', `Bearer  ${token}`, `Basic ${token}`, `Bearer ${token}x`, 'Bearer null']) {
      expect(await codeOf(ask(wrong)), wrong).toBe('no-credential');
    }
    expect((await ask(`bearer ${token}`)).status).toBe(200);
    expect((await call(`/api/devices?token=${token}`)).status).toBe(401);
  });

  it('are compared whole', () => {
    expect(sameText('secret', 'secret')).toBe(true);
    for (const other of ['', 'secre', 'secrets', 'Secret', 'sécret']) expect(sameText('secret', other)).toBe(false);
    expect(sameText('é', 'e\u0301')).toBe(false);
  });
});

describe('what is private', () => {
  it('is never in D1: neither words, nor names, nor ids, nor addresses', async () => {
    const address = newAddress();
    const { token, cluster, member } = await foundCluster();
    await admitMember(token);
    await saveNote(token, 'Words of the cluster');
    await call('/api/changes', { body: { after: 0 }, token, headers: { 'cf-connecting-ip': address } });
    const tables = await env.PUBLIC.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*'",
    ).all<{ name: string }>();
    expect(tables.results.map(({ name }) => name)).toContain('editions');
    for (const { name } of tables.results) {
      const { results } = await env.PUBLIC.prepare(`SELECT * FROM "${name}"`).all();
      const text = JSON.stringify(results);
      for (const word of [cluster, member, 'Words of', 'Sandford', address]) expect(text, name).not.toContain(word);
    }
    expect(await tablesWith(cluster, address)).toEqual([]);
  });

  it('of one cluster is in no other', async () => {
    const [here, there] = [await foundCluster(), await foundCluster()];
    await saveNote(here.token, 'Only here');
    expect(await tablesWith(here.cluster, 'Only here')).not.toEqual([]);
    expect(await tablesWith(there.cluster, 'Only here')).toEqual([]);
    expect(JSON.stringify(await dump(there.cluster))).not.toContain(here.cluster);
  });
});
