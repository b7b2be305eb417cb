import { describe, expect, it } from 'vitest';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { createScripted, good, note, problem, type Scripted } from './scripted.ts';

/** Everything that is on the device's disk, as text. */
const onDisk = async ({ replica: { db } }: Scripted) =>
  JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

const sizes = async ({ replica: { db } }: Scripted) =>
  Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()])));

const nothing = { records: 0, outbox: 0, drafts: 0, images: 0, meta: 0, taught: 0, named: 0 };

/** Something waits, and a card is in hand. */
async function fill({ replica }: Scripted): Promise<void> {
  good(await replica.outbox.act(saveEvidence, note('unsent words')));
  await replica.drafts.begin({ passages: [], note: 'half a thought' });
}

describe('a device of one’s own', () => {
  it('keeps everything when the browser is closed', async () => {
    const scripted = await createScripted();
    await fill(scripted);
    const before = await onDisk(scripted);
    scripted.closeBrowser();
    scripted.replica.db.close();
    const again = { ...scripted, replica: scripted.open() };
    expect((await again.replica.sessions.current())?.token).toBe(scripted.token);
    expect(await onDisk(again)).toBe(before);
    expect(scripted.keptToken()).toBeUndefined();
  });

  it('is empty once it has left', async () => {
    const scripted = await createScripted();
    await fill(scripted);
    await scripted.replica.access.leave();
    expect(await sizes(scripted)).toEqual(nothing);
    expect(await scripted.replica.sessions.current()).toBeUndefined();
    expect(scripted.asked.map(({ path }) => path)).toEqual(['devices/revoke']);
  });
});

describe('a shared device', () => {
  it('never has its token on disk', async () => {
    const scripted = await createScripted({ own: false });
    await fill(scripted);
    expect((await scripted.replica.sessions.current())?.token).toBe(scripted.token);
    expect(await onDisk(scripted)).not.toContain(scripted.token);
    expect(await onDisk(scripted)).toContain('unsent words');
  });

  it('is wiped by whoever comes first after the browser was closed', async () => {
    for (const way of ['current', 'sync'] as const) {
      const scripted = await createScripted({ own: false });
      await fill(scripted);
      scripted.closeBrowser();
      scripted.replica.db.close();
      const again = { ...scripted, replica: scripted.open() };
      if (way === 'current') expect(await again.replica.sessions.current()).toBeUndefined();
      else expect(await again.replica.sync.once()).toBe('closed');
      expect(await sizes(again)).toEqual(nothing);
      expect(scripted.asked).toEqual([]);
    }
  });
});

describe('a device that was removed', () => {
  it.each([true, false])('keeps what is unsent and in hand to be offered, and nothing else (own: %s)', async (own) => {
    const scripted = await createScripted({ own });
    const { sync, view, outbox, drafts, db } = scripted.replica;
    good(await outbox.act(saveEvidence, note('words in the log')));
    expect(await sync.once()).toBe('done');
    await fill(scripted);
    const rows = (await outbox.rows()).map((row) => ({ ...row, tried: true }));
    scripted.follow(() => problem('device-revoked', 401));
    expect(await sync.once()).toBe('closed');
    expect(await outbox.rows()).toEqual(rows);
    expect(await drafts.all()).toMatchObject([{ note: 'half a thought' }]);
    expect((await view.standing()).closed).toBe('revoked');
    expect(await db.records.count()).toBe(0);
    const disk = await onDisk(scripted);
    expect(disk).toContain('unsent words');
    for (const gone of ['words in the log', scripted.token]) expect(disk).not.toContain(gone);
    expect(scripted.keptToken()).toBeUndefined();

    // It asks no more, and stays as it is until the person has seen it.
    const before = scripted.asked.length;
    expect(await sync.once()).toBe('closed');
    expect(scripted.asked.length).toBe(before);
    expect(await outbox.rows()).toEqual(rows);
  });
});
