import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/action.ts';
import { Evidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import { createScripted, good, note } from './scripted.ts';

const code = (result: { ok: boolean; problem?: { code: string } }) => (result.ok ? 'ok' : result.problem?.code);

describe('the outbox', () => {
  it('has it on disk when it answers, exactly as it will travel', async () => {
    const { replica, open, asked } = await createScripted();
    const body = note('kept');
    const { group } = good(await replica.outbox.act(saveEvidence, { ...body, source: undefined }));
    replica.db.close();
    const [row] = await open().outbox.rows();
    expect(row).toMatchObject({ id: group, state: 'waiting', group: [{ id: group, name: 'evidence.save' }] });
    expect(row?.group[0]?.body).toStrictEqual(body);
    expect(asked).toEqual([]);
  });

  it('takes nothing that could never be accepted', async () => {
    const { replica } = await createScripted();
    const { outbox } = replica;
    const act = async (body: object) => code(await outbox.act(saveEvidence, body as never));
    expect(await act(note(''))).toBe('not-valid');
    expect(await act(note('x', { colour: 'gold' }))).toBe('unknown-field');
    const passage = { exact: 'x'.repeat(20_000), prefix: '', suffix: '', start: 0, end: 1 };
    expect(await act(note('x', { passages: Array(4).fill(passage) }))).toBe('too-large');
    expect(code(await outbox.actTogether([]))).toBe('not-valid');
    const steps = [
      { action: proposePriority as never, body: { id: newId(), title: 'Sound' } },
      { action: saveEvidence as never, body: note('') },
    ];
    expect(code(await outbox.actTogether(steps))).toBe('not-valid');
    expect(await outbox.rows()).toEqual([]);
    expect(limits.actionBytes).toBeLessThan(80_000);
    await replica.sessions.wipe();
    expect(code(await outbox.act(saveEvidence, note('x')))).toBe('no-credential');
  });

  it('puts a corrected one in the place of the refused one, in one step, and of no other', async () => {
    const { replica, follow } = await createScripted();
    const { outbox, sync, view } = replica;
    const body = note('first', { priorities: [newId()] });
    const { group } = good(await outbox.act(saveEvidence, body));
    expect(await sync.once()).toBe('done');
    const again = good(await outbox.act(saveEvidence, { ...body, priorities: [] }, group)).group;
    expect((await outbox.rows()).map(({ id }) => id)).toEqual([again]);
    // One that is still on its way is not replaced: it may have arrived.
    follow(() => 'lost');
    good(await outbox.act(saveEvidence, note('beside'), again));
    expect((await outbox.rows()).map(({ id }) => id)).toContain(again);
    follow(() => undefined);
    expect(await sync.once()).toBe('done');
    expect(await view.list(Evidence)).toHaveLength(2);
  });

  it('takes back what has not been accepted, and leaves alone what has', async () => {
    const { replica } = await createScripted();
    const { outbox, db } = replica;
    const groups: string[] = [];
    for (const state of ['waiting', 'held', 'refused', 'accepted'] as const) {
      const { group } = good(await outbox.act(saveEvidence, note(state)));
      await db.outbox.where({ id: group }).modify({ state });
      groups.push(group);
    }
    for (const group of groups) await outbox.discard(group);
    expect((await outbox.rows()).map(({ state }) => state)).toEqual(['accepted']);
  });
});
