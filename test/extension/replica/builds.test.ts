import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Evidence, editEvidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { type LocalWorker, startLocalWorker } from '../../tools/local-worker.ts';
import { clusterRows } from './cluster-rows.ts';
import { createDevice, type Device } from './device.ts';
import { NewerEvidence, newerActions, newerEdit, newerSave, Weighing, weigh } from './newer.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-builds-'));
const ages = { present: undefined, newer: join(import.meta.dirname, 'newer-worker/index.ts') };
let worker: LocalWorker;
let port = 0;

/** Runs a Worker of this age over the data that is there, at the same address. */
async function run(age: keyof typeof ages, more: Record<string, string> = {}): Promise<void> {
  await worker?.stop();
  const entry = ages[age];
  const vars = { MEMBER_RATE: '1000000', ADDRESS_HEADER: 'CF-Connecting-IP', ...more };
  worker = await startLocalWorker({ port, data, vars, ...(entry && { entry }) });
  port = Number(new URL(worker.address).port);
}

beforeAll(() => run('present'), 60_000);
afterAll(async () => {
  await worker.stop();
  rmSync(data, { recursive: true });
});

function good<T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const oldDevice = () => createDevice();
const newDevice = () => createDevice({ known: newerActions });

/** A cluster whose coordinator has these devices. */
async function gather(first: Device, ...others: Device[]): Promise<string> {
  const body = { name: 'Builds', word: 'cluster', founder: 'Ann', device: 'one' } as const;
  const { cluster } = good(await first.replica.access.create(worker.address, body, true));
  for (const { replica } of others) {
    const { link } = good(await first.replica.access.addDevice());
    const code = link.split('#')[1] ?? '';
    good(await replica.access.join(worker.address, { code, device: 'more' }, true));
  }
  return cluster;
}

const note = (words: string) => ({ id: newId(), passages: [], note: words, tags: [], priorities: [] });

/** The outbox without its row numbers and answers: what was made, and where it stands. */
const standings = async ({ replica }: Device) =>
  (await replica.outbox.rows()).map(({ id, state, problem }) => [id, state, problem?.code]);

const entryOf = async ({ replica }: Device, id: string) =>
  (await replica.view.entries(500)).find(({ record }) => record.id === id);

const logged = async (cluster: string, id: string) =>
  (await clusterRows(data, cluster)).log.filter((row) => row.id === id).length;

describe('a newer build against an older Worker', () => {
  it('keeps what the Worker does not know, lets the rest go, and sends it once when the Worker is updated', async () => {
    await run('present');
    const device = newDevice();
    const cluster = await gather(device);
    const { outbox, sync, view } = device.replica;
    const [known, withField, behind] = [
      note('known'),
      { ...note('field'), confidence: 'high' as const },
      note('behind'),
    ];
    const weighing = { id: newId(), evidence: known.id, weight: 3 };
    good(await outbox.act(saveEvidence, known));
    const field = good(await outbox.act(newerSave, withField)).group;
    const action = good(await outbox.act(weigh, weighing)).group;
    good(await outbox.act(saveEvidence, behind));
    const before = (await outbox.rows()).filter(({ id }) => id === field || id === action).map(({ group }) => group);

    // What is held is neither lost nor changed, however often it is tried.
    for (let round = 0; round < 3; round++) {
      expect(await sync.once()).toBe('done');
      expect(await standings(device)).toEqual([
        [field, 'held', 'unknown-field'],
        [action, 'held', 'unknown-action'],
      ]);
    }
    expect((await outbox.rows()).map(({ group }) => group)).toEqual(before);
    const there = (await clusterRows(data, cluster)).records.map(({ id }) => id);
    expect(there).toEqual(expect.arrayContaining([known.id, behind.id]));
    expect(there).not.toContain(withField.id);
    expect(await entryOf(device, withField.id)).toMatchObject({
      standing: 'held',
      record: { body: { note: 'field', confidence: 'high' } },
    });
    expect(await view.list(Weighing)).toMatchObject([{ id: weighing.id, body: { weight: 3 } }]);
    expect(await view.standing()).toMatchObject({ held: 2, waiting: 0, refused: 0 });

    // A panel stands open while the Worker is updated.
    const open = new AbortController();
    const running = sync.run(open.signal);
    const until = (hold: () => Promise<void>) => vi.waitFor(hold, { timeout: 30_000, interval: 50 });
    await until(async () => expect((await view.standing()).reach).toBe('live'));
    await worker.stop();
    await until(async () => expect((await view.standing()).reach).toBe('offline'));
    await run('newer');
    await until(async () => expect(await outbox.rows()).toEqual([]));
    open.abort();
    await running;
    for (const group of before) expect(await logged(cluster, group[0]?.id ?? '')).toBe(1);
    expect(await entryOf(device, withField.id)).toMatchObject({
      standing: 'log',
      record: { body: { confidence: 'high' } },
    });
    expect(await view.list(Weighing)).toHaveLength(1);
  }, 120_000);

  it('keeps a group whole of which the Worker knows only a part', async () => {
    await run('present');
    const device = newDevice();
    const cluster = await gather(device);
    const { outbox, sync } = device.replica;
    const saved = note('of a group');
    const steps = [
      { action: saveEvidence as never, body: saved },
      { action: weigh as never, body: { id: newId(), evidence: saved.id, weight: 1 } },
    ];
    const { group } = good(await outbox.actTogether(steps));
    expect(await sync.once()).toBe('done');
    expect(await standings(device)).toEqual([[group, 'held', 'unknown-action']]);
    expect((await clusterRows(data, cluster)).records.map(({ id }) => id)).not.toContain(saved.id);
    await run('newer');
    expect(await sync.once()).toBe('done');
    expect(await outbox.rows()).toEqual([]);
    expect((await clusterRows(data, cluster)).records.map(({ id }) => id)).toContain(saved.id);
  }, 120_000);
});

