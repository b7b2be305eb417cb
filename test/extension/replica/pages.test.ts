import { describe, expect, it } from 'vitest';
import { type Database, getMeta, type OutboxRow, setMeta } from '../../../extension/replica/database.ts';
import { storePage } from '../../../extension/replica/pages.ts';
import { answerForm, forgetKept } from '../../../extension/replica/writing.ts';
import { newId } from '../../../shared/ids.ts';
import { createScripted } from './scripted.ts';

const record = (id: string, seq: number, words: string) => ({
  kind: 'thing',
  id,
  v: 1,
  rev: 1,
  seq,
  body: { words },
});

async function emptyBase(): Promise<Database> {
  const { db } = (await createScripted()).replica;
  await db.records.clear();
  await db.meta.delete('cursor');
  return db;
}

const cursorOf = async (db: Database) => (await db.meta.get('cursor'))?.value;
const wordsOf = async (db: Database, id: string) =>
  ((await db.records.get(['thing', id]))?.body as { words: string } | undefined)?.words;

describe('a page of changes', () => {
  it('is stored together with its cursor, or not at all', async () => {
    const db = await emptyBase();
    await storePage(db, { after: 0, seq: 3, records: [record('a', 3, 'kept')] });
    const onUpdate = () => {
      throw new Error('the disk is full');
    };
    db.meta.hook('updating', onUpdate);
    const page = { after: 3, seq: 5, records: [record('a', 4, 'new'), record('b', 5, 'new')] };
    await expect(storePage(db, page)).rejects.toThrow();
    db.meta.hook('updating').unsubscribe(onUpdate);
    expect([await wordsOf(db, 'a'), await wordsOf(db, 'b'), await cursorOf(db)]).toEqual(['kept', undefined, 3]);

    const unstorable = { ...record('c', 5, ''), body: { words: () => 'no disk takes this' } as never };
    await expect(storePage(db, { ...page, records: [record('a', 4, 'new'), unstorable] })).rejects.toThrow();
    expect([await wordsOf(db, 'a'), await cursorOf(db)]).toEqual(['kept', 3]);

    expect(await storePage(db, page)).toBe('stored');
    expect([await wordsOf(db, 'b'), await cursorOf(db)]).toEqual(['new', 5]);
  });

  it('takes with it what was being written to a question that is passed on, declined or erased', async () => {
    const db = await emptyBase();
    const question = (id: string, state: string | null) => ({
      ...{ ...record(id, 1, ''), kind: 'question' },
      body: state === null ? null : { text: 'A child is hurt', who: 'family', how: 'question', state, at: 1 },
    });
    const kept = {
      'answer a': 'A child',
      'answer b': 'b',
      'answer c': 'c',
      'answer d': 'd',
      'answer e': 'e',
      other: 'o',
    };
    await setMeta(db, 'writing', kept);
    const states = [question('a', 'passed'), question('b', 'declined'), question('c', null)];
    const stay = [question('d', 'new'), question('e', 'answered')];
    await storePage(db, { after: 0, seq: 1, records: [...states, ...stay] as never });
    expect(await getMeta(db, 'writing')).toEqual({ 'answer d': 'd', 'answer e': 'e', other: 'o' });
    await forgetKept(db, [answerForm('d')]);
    expect(await getMeta(db, 'writing')).toEqual({ 'answer e': 'e', other: 'o' });
  });

  it('that is older than the base changes nothing', async () => {
    const db = await emptyBase();
    await storePage(db, { after: 0, seq: 9, records: [record('a', 9, 'new')] });
    for (const seq of [4, 9]) {
      expect(
        await storePage(db, { after: 0, seq, records: [record('a', seq, 'old'), record('z', seq, 'ghost')] }),
      ).toBe('stored');
    }
    expect([await wordsOf(db, 'a'), await wordsOf(db, 'z'), await cursorOf(db)]).toEqual(['new', undefined, 9]);
  });

  it('that begins before the cursor and ends after it is taken', async () => {
    const db = await emptyBase();
    await storePage(db, { after: 0, seq: 4, records: [record('a', 4, 'first')] });
    expect(await storePage(db, { after: 2, seq: 6, records: [record('a', 6, 'second')] })).toBe('stored');
    expect([await wordsOf(db, 'a'), await cursorOf(db)]).toEqual(['second', 6]);
  });

  it('that leaves a gap is not taken', async () => {
    const db = await emptyBase();
    await storePage(db, { after: 0, seq: 4, records: [] });
    expect(await storePage(db, { after: 5, seq: 6, records: [record('a', 6, 'too soon')] })).toBe('gap');
    expect([await wordsOf(db, 'a'), await cursorOf(db)]).toEqual([undefined, 4]);
  });

  it('takes out of the outbox what it brings, and nothing else', async () => {
    const db = await emptyBase();
    const row = (state: OutboxRow['state'], seq?: number) => ({ id: newId(), group: [], state, ...(seq && { seq }) });
    const rows = [
      row('accepted', 3),
      row('accepted', 4),
      row('accepted', 5),
      row('waiting'),
      row('refused'),
      row('held'),
    ];
    await db.outbox.bulkAdd(rows);
    await storePage(db, { after: 0, seq: 4, records: [] });
    expect((await db.outbox.orderBy('n').toArray()).map(({ id }) => id)).toEqual(rows.slice(2).map(({ id }) => id));
  });
});
