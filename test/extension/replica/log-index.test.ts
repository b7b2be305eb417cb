import { describe, expect, it } from 'vitest';
import { findInLog } from '../../../extension/replica/find-in-log.ts';
import { type LogFilter, noFilter } from '../../../extension/replica/log-filter.ts';
import { createLogIndex, type LogNow } from '../../../extension/replica/log-index.ts';
import { storePage } from '../../../extension/replica/pages.ts';
import { saveEvidence, withdrawEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import type { Record } from '../../../shared/record.ts';
import { createScripted, good, note, type Scripted } from './scripted.ts';

const begun = 1_700_000_000_000;

/** A piece of evidence as the base holds it. */
const evidence = (seq: number, at: number, more: object = {}): Record => {
  const { id, ...words } = note(`words ${seq}`, { id: newId(at), ...more });
  return { kind: 'evidence', id, v: 1, rev: 1, seq, body: { by: 'Ben', ...words, at } };
};

/** Stores records as a page of changes would. */
const page = async ({ replica }: Scripted, records: readonly Record[]): Promise<void> => {
  const after = ((await replica.db.meta.get('cursor'))?.value as number) ?? 0;
  await storePage(replica.db, { after, seq: Math.max(...records.map(({ seq }) => seq)), records: records as never });
};

/** An index over a device's base, and what it last told; `when` waits until what it tells is so. */
function follow({ replica }: Scripted) {
  const gone = new AbortController();
  const waiting = new Set<() => void>();
  let now: LogNow | undefined;
  const told: number[] = [];
  const index = createLogIndex(replica.db, {
    ahead: replica.view.evidenceAhead,
    atOnce: replica.view.atOnce,
    signal: gone.signal,
    failed: (error) => {
      throw error;
    },
    tell: (next) => {
      now = next;
      told.push(next.rows.length);
      for (const one of waiting) one();
    },
  });
  const find = (filter: Partial<LogFilter> = {}, kept: string[] = []) =>
    now
      ? findInLog(now, {
          filter: { ...noFilter, ...filter },
          kept: new Set(kept),
          schoolsOf: (member) => (member === 'Ann' ? ['Alder', 'Birch'] : ['Cedar']),
        })
      : [];
  const when = (so: (now: LogNow) => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!now || !so(now)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return {
    index,
    told,
    find,
    when,
    ids: (filter?: Partial<LogFilter>, kept?: string[]) => find(filter, kept).map(({ id }) => id),
    stop: () => gone.abort(),
  };
}

describe('the log in memory', () => {
  it('is read newest first, the first rows at once, many of one moment too', async () => {
    const device = await createScripted();
    const records = [
      ...Array.from({ length: 700 }, (_, i) => evidence(10 + i, begun + i)),
      // A batch reaches the log in one moment.
      ...Array.from({ length: 1200 }, (_, i) => evidence(1000 + i, begun + 1000)),
      ...Array.from({ length: 700 }, (_, i) => evidence(3000 + i, begun + 2000 + i)),
    ];
    await page(device, records);
    const log = follow(device);
    await log.when(({ whole }) => whole);
    expect(log.told[0]).toBe(50);
    expect(log.ids()).toHaveLength(records.length);
    expect(new Set(log.ids())).toEqual(new Set(records.map(({ id }) => id)));
    const times = log.find().map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    log.stop();
  });

  it('follows what is synced: new, changed, withdrawn, erased', async () => {
    const device = await createScripted();
    const [one, two, three] = [evidence(10, begun), evidence(11, begun + 1), evidence(12, begun + 2)] as const;
    await page(device, [one, two, three]);
    const log = follow(device);
    await log.when(({ whole }) => whole);
    expect(log.ids()).toEqual([three.id, two.id, one.id]);

    const late = evidence(13, begun + 1);
    await page(device, [late, { ...one, rev: 2, seq: 14, body: { ...(one.body as object), tags: ['new'] } }]);
    await log.when(({ rows }) => rows.length === 4);
    expect(log.ids({ tag: 'new' })).toEqual([one.id]);

    await page(device, [{ ...two, rev: 2, seq: 15, body: { ...(two.body as object), withdrawn: begun + 9 } }]);
    await log.when(({ rows }) => rows.some(({ state }) => state === 'withdrawn'));
    expect(log.ids()).not.toContain(two.id);
    expect(log.ids({ withdrawn: true })).toContain(two.id);
    // Somebody is at work on it.
    expect(log.ids({ tag: 'new' }, [two.id])).toEqual([two.id, one.id]);

    await page(device, [{ ...three, rev: 2, seq: 16, body: null }]);
    await log.when(({ rows }) => rows.some(({ state }) => state === 'erased'));
    expect(log.ids()[0]).toBe(three.id);
    expect(log.ids({ words: 'words' })).not.toContain(three.id);
    expect(log.ids({ person: 'Ben' })).not.toContain(three.id);
    log.stop();
  });

  it('knows what was erased before it began, where it was made', async () => {
    const device = await createScripted();
    const [one, two, three] = [evidence(10, begun), evidence(11, begun + 5000), evidence(12, begun + 9000)] as const;
    await page(device, [one, { ...two, body: null }, three]);
    const log = follow(device);
    await log.when(({ whole }) => whole);
    expect(log.find().map(({ id, state }) => [id, state])).toEqual([
      [three.id, 'there'],
      [two.id, 'erased'],
      [one.id, 'there'],
    ]);
    const found = await device.replica.view.these([two.id, one.id, newId()]);
    expect([...found.keys()]).toEqual([two.id, one.id]);
    expect(found.get(two.id)?.record.body).toBeNull();
    expect(found.get(one.id)?.record.body?.note).toBe('words 10');
    log.stop();
  });

  it('begins again where an older copy was restored or everything was wiped', async () => {
    const device = await createScripted();
    const { db } = device.replica;
    await page(device, [evidence(10, begun), evidence(11, begun + 1)]);
    const log = follow(device);
    await log.when(({ whole }) => whole);
    await db.transaction('rw', db.records, db.meta, () => Promise.all([db.records.clear(), db.meta.delete('cursor')]));
    await log.when(({ rows, whole }) => whole && rows.length === 0);
    const other = evidence(5, begun + 2);
    await page(device, [other]);
    await log.when(({ rows }) => rows.length === 1);
    expect(log.ids()).toEqual([other.id]);
    log.stop();
  });

  it('takes a first sync as it comes, however it is ordered', async () => {
    const device = await createScripted();
    const log = follow(device);
    await log.when(({ whole }) => whole);
    for (let i = 0; i < 6; i++) {
      await page(
        device,
        Array.from({ length: 100 }, (_, n) => evidence(10 + i * 100 + n, begun + ((n * 37) % 100) * 10 + i)),
      );
    }
    await log.when(({ rows }) => rows.length === 600);
    const times = log.find().map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    log.stop();
  });

  it('lays over it what waits here, and leaves out what was refused', async () => {
    const device = await createScripted();
    const { outbox, sync, view } = device.replica;
    const log = follow(device);
    const mine = note('read on the train', { tags: ['train'] });
    good(await outbox.act(saveEvidence, mine));
    await log.when(({ ahead }) => ahead.records.length === 1);
    expect(log.ids({ words: 'TRAIN rea' })).toEqual([mine.id]);
    expect(log.ids({ words: 'rea TRAIN' })).toEqual([]);
    expect(log.ids({ words: 'read TRAI' })).toEqual([mine.id]);
    expect(log.ids({ person: device.member, tag: 'train' })).toEqual([mine.id]);

    // It goes from the outbox to the base in one moment: at none is it missing or twice there.
    const counts: number[] = [];
    const look = log.when(({ rows, ahead }) => {
      counts.push(new Set([...rows, ...ahead.records].map(({ id }) => id)).size);
      return rows.length === 1 && ahead.records.length === 0;
    });
    expect(await sync.once()).toBe('done');
    await look;
    expect(new Set(counts)).toEqual(new Set([1]));
    expect(log.ids()).toEqual([mine.id]);

    good(await outbox.act(withdrawEvidence, { id: mine.id, rev: 1 }));
    await log.when(({ ahead }) => ahead.records.length === 1);
    expect(log.ids()).toEqual([]);
    await sync.once();

    const refused = note('refused', { priorities: [newId()] });
    good(await outbox.act(saveEvidence, refused));
    await sync.once();
    await log.when(({ ahead }) => ahead.hidden.has(refused.id));
    expect(log.ids()).toEqual([]);
    expect(await view.refused()).toMatchObject([{ standing: 'refused', record: { id: refused.id } }]);
    log.stop();
  });

  it('reads words only once they are asked for, and says when it has them all', async () => {
    const device = await createScripted();
    const source = { url: 'https://a.example/x', title: 'On fluency', author: 'Zoë Quill' };
    const passages = [{ exact: 'Ten minutes a day', prefix: 'not this', suffix: '', start: 0, end: 17 }];
    const known = evidence(2000, begun + 5000, { note: 'Try it', tags: ['Year 3'], source, passages });
    await page(device, [...Array.from({ length: 1200 }, (_, i) => evidence(10 + i, begun + i)), known]);
    const log = follow(device);
    await log.when(({ whole }) => whole);
    expect(log.find().some(({ words }) => words !== undefined)).toBe(false);
    log.index.wantWords();
    await log.when(({ whole }) => whole);
    for (const words of ['minutes ten', 'try', 'year 3', 'fluency', 'zoe quil', 'day it']) {
      expect(log.ids({ words }), words).toEqual([known.id]);
    }
    expect(log.ids({ words: 'not this' })).toEqual([]);
    expect(log.ids({ words: 'words 70' })).toHaveLength(11);
    const fresh = evidence(3000, begun + 6000, { note: 'unheard of' });
    await page(device, [fresh]);
    await log.when(({ rows }) => rows.length === 1202);
    expect(log.ids({ words: 'unheard' })).toEqual([fresh.id]);
    log.stop();
  });
});

describe('a filter', () => {
  it('asks that everything is so that is set', async () => {
    const device = await createScripted();
    const [p, q] = [newId(), newId()];
    const [one, two, three] = [
      evidence(10, begun, { by: 'Ann', priorities: [p], tags: ['a'], stance: 'supports' }),
      evidence(11, begun + 1, { by: 'Ann', priorities: [p, q], tags: ['a', 'b'], stance: 'challenges' }),
      evidence(12, begun + 2, { by: 'Ben', priorities: [], tags: ['b'], stance: null }),
    ] as const;
    await page(device, [one, two, three]);
    const log = follow(device);
    await log.when(({ whole }) => whole);
    expect(log.ids({ priorities: [q] })).toEqual([two.id]);
    expect(log.ids({ priorities: [p, q] })).toEqual([two.id, one.id]);
    expect(log.ids({ school: 'Birch' })).toEqual([two.id, one.id]);
    expect(log.ids({ school: 'Cedar' })).toEqual([three.id]);
    expect(log.ids({ person: 'Ann', stance: 'supports' })).toEqual([one.id]);
    expect(log.ids({ tag: 'b', person: 'Ann' })).toEqual([two.id]);
    expect(log.ids({ tag: 'b', stance: 'supports' })).toEqual([]);
    log.stop();
  });
});
