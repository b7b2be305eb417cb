import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLive } from '../../../extension/replica/live.ts';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { closeCodes, liveProtocol, tokenProtocol } from '../../../shared/sync.ts';
import { createScripted, FakeSocket, FakeWebSocket, good, json, note, type Scripted } from './scripted.ts';

beforeEach(() => {
  FakeSocket.opened = [];
});

describe('the live socket', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const minute = 60_000;

  function open() {
    const events: unknown[] = [];
    const live = openLive(
      FakeWebSocket,
      { address: 'https://thread.test', token: 'the-token' },
      { message: (message) => events.push(message), closed: (reason) => events.push(reason) },
    );
    return { live, events, socket: FakeSocket.opened.at(-1) as FakeSocket };
  }

  it('carries the credential as a subprotocol, never in the address', () => {
    const { socket } = open();
    expect(socket.url).toBe('wss://thread.test/api/live');
    expect(socket.protocols).toEqual([liveProtocol, `${tokenProtocol}the-token`]);
  });

  it('notices that nobody is at the other end any more, and says so once', () => {
    const { socket, events } = open();
    vi.advanceTimersByTime(minute);
    expect(socket.sent).toEqual(['ping']);
    expect(events).toEqual([]);
    vi.advanceTimersByTime(minute);
    expect(events).toEqual(['broken']);
    expect(socket.closed).toBe(true);
    socket.end(1006);
    vi.advanceTimersByTime(10 * minute);
    expect(events).toEqual(['broken']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives up on one that never opens', () => {
    const { socket, events } = open();
    socket.readyState = 0;
    vi.advanceTimersByTime(10 * minute);
    expect(socket.sent).toEqual([]);
    expect(events).toEqual(['broken']);
  });

  it('stays as long as it is answered', () => {
    const { socket, events } = open();
    for (let i = 0; i < 20; i++) {
      vi.advanceTimersByTime(minute / 2);
      socket.say('pong');
    }
    expect(socket.sent.length).toBeGreaterThan(5);
    expect(events).toEqual([]);
    expect(socket.closed).toBe(false);
  });

  it('says why it was closed, and nothing after it was closed from here', () => {
    const reasons = [closeCodes.revoked, closeCodes.updateNeeded, 1006, 1013].map((code) => {
      const { socket, events } = open();
      socket.end(code);
      return events[0];
    });
    expect(reasons).toEqual(['revoked', 'update-needed', 'broken', 'broken']);
    const { live, socket, events } = open();
    live.close();
    socket.end(1006);
    socket.say({ type: 'hello', seq: 1 });
    vi.advanceTimersByTime(10 * minute);
    expect(events).toEqual([]);
  });

  it('passes on what it understands, and leaves what a newer server says more', () => {
    const { socket, events } = open();
    for (const said of ['not JSON', '{}', '{"type":"party"}', { type: 'hello', seq: 'x' }]) socket.say(said);
    socket.say({ type: 'hello', seq: 5, mood: 'glad' });
    expect(events).toEqual([{ type: 'hello', seq: 5 }]);
  });
});

