import { describe, expect, it } from 'vitest';
import { Evidence, isWithdrawn } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { createScripted, good, note, type Scripted } from './scripted.ts';

const state = async ({ replica }: Scripted) => ({
  waiting: (await replica.outbox.rows()).length,
  inHand: (await replica.drafts.all()).length,
});

describe('saving a card', () => {
  it('moves it from the hand into the outbox in one', async () => {
    const scripted = await createScripted();
    const { drafts, saving } = scripted.replica;
    const card = await drafts.begin({ passages: [] });
    good(await saving.save(card, note('kept', { id: card.id })));
    expect(await state(scripted)).toEqual({ waiting: 1, inHand: 0 });
  });

  it('leaves it in hand where it cannot be saved, and nothing in the outbox', async () => {
    const scripted = await createScripted();
    const { drafts, saving } = scripted.replica;
    const card = await drafts.begin({ passages: [] });
    const wordless = await saving.save(card, note('', { id: card.id }));
    expect(wordless).toMatchObject({ ok: false, problem: { code: 'not-valid' } });
    const lost = await saving.save(card, note('words', { id: card.id, priorities: [newId()] }));
    expect(lost).toMatchObject({ ok: false, problem: { code: 'missing' } });
    expect(await state(scripted)).toEqual({ waiting: 0, inHand: 1 });
  });

  it('leaves nothing half done where the disk fails in the middle', async () => {
    const scripted = await createScripted();
    const { db, drafts, saving } = scripted.replica;
    const card = await drafts.begin({ passages: [] });
    const full = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    db.drafts.hook('deleting', full);
    await expect(saving.save(card, note('kept', { id: card.id }))).rejects.toThrow();
    expect(await state(scripted)).toEqual({ waiting: 0, inHand: 1 });
    db.drafts.hook('deleting').unsubscribe(full);
    good(await saving.save(card, note('kept', { id: card.id })));
    expect(await state(scripted)).toEqual({ waiting: 1, inHand: 0 });
  });

  it('saves a card once, though it is asked to twice', async () => {
    const scripted = await createScripted();
    const { drafts, saving, sync } = scripted.replica;
    const card = await drafts.begin({ passages: [] });
    const body = note('once', { id: card.id });
    good(await saving.save(card, body));
    await drafts.begin(card);
    good(await saving.save(card, body));
    expect(await sync.once()).toBe('done');
    await drafts.begin(card);
    good(await saving.save(card, body));
    expect(scripted.cluster.log.size).toBe(1);
    expect(await state(scripted)).toEqual({ waiting: 0, inHand: 0 });
  });
});

describe('taking a card back', () => {
  const begin = async () => {
    const scripted = await createScripted();
    const { drafts, saving } = scripted.replica;
    const card = await drafts.begin({ passages: [], note: 'kept' });
    const saved = good(await saving.save(card, note('kept', { id: card.id })));
    return { scripted, card, saved };
  };
  /** Saves the card that came back, sends all, and gives what the log then holds. */
  const finish = async (scripted: Scripted) => {
    const { drafts, outbox, saving, sync, view } = scripted.replica;
    scripted.follow(() => undefined);
    expect(await sync.once()).toBe('done');
    const [back, ...others] = await drafts.all();
    expect(others).toEqual([]);
    if (!back) throw new Error('Nothing came back');
    expect(back.note).toBe('kept');
    good(await saving.save(back, note('kept', { id: back.id })));
    expect(await sync.once()).toBe('done');
    expect(await outbox.rows()).toEqual([]);
    const all = await view.list(Evidence);
    const standing = all.filter(({ body }) => body && !isWithdrawn(body));
    expect(standing.map(({ id }) => id)).toEqual([back.id]);
    return { back, withdrawn: all.length - standing.length };
  };

  it('leaves no trace of what was never sent', async () => {
    const { scripted, card, saved } = await begin();
    good(await scripted.replica.saving.takeBack(saved));
    expect(await scripted.replica.outbox.rows()).toEqual([]);
    const { back, withdrawn } = await finish(scripted);
    expect([back.id, withdrawn]).toEqual([card.id, 0]);
  });

  it('withdraws what is in the log', async () => {
    const { scripted, card, saved } = await begin();
    expect(await scripted.replica.sync.once()).toBe('done');
    good(await scripted.replica.saving.takeBack(saved));
    const { back, withdrawn } = await finish(scripted);
    expect(back.id).not.toBe(card.id);
    expect(withdrawn).toBe(1);
  });

  it('withdraws what may be in the log: sent, and not answered', async () => {
    for (const arrives of [true, false]) {
      const { scripted, saved } = await begin();
      scripted.follow(({ path, body }) => {
        if (path === 'actions' && arrives) for (const group of body.groups ?? []) scripted.cluster.append(group);
        return 'lost';
      });
      expect(await scripted.replica.sync.once()).toBe('offline');
      good(await scripted.replica.saving.takeBack(saved));
      expect((await finish(scripted)).withdrawn).toBe(1);
    }
  });

  it('never both sends and takes back, at whatever moment it is asked', async () => {
    for (let turns = 0; turns < 30; turns++) {
      const { scripted, saved } = await begin();
      const sending = scripted.replica.sync.once();
      for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve));
      good(await scripted.replica.saving.takeBack(saved));
      await sending;
      await finish(scripted);
    }
  });

  it('takes a refused one out of the outbox, for another try', async () => {
    const { scripted, saved } = await begin();
    await scripted.replica.db.outbox.toCollection().modify({ state: 'refused', tried: true });
    good(await scripted.replica.saving.takeBack(saved));
    expect((await finish(scripted)).withdrawn).toBe(0);
  });
});
