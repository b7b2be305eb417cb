import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import type { Issued } from '../../../shared/cluster/access.ts';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newClusterId, newSecret } from '../../../shared/ids.ts';
import {
  act,
  admitMember,
  call,
  changes,
  codeOf,
  foundCluster,
  good,
  inside,
  join,
  noteBody,
  saveNote,
  sent,
  stubOf,
} from '../cluster.ts';
import { askLive, offering, openLive, refusedWith } from '../sockets.ts';

const unknown = { token: `${newClusterId()}.${newSecret()}` };

describe('a live socket', () => {
  it('greets with the newest number, under the subprotocol, in a browser’s extension too', async () => {
    const { token } = await foundCluster();
    const { seq } = await changes(token);
    const response = await askLive(offering(token), { origin: 'chrome-extension://abcdef' });
    expect(response.status).toBe(101);
    expect(response.headers.get('sec-websocket-protocol')).toBe('goldthread.1');
    expect((await openLive(token)).hello).toEqual({ type: 'hello', seq });
  });

  it('brings every member what anyone does, with the number before it', async () => {
    const { token } = await foundCluster();
    const other = await admitMember(token);
    const { seq } = await changes(token);
    const both = [await openLive(token), await openLive(other.token)];
    const { id } = await saveNote(other.token, 'Seen by all');
    await saveNote(token, 'And another');
    for (const live of both) {
      const first = await live.next();
      expect(first).toMatchObject({ type: 'changes', after: seq, seq: seq + 1, records: [{ id, seq: seq + 1 }] });
      expect(await live.next()).toMatchObject({ type: 'changes', after: seq + 1, seq: seq + 2 });
    }
  });

  it('is told of a batch once, and of nothing where all was refused', async () => {
    const { token } = await foundCluster();
    const live = await openLive(token);
    const { seq } = await changes(token);
    await act(token, [{ ...sent(saveEvidence, noteBody('x')), name: 'no.such' }]);
    await act(token, [sent(saveEvidence, noteBody('a'))], [sent(saveEvidence, noteBody('b'))]);
    expect(await live.next()).toMatchObject({ after: seq, seq: seq + 2, records: [{}, {}] });
    await saveNote(token, 'c');
    expect(await live.next()).toMatchObject({ after: seq + 2, seq: seq + 3 });
    expect(live.left()).toBe(0);
  });

  it('is told of a member who joins', async () => {
    const { token } = await foundCluster();
    const live = await openLive(token);
    const { member } = await admitMember(token);
    expect(await live.next()).toMatchObject({ records: [{ kind: 'member', id: member }] });
  });

  it('carries no records where they are many: the number is enough to pull', async () => {
    const { token } = await foundCluster();
    const live = await openLive(token);
    const { seq } = await changes(token);
    const long = () => [sent(saveEvidence, noteBody('w'.repeat(10_000)))];
    await act(token, ...Array.from({ length: 10 }, long));
    const message = await live.next();
    expect(message).toMatchObject({ type: 'changes', after: seq, seq: seq + 10 });
    expect(message).not.toHaveProperty('records');
    await saveNote(token, 'Small again');
    expect(await live.next()).toMatchObject({ after: seq + 10, records: [{}] });
  });

  it('answers a sign of life', async () => {
    const live = await openLive((await foundCluster()).token);
    live.socket.send('ping');
    expect(await live.text()).toBe('pong');
  });

  it('takes no notice of anything else that is sent to it', async () => {
    const { token } = await foundCluster();
    const live = await openLive(token);
    live.socket.send('{"type":"changes"}');
    live.socket.send(new Uint8Array([1, 2, 3]));
    await saveNote(token, 'After');
    expect(await live.next()).toMatchObject({ type: 'changes' });
  });

  it('sleeps with the object: still delivers, still answers, still belongs to its device', async () => {
    const { token, device, cluster } = await foundCluster();
    const other = await admitMember(token);
    const live = await openLive(token);
    await evictDurableObject(stubOf(cluster));
    live.socket.send('ping');
    expect(await live.text()).toBe('pong');
    const { id } = await saveNote(other.token, 'While you slept');
    expect(await live.next()).toMatchObject({ records: [{ id }] });
    const tagged = await inside(cluster, (state) => state.getWebSockets(device).length);
    expect(tagged).toBe(1);
    await good(call('/api/devices/revoke', { token, body: { device } }));
    expect((await live.closed).code).toBe(4401);
  });

  it('that closes is forgotten', async () => {
    const { token, cluster } = await foundCluster();
    const live = await openLive(token);
    live.socket.close(1000, 'done');
    await live.closed;
    await saveNote(token, 'To nobody');
    expect(await runInDurableObject(stubOf(cluster), (_, state) => state.getWebSockets().length)).toBe(0);
  });
});

describe('who may listen', () => {
  it('only who has a token that is good: others are closed with a code that a browser can read', async () => {
    const { token, cluster } = await foundCluster();
    expect(await refusedWith(offering(`${cluster}.${newSecret()}`))).toBe(4401);
    const { code } = await good<Issued>(call('/api/devices/link', { token, method: 'POST' }));
    expect(await refusedWith(offering(code))).toBe(4401);
    // A cluster that is not there may be so only for now: come again later.
    expect(await refusedWith(offering(unknown.token))).toBe(1013);
  });

  it('not with a token in the address', async () => {
    const { token } = await foundCluster();
    const headers = { upgrade: 'websocket', 'sec-websocket-protocol': 'goldthread.1' };
    expect(await codeOf(call(`/api/live?token=${token}`, { headers }))).toBe('no-credential');
    expect(await codeOf(call(`/api/live?token=${token}`, { headers: { upgrade: 'websocket' } }))).toBe('no-credential');
  });

  it('not without our subprotocol, and not with half a token', async () => {
    const { token } = await foundCluster();
    expect(await codeOf(askLive(`token.${token}`))).toBe('no-credential');
    expect(await codeOf(askLive('goldthread.1, token.'))).toBe('no-credential');
    expect(await codeOf(askLive(`goldthread.1, token.${token.slice(0, -1)}`))).toBe('no-credential');
  });

  it('revoking closes the sockets of this device and of no other', async () => {
    const { token } = await foundCluster();
    const { code } = await good<Issued>(call('/api/devices/link', { token, method: 'POST' }));
    const second = await join(code);
    const [first, lost, lostToo] = [await openLive(token), await openLive(second.token), await openLive(second.token)];
    await good(call('/api/devices/revoke', { token, body: { device: second.device } }));
    expect([(await lost.closed).code, (await lostToo.closed).code]).toEqual([4401, 4401]);
    expect(await refusedWith(offering(second.token))).toBe(4401);
    await saveNote(token, 'Still here');
    expect(await first.next()).toMatchObject({ type: 'changes' });
    expect(lost.left()).toBe(0);
  });
});
