import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Issued } from '../../../shared/cluster/access.ts';
import { newClusterId, newSecret } from '../../../shared/ids.ts';
import { createRates } from '../../../worker/access/rates.ts';
import { ClusterLog } from '../../../worker/log/cluster-log.ts';
import { admitMember, call, codeOf, foundCluster, good, join, newAddress, refusal, stubOf } from '../cluster.ts';
import { callWith } from '../other-env.ts';

const unknownCode = `${newClusterId()}.${newSecret()}`;

describe('a member’s bucket', () => {
  it('holds a minute’s worth, and refills evenly', () => {
    const rates = createRates(60);
    const take = (times: number, now: number) => Array.from({ length: times }, () => rates.take('m', now));
    expect(take(61, 0)).toEqual([...Array(60).fill(true), false]);
    expect(take(2, 999)).toEqual([false, false]);
    expect(take(4, 4000)).toEqual([true, true, true, false]);
    expect(take(61, 10 * 60_000)).toEqual([...Array(60).fill(true), false]);
  });

  it('is each member’s own, and a clock that goes back takes nothing away', () => {
    const rates = createRates(1);
    expect([rates.take('a', 0), rates.take('b', 0), rates.take('a', 0)]).toEqual([true, true, false]);
    expect([rates.take('c', 5000), rates.take('c', 0), rates.take('c', 60_000)]).toEqual([true, false, true]);
  });
});

describe('a member’s rate', () => {
  it('is shared by all their devices, and by nobody else', async () => {
    const { token, cluster } = await foundCluster();
    const { code } = await good<Issued>(call('/api/devices/link', { token, method: 'POST' }));
    const phone = await join(code);
    const other = await admitMember(token);
    const outcomes = await runInDurableObject(stubOf(cluster), async (_, state) => {
      const strict = new ClusterLog(state as DurableObjectState<never>, { ...env, MEMBER_RATE: '3' });
      const asks = [token, phone.token, token, phone.token, token, other.token];
      const results: string[] = [];
      for (const ask of asks) {
        const page = await strict.changes(ask, 0);
        results.push(page.ok ? 'ok' : page.problem.code);
      }
      return results;
    });
    expect(outcomes).toEqual(['ok', 'ok', 'ok', 'too-many', 'too-many', 'ok']);
  });
});

describe('a caller’s rate, for what needs no account', () => {
  /** Asks, a few at a time, until it is too much: the answer that says so. `undefined` where it never is. */
  async function untilTooMany(ask: () => Promise<Response>): Promise<Response | undefined> {
    for (let i = 0; i < 20; i++) {
      const answers = await Promise.all(Array.from({ length: 25 }, ask));
      const tooMany = answers.find(({ status }) => status === 429);
      if (tooMany) return tooMany;
    }
    return undefined;
  }

  it('holds for creating, by address, whatever comes of it', async () => {
    const headers = { 'cf-connecting-ip': newAddress() };
    const refused = await untilTooMany(() => call('/api/clusters', { body: {}, headers }));
    expect(refused?.headers.get('retry-after')).toBe('10');
    expect(refused && (await refusal(refused))).toMatchObject({ code: 'too-many', httpStatus: 429 });
    await foundCluster();
  });

  it('holds for codes, also for taking them up and for the operator’s secret: nobody can guess', async () => {
    const headers = { 'cf-connecting-ip': newAddress() };
    for (const path of ['look', 'join', 'operator/restore']) {
      const guess = () => call(`/api/${path}`, { body: { code: unknownCode }, headers });
      expect((await untilTooMany(guess))?.status, path).toBe(429);
    }
    expect(await codeOf(call('/api/look', { body: { code: unknownCode } }))).toBe('code-unknown');
  });

  it('does not touch members, whatever their school’s one address does', async () => {
    const { token } = await foundCluster();
    const headers = { 'cf-connecting-ip': newAddress() };
    await untilTooMany(() => call('/api/look', { body: {}, headers }));
    expect((await call('/api/changes', { body: { after: 0 }, token, headers })).status).toBe(200);
  });

  it('is everyone’s together where no header is to be trusted', async () => {
    const settings = { ADDRESS_HEADER: '' };
    const refused = await untilTooMany(() => callWith(settings, '/api/clusters', { body: {} }));
    expect(refused?.status).toBe(429);
  });
});
