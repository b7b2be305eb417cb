import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { createScripted, good, note } from './scripted.ts';

const state = async ({ replica }: Awaited<ReturnType<typeof createScripted>>) => ({
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
