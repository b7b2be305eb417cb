import { describe, expect, it } from 'vitest';
import { type Devices, type Issued, type Joined, newKeys } from '../../../shared/cluster/access.ts';
import { newId } from '../../../shared/ids.ts';
import {
  admitMember,
  batch,
  call,
  codeOf,
  foundCluster,
  good,
  inside,
  join,
  joining,
  noteBody,
  saveNote,
  sent,
} from '../cluster.ts';

const listDevices = async (token: string) => (await good<Devices>(call('/api/devices', { token }))).devices;
const revoke = (token: string, device: string) => call('/api/devices/revoke', { token, body: { device } });
const pull = (token: string) => call('/api/changes', { body: { after: 0 }, token });
const newLink = (token: string) => good<Issued>(call('/api/devices/link', { token, method: 'POST' }));
const newRecovery = (token: string) => good<Issued>(call('/api/recovery', { token, method: 'POST' }));

describe('the list of devices', () => {
  it('shows members their own, and coordinators everyone’s', async () => {
    const first = await foundCluster();
    const leader = await admitMember(first.token);
    const phone = await join((await newLink(leader.token)).code);
    const ids = async (token: string) => (await listDevices(token)).map(({ id }) => id);
    expect(await ids(leader.token)).toEqual([leader.device, phone.device]);
    expect(await ids(phone.token)).toEqual([leader.device, phone.device]);
    expect(await ids(first.token)).toEqual([first.device, leader.device, phone.device]);
    const [own] = await listDevices(leader.token);
    expect(own).toEqual({
      id: leader.device,
      member: leader.member,
      name: 'Ben’s laptop',
      added: own?.added,
      current: true,
    });
  });

  it('leaves out what was revoked', async () => {
    const { token } = await foundCluster();
    const second = await join((await newLink(token)).code);
    await good(revoke(token, second.device));
    expect(await listDevices(token)).toHaveLength(1);
  });
});

describe('revoking', () => {
  it('one’s own device shuts it out of everything, and no other', async () => {
    const { token, device } = await foundCluster();
    const second = await join((await newLink(token)).code);
    await good(revoke(token, device));
    const asks = [
      pull(token),
      batch(token, [[sent({ name: 'evidence.save' }, noteBody('x'))]]),
      call('/api/devices', { token }),
      call('/api/devices/link', { token, method: 'POST' }),
      call('/api/recovery', { token, method: 'POST' }),
      call(`/api/blobs/${'a'.repeat(64)}`, { token }),
      revoke(token, second.device),
    ];
    for (const ask of asks) expect(await codeOf(ask)).toBe('device-revoked');
    await saveNote(second.token, 'Still in');
  });

  it('anyone’s is for coordinators', async () => {
    const { token, device } = await foundCluster();
    const [leader, other] = [await admitMember(token), await admitMember(token, { role: 'head' })];
    expect(await codeOf(revoke(leader.token, other.device))).toBe('not-allowed');
    expect(await codeOf(revoke(other.token, device))).toBe('not-allowed');
    await good(revoke(token, other.device));
    expect(await codeOf(pull(other.token))).toBe('device-revoked');
    expect((await pull(leader.token)).status).toBe(200);
  });

  it('twice is the same, and what is no device is missing', async () => {
    const { token, cluster } = await foundCluster();
    const leader = await admitMember(token);
    await good(revoke(token, leader.device));
    await good(revoke(token, leader.device));
    expect(await codeOf(revoke(token, newId()))).toBe('missing');
    const recovery = await inside(cluster, ({ storage: { sql } }) =>
      sql.exec<{ id: string }>("SELECT id FROM credentials WHERE kind = 'recovery' LIMIT 1").one(),
    );
    expect(await codeOf(revoke(token, recovery.id))).toBe('missing');
    expect(await codeOf(revoke(token, 'x'))).toBe('not-valid');
  });

  it('cannot be undone by joining once more with the same keys', async () => {
    const { token } = await foundCluster();
    const { code } = await newLink(token);
    const body = joining(code);
    const { device } = await good<Joined>(call('/api/join', { body }));
    await good(revoke(token, device));
    expect(await codeOf(call('/api/join', { body }))).toBe('id-reused');
  });

  it('reaches no other cluster', async () => {
    const [here, there] = [await foundCluster(), await foundCluster()];
    expect(await codeOf(revoke(here.token, there.device))).toBe('missing');
    expect((await pull(there.token)).status).toBe(200);
  });
});

describe('a recovery code', () => {
  it('lets its member in again with a new device and a new code; the old one is worth nothing', async () => {
    const lost = await foundCluster();
    const keys = newKeys();
    const back = await join(lost.recovery ?? '', { keys });
    expect(back).toMatchObject({ member: lost.member, recovery: `${lost.cluster}.${keys.recovery}` });
    expect(await codeOf(call('/api/join', { body: joining(lost.recovery ?? '') }))).toBe('code-unknown');
    await saveNote(back.token, 'I am back');
    expect((await join(back.recovery ?? '')).member).toBe(lost.member);
  });

  it('used again by the same device after a lost answer gives the same answer', async () => {
    const lost = await foundCluster();
    const body = joining(lost.recovery ?? '');
    const [first, again] = [1, 2].map(() => good<Joined>(call('/api/join', { body })));
    expect({ ...(await again), time: 0 }).toEqual({ ...(await first), time: 0 });
  });

  it('says whose it is', async () => {
    const { recovery: code } = await foundCluster();
    const look = await good(call('/api/look', { body: { code } }));
    expect(look).toMatchObject({ kind: 'recovery', member: 'Ada Coordinator' });
  });

  it('can be made anew, and then only the newest is worth something', async () => {
    const founded = await foundCluster();
    const [second, third] = [await newRecovery(founded.token), await newRecovery(founded.token)];
    for (const code of [founded.recovery, second.code]) {
      expect(await codeOf(call('/api/look', { body: { code } }))).toBe('code-unknown');
    }
    expect((await join(third.code)).member).toBe(founded.member);
  });

  it('is each member’s own', async () => {
    const { token, recovery } = await foundCluster();
    const leader = await admitMember(token);
    await newRecovery(leader.token);
    expect((await good<{ member: string }>(call('/api/look', { body: { code: recovery } }))).member).toBe(
      'Ada Coordinator',
    );
  });
});