describe('an older build against a newer Worker', () => {
  it('gets everything accepted that it had in hand, however much it is', async () => {
    await run('present');
    const device = oldDevice();
    const cluster = await gather(device);
    const notes = Array.from({ length: 230 }, (_, i) => note(`words ${i}`));
    for (const body of notes) good(await device.replica.outbox.act(saveEvidence, body));
    good(await device.replica.outbox.act(editEvidence, { id: notes[0]?.id ?? '', rev: 1, note: 'edited' }));
    await run('newer');
    expect(await device.replica.sync.once()).toBe('done');
    expect(await device.replica.outbox.rows()).toEqual([]);
    const { records, log } = await clusterRows(data, cluster);
    expect(records.filter(({ kind }) => kind === Evidence.kind)).toHaveLength(230);
    expect(log.filter(({ name }) => name === editEvidence.name)).toHaveLength(1);
  }, 120_000);

  it('keeps kinds, fields and versions that it does not know, and loses none of them by editing', async () => {
    await run('newer');
    const [older, newer] = [oldDevice(), newDevice()];
    const cluster = await gather(older, newer);
    const body = { ...note('from the newer build'), confidence: 'high' as const };
    good(await newer.replica.outbox.act(newerSave, body));
    good(await newer.replica.outbox.act(weigh, { id: newId(), evidence: body.id, weight: 5 }));
    expect(await newer.replica.sync.once()).toBe('done');
    expect(await older.replica.sync.once()).toBe('done');

    const kept = async () => older.replica.db.records.orderBy('[kind+id]').toArray();
    expect(await kept()).toEqual((await clusterRows(data, cluster)).records);
    expect(await kept()).toContainEqual(expect.objectContaining({ kind: 'savouring', body: expect.anything() }));
    const record = (await entryOf(older, body.id))?.record;
    expect(record).toMatchObject({ v: 2, body: { note: body.note, confidence: 'high' } });

    // Shown ahead and decided by the Worker, the edit leaves alone what its author could not see.
    good(
      await older.replica.outbox.act(editEvidence, { id: body.id, rev: record?.rev ?? 0, note: 'edited by the older' }),
    );
    const edited = { v: 2, rev: 2, body: { note: 'edited by the older', confidence: 'high' } };
    expect((await entryOf(older, body.id))?.record).toMatchObject(edited);
    expect(await older.replica.sync.once()).toBe('done');
    expect(await older.replica.outbox.rows()).toEqual([]);
    expect((await clusterRows(data, cluster)).records.find(({ id }) => id === body.id)).toMatchObject(edited);

    // Even a Worker that was put back to the older build leaves them alone.
    await run('present');
    good(await older.replica.outbox.act(editEvidence, { id: body.id, rev: 2, tags: ['later'] }));
    expect(await older.replica.sync.once()).toBe('done');
    const last = { v: 2, rev: 3, body: { ...edited.body, tags: ['later'] } };
    expect((await clusterRows(data, cluster)).records.find(({ id }) => id === body.id)).toMatchObject(last);
    expect(await kept()).toEqual((await clusterRows(data, cluster)).records);

    await run('newer');
    good(await newer.replica.outbox.act(newerEdit, { id: body.id, rev: 3, confidence: 'low' }));
    expect(await newer.replica.sync.once()).toBe('done');
    const seen = await newer.replica.view.get(NewerEvidence, body.id);
    expect(seen?.body).toMatchObject({ confidence: 'low', tags: ['later'], note: 'edited by the older' });
  }, 120_000);

  it('that is too old for the Worker keeps its outbox as it is, says so, and goes on later', async () => {
    await run('present');
    const device = oldDevice();
    const cluster = await gather(device);
    const { outbox, sync, view } = device.replica;
    const made = [];
    for (const words of ['one', 'two']) made.push(good(await outbox.act(saveEvidence, note(words))).group);
    const before = (await outbox.rows()).map((row) => ({ ...row, tried: true }));

    await run('newer', { OLDEST: '2' });
    for (let round = 0; round < 2; round++) {
      expect(await sync.once()).not.toBe('done');
      expect(await outbox.rows()).toEqual(before);
      expect(await view.standing()).toMatchObject({ closed: 'update-needed', waiting: 2, held: 0, refused: 0 });
    }
    // What is here can still be read, and added to.
    expect((await view.entries(10)).map(({ record }) => record.body?.note)).toEqual(
      expect.arrayContaining(['one', 'two']),
    );
    made.push(good(await outbox.act(saveEvidence, note('three'))).group);

    await run('newer');
    expect(await sync.once()).toBe('done');
    expect(await outbox.rows()).toEqual([]);
    expect((await view.standing()).closed).toBeUndefined();
    for (const id of made) expect(await logged(cluster, id)).toBe(1);
  }, 120_000);
});