describe('a view that stays in step', () => {
  const until = (hold: () => unknown) => vi.waitFor(hold, { timeout: 10_000, interval: 5 });
  const pulls = ({ asked }: Scripted) => asked.filter(({ path }) => path === 'changes').length;
  const cursorOf = async ({ replica }: Scripted) => (await replica.db.meta.get('cursor'))?.value;
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
  });

  function follow({ sync }: Scripted['replica']) {
    const stop = new AbortController();
    const running = sync.run(stop.signal);
    const ended = async () => {
      stop.abort();
      await running;
    };
    stops.push(ended);
    return ended;
  }

  /** In step, with the socket open and everything pulled that there was. */
  async function inStep(scripted: Scripted) {
    const end = follow(scripted.replica);
    await until(() => expect(FakeSocket.opened).toHaveLength(1));
    return { end, socket: FakeSocket.opened[0] as FakeSocket };
  }

  const thing = (id: string, words: string) => ({ kind: 'thing', id, v: 1, rev: 1, body: { words } });

  it('takes what is pushed without asking, and asks where something is missing between', async () => {
    const scripted = await createScripted();
    const { cluster, replica } = scripted;
    const { socket } = await inStep(scripted);
    const asked = pulls(scripted);
    const push = (after: number) => socket.say({ type: 'changes', ...cluster.page(after) });

    let head = cluster.head();
    cluster.put(thing('a', 'pushed'));
    push(head);
    await until(async () => expect(await replica.db.records.get(['thing', 'a'])).toBeDefined());
    expect(pulls(scripted)).toBe(asked);

    // One push is lost on its way: the next shows the gap.
    cluster.put(thing('b', 'never pushed'));
    head = cluster.head();
    cluster.put(thing('c', 'pushed'));
    push(head);
    await until(async () => expect(await cursorOf(scripted)).toBe(cluster.head()));
    expect(await replica.db.records.get(['thing', 'b'])).toBeDefined();
    expect(await replica.db.records.get(['thing', 'c'])).toBeDefined();
    expect(pulls(scripted)).toBe(asked + 1);

    // The same again, late and out of order, changes nothing.
    push(head);
    push(0);
    cluster.put(thing('d', 'told of only'));
    socket.say({ type: 'changes', after: cluster.head() - 1, seq: cluster.head(), time: Date.now() });
    await until(async () => expect(await replica.db.records.get(['thing', 'd'])).toBeDefined());
    expect(await replica.db.records.toArray()).toHaveLength(cluster.records.size);
  });

  it('asks when the server’s greeting shows that it is behind, and not otherwise', async () => {
    const scripted = await createScripted();
    const { cluster, replica } = scripted;
    const { socket } = await inStep(scripted);
    const asked = pulls(scripted);
    socket.say({ type: 'hello', seq: cluster.head() });
    cluster.put(thing('a', 'between the pull and the socket'));
    socket.say({ type: 'hello', seq: cluster.head() });
    await until(async () => expect(await replica.db.records.get(['thing', 'a'])).toBeDefined());
    expect(pulls(scripted)).toBe(asked + 1);
  });

  it('sends what is done as soon as it is done, and keeps it as accepted until it is pushed', async () => {
    const scripted = await createScripted();
    const { cluster, replica } = scripted;
    const { socket } = await inStep(scripted);
    const head = cluster.head();
    good(await replica.outbox.act(saveEvidence, note('at once')));
    await until(async () => expect((await replica.outbox.rows()).map(({ state }) => state)).toEqual(['accepted']));
    socket.say({ type: 'changes', ...cluster.page(head) });
    await until(async () => expect(await replica.outbox.rows()).toEqual([]));
    expect(await replica.view.entries(5)).toMatchObject([{ standing: 'log' }]);
  });

  it('is one view of a device at a time; the next takes over when it closes', async () => {
    const scripted = await createScripted();
    const { end } = await inStep(scripted);
    const other = scripted.open();
    expect(await other.sync.once()).toBe('busy');
    const endOther = follow(other);
    const asked = scripted.asked.length;
    good(await other.outbox.act(saveEvidence, note('from the other view')));
    // The first sends it for both; the second neither sends nor listens.
    await until(async () => expect((await other.outbox.rows()).map(({ state }) => state)).not.toContain('waiting'));
    expect(FakeSocket.opened).toHaveLength(1);
    expect(scripted.asked.slice(asked).filter(({ path }) => path === 'actions')).toHaveLength(1);
    await end();
    expect(FakeSocket.opened[0]?.closed).toBe(true);
    await until(() => expect(FakeSocket.opened).toHaveLength(2));
    await endOther();
    expect(await other.sync.once()).toBe('done');
  });

  it('goes on where the disk had no room for a while, for what comes and for what goes', async () => {
    const scripted = await createScripted();
    const { cluster, replica } = scripted;
    const { socket } = await inStep(scripted);
    let failures = 0;
    const full = () => {
      failures++;
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    replica.db.records.hook('creating', full);
    replica.db.outbox.hook('updating', full);
    const head = cluster.head();
    cluster.put(thing('a', 'pushed while it is full'));
    socket.say({ type: 'changes', ...cluster.page(head) });
    good(await replica.outbox.act(saveEvidence, note('made while it is full')));
    await until(() => expect(failures).toBeGreaterThan(1));
    expect(await replica.outbox.rows()).toHaveLength(1);
    replica.db.records.hook('creating').unsubscribe(full);
    replica.db.outbox.hook('updating').unsubscribe(full);
    await until(async () => expect(await cursorOf(scripted)).toBe(cluster.head()));
    await until(async () => expect(await replica.db.records.get(['thing', 'a'])).toBeDefined());
    expect(cluster.log.size).toBe(1);
  });

  it('sends again what was held when the Worker was updated without ever being away', async () => {
    const scripted = await createScripted();
    const { replica, cluster } = scripted;
    good(await replica.outbox.act(saveEvidence, note('of a newer build')));
    scripted.follow(({ path, body }) => {
      if (path !== 'actions') return undefined;
      const problem = { code: 'unknown-field' };
      const answers = (body.groups ?? []).flat().map(({ id }) => ({ id, ok: false, problem }));
      return json({ time: Date.now(), answers });
    });
    const { socket } = await inStep(scripted);
    await until(async () => expect((await replica.outbox.rows()).map(({ state }) => state)).toEqual(['held']));
    scripted.follow(() => undefined);
    // A deployment ends the sockets and nothing else.
    socket.end(1006);
    await until(() => expect(FakeSocket.opened).toHaveLength(2));
    await until(() => expect(cluster.log.size).toBe(1));
  }, 30_000);
});
