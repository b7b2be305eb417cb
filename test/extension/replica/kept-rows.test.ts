import { describe, expect, it } from 'vitest';
import { getMeta, setMeta } from '../../../extension/replica/database.ts';
import { keepRows, readKeptRows, worthKeeping } from '../../../extension/replica/kept-rows.ts';
import { createLogIndex, type LogNow } from '../../../extension/replica/log-index.ts';
import { rowOf } from '../../../extension/replica/log-rows.ts';
import { type KeptRows, packRows, unpackRows } from '../../../extension/replica/packed-rows.ts';
import { storePage } from '../../../extension/replica/pages.ts';
import { newId } from '../../../shared/ids.ts';
import type { Record } from '../../../shared/record.ts';
import { createScripted, note, type Scripted } from './scripted.ts';

const begun = 1_700_000_000_000;

const evidence = (seq: number, words: string, more: object = {}): Record => {
  const { id, ...body } = note(words, { id: newId(begun + seq), ...more });
  return { kind: 'evidence', id, v: 1, rev: 1, seq, body: { by: 'Ben', ...body, at: begun + seq } };
};

const page = async ({ replica }: Scripted, records: readonly Record[]): Promise<void> => {
  const after = (await getMeta(replica.db, 'cursor')) ?? 0;
  const seq = Math.max(...records.map((record) => record.seq));
  await storePage(replica.db, { after, seq, records: records as never });
};

/** Opens the log as the log page does, and waits until all of it is there with its words, and kept where it is worth it. */
async function open({ replica }: Scripted): Promise<LogNow> {
  const gone = new AbortController();
  const now = await new Promise<LogNow>((resolve, reject) => {
    const index = createLogIndex(replica.db, {
      ahead: replica.view.evidenceAhead,
      atOnce: replica.view.atOnce,
      keeps: true,
      signal: gone.signal,
      failed: reject,
      tell: (next) => {
        if (next.whole && next.rows.every(({ words }) => words !== undefined)) resolve(next);
      },
    });
    index.wantWords();
  });
  gone.abort();
  return now;
}

const wordsIn = ({ rows }: LogNow) => new Map(rows.map(({ id, words }) => [id, words]));

describe('rows that are packed', () => {
  it('are the same when they are unpacked', async () => {
    const rows = [
      evidence(1, 'One, two', { tags: ['a', 'b'], stance: 'supports', priorities: ['p'] }),
      evidence(2, '', { withdrawn: 5, source: { url: 'https://a.example', title: 'T', kind: 'eef' } }),
      { ...evidence(3, 'gone'), body: null },
    ].map((record) => rowOf(record, true));
    expect(await unpackRows(structuredClone(await packRows(rows, 3)))).toEqual(rows);
    expect(await unpackRows(await packRows([], 0))).toEqual([]);
    const many = Array.from({ length: 1203 }, (_, i) => rowOf(evidence(i, i % 3 ? `words ${i}` : ''), true));
    expect(await unpackRows(structuredClone(await packRows(many, 3)))).toEqual(many);
  });
});

describe('rows that are kept on disk', () => {
  it('are read with what has changed since, and only while they add up', async () => {
    const device = await createScripted();
    const { db } = device.replica;
    const [one, two] = [evidence(10, 'first'), evidence(11, 'second')];
    await page(device, [one, two]);
    const rows = [two, one].map((record) => rowOf(record, true));
    // The base has moved on: they are not kept.
    await keepRows(db, rows, 10);
    expect(await readKeptRows(db)).toBeUndefined();
    await keepRows(db, rows, 11);
    expect(await readKeptRows(db)).toEqual({ rows, changed: [] });
    const edited = { ...one, rev: 2, seq: 12, body: { ...(one.body as object), note: 'changed' } };
    const three = evidence(13, 'third');
    await page(device, [edited, three]);
    expect((await readKeptRows(db))?.changed.map(({ id }) => id)).toEqual([one.id, three.id]);
    const kept = (await getMeta(db, 'logRows')) as KeptRows;
    await setMeta(db, 'logRows', { ...kept, v: 0 });
    expect(await readKeptRows(db)).toBeUndefined();
    await setMeta(db, 'logRows', kept);
    await db.records.delete(['evidence', two.id]);
    expect(await readKeptRows(db)).toBeUndefined();
  });

  it('are gone as soon as words of them are erased, and with everything else', async () => {
    const device = await createScripted();
    const { db, sessions } = device.replica;
    const one = evidence(10, 'a secret');
    await page(device, [one]);
    await keepRows(db, [rowOf(one, true)], 10);
    await page(device, [{ ...one, rev: 2, seq: 11, body: null }]);
    expect(await getMeta(db, 'logRows')).toBeUndefined();
    await keepRows(db, [rowOf({ ...one, seq: 11, body: null }, true)], 11);
    expect(await getMeta(db, 'logRows')).toBeDefined();
    await sessions.shut();
    expect(await getMeta(db, 'logRows')).toBeUndefined();
  });

  it('let a large log be opened at once, as it is by now', async () => {
    const device = await createScripted();
    const { db } = device.replica;
    const records = Array.from({ length: worthKeeping }, (_, i) => evidence(10 + i, `words ${i}`));
    await page(device, records);
    const first = await open(device);
    await expect.poll(() => getMeta(db, 'logRows'), { timeout: 20_000 }).toBeDefined();
    // So that it is seen that they are read from there.
    const kept = (await getMeta(db, 'logRows')) as KeptRows;
    await setMeta(db, 'logRows', { ...kept, words: kept.words.map((one) => one.replace(' words 9 ', ' kept 9 ')) });
    const [edited, late] = [records[7] as Record, evidence(20_000, 'late')];
    await page(device, [{ ...edited, rev: 2, seq: 19_999, body: { ...(edited.body as object), note: 'other' } }, late]);
    const second = await open(device);
    expect(second.rows).toHaveLength(worthKeeping + 1);
    const [before, after] = [wordsIn(first), wordsIn(second)];
    expect(after.get(edited.id)).toBe(' other ');
    expect(after.get(late.id)).toBe(' late ');
    for (const [id, words] of before) {
      if (id !== edited.id) expect(after.get(id)).toBe(words === ' words 9 ' ? ' kept 9 ' : words);
    }
    const times = second.rows.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  }, 60_000);
});
