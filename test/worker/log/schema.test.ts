import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../shared/cluster/redact.ts';
import { newClusterId, sha256 } from '../../../shared/ids.ts';
import { migrate, setMeta, steps } from '../../../worker/log/schema.ts';
import {
  ada,
  ben,
  cluster as oldCluster,
  sql as oldDatabase,
  priority,
  saved,
} from '../../fixtures/cluster-at-schema-1.ts';
import {
  actOne,
  dump,
  foundCluster,
  inside,
  invite,
  join,
  outcome,
  pullAll,
  saveNote,
  sent,
  stubOf,
  tablesOf,
  tablesWith,
} from '../cluster.ts';
import { newImage, upload } from '../images.ts';

/** Each step's text as it was released. A new step adds a line; a line that is here is never changed. */
const released = [
  'd947a202caced86050c73c763636f1a3846c924340d393a43bbe3dafdce42d63',
  '6913c68beb0666473f8955030a76db206a1e1f3b38e7d3a1d07379233e174063',
  '33bf562fa9ff7e3af330c0732f54e0d4ef177ab5a7366714f728673d2bdfbc5d',
];

const shapeOf = (cluster: string) =>
  inside(cluster, ({ storage: { sql } }) =>
    sql.exec('SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name').toArray(),
  );

describe('the steps', () => {
  it('that were released are what they were', async () => {
    expect(await Promise.all(steps.map((step) => sha256(step)))).toEqual(released);
  });

  it('lead from every older schema to the same tables', async () => {
    const { cluster } = await foundCluster();
    const newest = await shapeOf(cluster);
    for (let from = 1; from <= steps.length; from++) {
      const older = newClusterId();
      await inside(older, ({ storage }) => {
        for (const step of steps.slice(0, from)) storage.sql.exec(step);
        setMeta(storage.sql, 'schema', String(from));
        migrate(storage);
      });
      expect(await shapeOf(older), `from ${from}`).toEqual(newest);
      expect((await dump(older)).meta).toEqual([{ key: 'schema', value: String(steps.length) }]);
    }
  });

  it('are not taken again, and a schema newer than this build is left alone', async () => {
    const { cluster } = await foundCluster();
    const before = await dump(cluster);
    await inside(cluster, ({ storage }) => migrate(storage));
    expect(await dump(cluster)).toEqual(before);
    await inside(cluster, ({ storage }) => {
      setMeta(storage.sql, 'schema', '99');
      migrate(storage);
    });
    expect((await dump(cluster)).meta).toContainEqual({ key: 'schema', value: '99' });
  });

  it('that fail leave the tables as they were', async () => {
    const cluster = newClusterId();
    await inside(cluster, ({ storage }) => {
      // In the way of step 2, in the middle of it.
      storage.sql.exec(`${steps[0]} CREATE TABLE agenda (what TEXT)`);
      setMeta(storage.sql, 'schema', '1');
      expect(() => migrate(storage)).toThrow();
    });
    expect(await tablesOf(cluster)).not.toContain('blobs');
    expect((await dump(cluster)).meta).toEqual([{ key: 'schema', value: '1' }]);
  });
});

describe('a cluster of the first schema', () => {
  /** Puts the old database in the place of the object's, as if the object had slept since then. */
  async function wakeOld(): Promise<void> {
    await runInDurableObject(stubOf(oldCluster), async (_, { storage }) => {
      await storage.deleteAll();
      storage.sql.exec(oldDatabase);
    });
    await evictDurableObject(stubOf(oldCluster));
  }

  it('wakes with everything kept, word for word', async () => {
    await wakeOld();
    const before = await dump(oldCluster);
    const { records, seq } = await pullAll(ben.token);
    const after = await dump(oldCluster);
    for (const table of ['records', 'log', 'touched', 'credentials']) expect(after[table]).toEqual(before[table]);
    expect(after.meta).toContainEqual({ key: 'schema', value: String(steps.length) });
    expect(seq).toBe(5);
    expect(records).toHaveLength(5);
    expect(records.at(-1)).toMatchObject({ body: { note: saved.body.note, by: ben.member } });
  });

  it('knows its old devices, ids and priorities, and goes on from where it was', async () => {
    await wakeOld();
    expect(await actOne(ben.token, saved)).toEqual({ id: saved.id, ok: true, seq: 5 });
    expect(outcome(await actOne(ada.token, saved))).toBe('id-reused');
    const { answer } = await saveNote(ada.token, 'Four years later', { priorities: [priority] });
    expect(answer).toMatchObject({ seq: 6 });
  });

  it('lets people in, takes images and erases old words', async () => {
    await wakeOld();
    const joined = await join((await invite(ada.token)).code);
    expect(joined.records.map(({ kind }) => kind)).toEqual(['cluster', 'member', 'member', 'member', 'priority']);
    expect((await join(ben.recovery)).member).toBe(ben.member);
    expect((await upload(newImage(), { token: joined.token })).status).toBe(200);
    await actOne(ada.token, sent(redact, { kind: 'evidence', id: saved.body.id }));
    expect(await tablesWith(oldCluster, saved.body.note)).toEqual([]);
    expect(await actOne(ben.token, saved)).toMatchObject({ ok: true, seq: 5 });
  });
});
