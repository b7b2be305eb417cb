import { type DBCore, liveQuery } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../extension/replica/database.ts';
import { Evidence, editEvidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { Priority, proposePriority } from '../../../shared/priorities/priority.ts';
import { createScripted, good, note, type Scripted } from './scripted.ts';

/** Counts the records that the database reads, below everything that could filter them away again. */
function countReads(db: Database): { records: number } {
  const reads = { records: 0 };
  const counted = (core: DBCore): DBCore => ({
    ...core,
    table(name) {
      const table = core.table(name);
      if (name !== 'records') return table;
      return {
        ...table,
        async get(request) {
          reads.records++;
          return table.get(request);
        },
        async getMany(request) {
          reads.records += request.keys.length;
          return table.getMany(request);
        },
        async query(request) {
          const answer = await table.query(request);
          reads.records += answer.result.length;
          return answer;
        },
        async openCursor(request) {
          const cursor = await table.openCursor(request);
          if (!cursor) return cursor;
          reads.records++;
          return Object.create(cursor, {
            start: {
              value: (onNext: () => void) =>
                cursor.start(() => {
                  reads.records++;
                  onNext();
                }),
            },
          });
        },
      };
    },
  });
  db.close();
  db.use({ stack: 'dbcore', name: 'count', create: counted });
  return reads;
}

/** Puts this many pieces of evidence into the base, as pages would. */
async function fill({ replica, member }: Scripted, count: number): Promise<void> {
  await replica.db.records.bulkPut(
    Array.from({ length: count }, (_, i) => {
      const { id, ...words } = note(`words ${i}`);
      return { kind: 'evidence', id, v: 1, rev: 1, seq: i + 10, body: { ...words, by: member, at: 1_000_000 + i } };
    }),
  );
}

describe('the view', () => {
  it('shows what was just done, and no ghost of it once it is refused', async () => {
    const { replica } = await createScripted();
    const { outbox, view, sync } = replica;
    const [priority, taken] = [newId(), newId()];
    const body = note('with a priority', { priorities: [priority] });
    good(await outbox.act(proposePriority, { id: priority, title: 'Reading' }));
    good(await outbox.act(saveEvidence, body));
    expect((await view.get(Priority, priority))?.body?.title).toBe('Reading');
    expect(await view.entries(10)).toMatchObject([{ standing: 'device', record: { id: body.id } }]);

    const bad = good(await outbox.act(saveEvidence, note('bad', { id: taken, priorities: [newId()] }))).group;
    // The rules run here too: what would be refused is never laid over the base.
    expect(await view.get(Evidence, taken)).toBeUndefined();
    expect(await sync.once()).toBe('done');
    expect(await view.get(Evidence, taken)).toBeUndefined();
    expect(await view.list(Evidence)).toHaveLength(1);
    expect(await view.entries(10)).toMatchObject([
      { standing: 'refused', group: bad, problem: { code: 'missing' } },
      { standing: 'log', record: { id: body.id } },
    ]);
    await outbox.discard(bad);
    expect(await view.entries(10)).toHaveLength(1);
  });

  it('shows the record again as it is where an edit of it was refused', async () => {
    const scripted = await createScripted();
    const { outbox, view, sync, db } = scripted.replica;
    const body = note('as saved');
    good(await outbox.act(saveEvidence, body));
    await sync.once();
    const record = await db.records.get(['evidence', body.id]);
    // Another device of ours was faster.
    const newer = {
      ...(record as never as { body: object }),
      rev: 2,
      body: { ...(record?.body as object), note: 'faster' },
    };
    scripted.cluster.put(newer as never);
    good(await outbox.act(editEvidence, { id: body.id, rev: 1, note: 'slower' }));
    expect((await view.get(Evidence, body.id))?.body?.note).toBe('slower');
    expect(await sync.once()).toBe('done');
    expect((await view.get(Evidence, body.id))?.body?.note).toBe('faster');
    expect((await outbox.rows())[0]).toMatchObject({ state: 'refused', problem: { code: 'stale' } });
  });

  it('never lets what was accepted vanish or show twice before the base has caught up', async () => {
    const { replica, follow } = await createScripted();
    const { outbox, view, sync } = replica;
    const seen: string[] = [];
    const body = note('steady');
    good(await outbox.act(saveEvidence, body));
    let settled: (() => void) | undefined;
    const next = () =>
      new Promise<void>((resolve) => {
        settled = resolve;
      });
    const first = next();
    const watch = liveQuery(() => view.entries(10)).subscribe((entries) => {
      seen.push(entries.map(({ standing }) => standing).join());
      settled?.();
    });
    await first;
    // Accepted, and the page that brings it is lost.
    follow(({ path }) => (path === 'changes' ? 'lost' : undefined));
    expect(await sync.once()).toBe('offline');
    expect((await outbox.rows()).map(({ state }) => state)).toEqual(['accepted']);
    expect(await view.entries(10)).toMatchObject([{ standing: 'log', record: { id: body.id } }]);
    const shown = next();
    follow(() => undefined);
    expect(await sync.once()).toBe('done');
    await shown;
    watch.unsubscribe();
    expect(await outbox.rows()).toEqual([]);
    expect(await view.entries(10)).toMatchObject([{ standing: 'log', record: { id: body.id } }]);
    expect(seen.length).toBeGreaterThan(1);
    for (const standing of seen) expect(['device', 'log']).toContain(standing);
  });

  it('reads only what it shows, whatever the size of the replica', async () => {
    const scripted = await createScripted();
    const { view, outbox, db } = scripted.replica;
    await fill(scripted, 20_000);
    const reads = countReads(db);
    await db.open();
    const readsOf = async (look: () => Promise<unknown>) => {
      reads.records = 0;
      await look();
      return reads.records;
    };
    // The count sees everything where everything is read.
    expect(await readsOf(() => db.records.toArray())).toBeGreaterThan(20_000);
    const shown = await view.entries(50);
    expect(shown.map(({ record }) => record.body?.note).slice(0, 2)).toEqual(['words 19999', 'words 19998']);
    expect(shown).toHaveLength(50);
    const own = 5;
    expect(await readsOf(() => view.entries(50))).toBeLessThanOrEqual(50 + own);

    // What waits adds what its rules read, not the whole kind.
    const [newest] = shown;
    const edit = { id: newest?.record.id ?? '', rev: 1, note: 'edited' };
    good(await outbox.act(editEvidence, edit));
    good(await outbox.act(saveEvidence, note('new')));
    expect(await readsOf(() => view.entries(50))).toBeLessThanOrEqual(50 + 2 * own);
    expect(await readsOf(() => view.get(Evidence, edit.id))).toBeLessThanOrEqual(2 * own);
    expect(await readsOf(() => view.list(Priority))).toBeLessThanOrEqual(2 * own);
    expect(await readsOf(() => view.refusal(editEvidence, edit))).toBeLessThanOrEqual(2 * own);
    expect(await readsOf(() => view.standing())).toBe(0);
  }, 60_000);
});
