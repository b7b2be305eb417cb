import { describe, expect, it } from 'vitest';
import type { About, Joined } from '../../../shared/cluster/access.ts';
import { newClusterId, newId, newSecret } from '../../../shared/ids.ts';
import { migrate, setMeta } from '../../../worker/log/schema.ts';
import {
  call,
  codeOf,
  dump,
  foundCluster,
  founding,
  good,
  inside,
  pullAll,
  refusal,
  saveNote,
  tablesOf,
} from '../cluster.ts';
import { newImage, upload } from '../images.ts';
import { callWith } from '../other-env.ts';
import { offering, refusedWith } from '../sockets.ts';

const create = (body: object) => call('/api/clusters', { body });

describe('creating a cluster', () => {
  it('makes its record, its first coordinator and a device, and hands over what to begin with', async () => {
    const body = founding({ word: 'federation', demo: true });
    const joined = await good<Joined>(create(body));
    expect(joined).toMatchObject({
      cluster: body.id,
      member: body.keys.member,
      device: body.keys.device,
      token: `${body.id}.${body.keys.token}`,
      recovery: `${body.id}.${body.keys.recovery}`,
    });
    const [cluster, member] = joined.records;
    expect(cluster).toMatchObject({ kind: 'cluster', id: body.id, seq: 1 });
    expect(cluster?.body).toMatchObject({ name: body.name, word: 'federation', demo: true });
    expect(member).toMatchObject({ kind: 'member', id: body.keys.member });
    expect(member?.body).toMatchObject({ name: body.founder, role: 'coordinator', schools: [] });
    expect(await pullAll(joined.token)).toMatchObject({ seq: 2, records: joined.records });
    await saveNote(joined.token, 'It works');
  });

  it('again after a lost answer is the same cluster, also when both arrive at once', async () => {
    const body = founding();
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => good<Joined>(create(body))));
    for (const other of [...others, await good<Joined>(create(body))]) {
      expect({ ...other, time: 0 }).toEqual({ ...first, time: 0 });
    }
    expect((await pullAll(first?.token ?? '')).records).toHaveLength(2);
  });

  it('that broke off when only the tables stood is taken up again', async () => {
    const body = founding();
    await inside(body.id, ({ storage }) => {
      migrate(storage);
      setMeta(storage.sql, 'cluster', body.id);
      setMeta(storage.sql, 'seq', '0');
    });
    expect((await pullAll((await good<Joined>(create(body))).token)).records).toHaveLength(2);
  });

  it('in the place of another is refused, and lets nobody in', async () => {
    const { cluster, token } = await foundCluster();
    const before = await dump(cluster);
    const intruder = founding({ id: cluster });
    expect(await codeOf(create(intruder))).toBe('exists');
    expect(await codeOf(call('/api/changes', { body: { after: 0 }, token: `${cluster}.${intruder.keys.token}` }))).toBe(
      'no-credential',
    );
    expect(await dump(cluster)).toEqual(before);
    expect((await pullAll(token)).records).toHaveLength(2);
  });

  it('with another’s device and other secrets is refused', async () => {
    const body = founding();
    await good(create(body));
    expect(await codeOf(create({ ...body, keys: { ...body.keys, token: newSecret() } }))).toBe('id-reused');
  });

  it('with one secret for two things is refused, and leaves nothing behind', async () => {
    const { keys, ...body } = founding();
    const answer = await refusal(create({ ...body, keys: { ...keys, recovery: keys.token } }));
    expect(answer).toMatchObject({ code: 'not-valid', detail: 'keys.recovery' });
    expect(await tablesOf(body.id)).toEqual([]);
  });

  it('takes names as people type them, and nothing that is none', async () => {
    const { records } = await foundCluster({ name: '  Ysgol Gŵyr & Co 🌱 ' });
    expect(records[0]?.body).toMatchObject({ name: 'Ysgol Gŵyr & Co 🌱' });
    for (const name of ['', '   ', 'a\nb', 'x\u0000', 'n'.repeat(121), 5, null]) {
      expect(await refusal(create(founding({ name }))), String(name)).toMatchObject({
        code: 'not-valid',
        detail: 'name',
      });
    }
    expect(await codeOf(create(founding({ word: 'gang' })))).toBe('not-valid');
    expect(await codeOf(create(founding({ id: 'short' })))).toBe('not-valid');
  });
});

describe('an address that its owner has closed', () => {
  const closed = { CREATE_SECRET: 'the owner’s secret' };
  const tell = async (settings: object) => (await good<About>(callWith(settings, '/api/about'))).open;

  it('says so', async () => {
    expect([await tell({}), await tell({ CREATE_SECRET: '' }), await tell(closed)]).toEqual([true, true, false]);
  });

  it('creates only with the secret', async () => {
    for (const secret of [undefined, '', 'wrong', 'the owner’s secre', 'the owner’s secret ']) {
      const body = founding(secret === undefined ? {} : { secret });
      expect(await codeOf(callWith(closed, '/api/clusters', { body })), secret).toBe('creation-closed');
      expect(await tablesOf(body.id)).toEqual([]);
    }
    await good(callWith(closed, '/api/clusters', { body: founding({ secret: closed.CREATE_SECRET }) }));
  });

  it('asks for none where it is open', async () => {
    await good(create(founding({ secret: 'not needed' })));
  });
});

describe('a cluster that was never created', () => {
  const keys = { member: newId(), device: newId(), token: newSecret(), recovery: newSecret(16) };
  /** Everything that can be asked of a cluster, with what each answers where there is none. */
  const questions: { [path: string]: [code: string, body?: (token: string) => unknown] } = {
    '/api/look': ['code-unknown', (code) => ({ code })],
    '/api/join': ['code-unknown', (code) => ({ code, name: 'Eve', device: 'Eve’s', keys })],
    '/api/actions': [
      'cluster-unknown',
      () => ({ groups: [[{ id: newId(), name: 'evidence.save', body: {}, at: 0 }]] }),
    ],
    '/api/changes': ['cluster-unknown', () => ({ after: 0 })],
    '/api/invitations': ['cluster-unknown', () => ({ role: 'leader', schools: [], uses: 1, days: 1 })],
    '/api/devices': ['cluster-unknown'],
    '/api/devices/link': ['cluster-unknown', () => ({})],
    '/api/devices/revoke': ['cluster-unknown', () => ({ device: newId() })],
    '/api/recovery': ['cluster-unknown', () => ({})],
    [`/api/blobs/${'a'.repeat(64)}`]: ['cluster-unknown'],
  };

  it('answers everyone alike, and leaves nothing behind: no table and no alarm', async () => {
    for (const [path, [code, body]] of Object.entries(questions)) {
      const token = `${newClusterId()}.${newSecret()}`;
      expect(await codeOf(call(path, { token, ...(body && { body: body(token) }) })), path).toBe(code);
      expect(await tablesOf(token), path).toEqual([]);
      expect(await inside(token, ({ storage }) => storage.getAlarm()), path).toBeNull();
    }
  });

  it('leaves nothing behind after an upload, a live socket or an alarm either', async () => {
    const token = `${newClusterId()}.${newSecret()}`;
    expect(await codeOf(upload(newImage(), { token }))).toBe('cluster-unknown');
    expect(await refusedWith(offering(token))).toBe(1013);
    await inside(token, (_, cluster) => cluster.alarm());
    expect(await tablesOf(token)).toEqual([]);
    expect(await inside(token, ({ storage }) => storage.getAlarm())).toBeNull();
  });
});
