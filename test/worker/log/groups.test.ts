import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { catalogue, defineAction, limits } from '../../../shared/action.ts';
import { editEvidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import { ok } from '../../../shared/problem.ts';
import { defineKind } from '../../../shared/record.ts';
import { appendGroup, hashGroup } from '../../../worker/log/append.ts';
import {
  act,
  batch,
  changes,
  codeOf,
  dump,
  foundCluster,
  inside,
  noteBody,
  outcome,
  pullAll,
  saveNote,
  sent,
} from '../cluster.ts';

describe('a group', () => {
  it('is accepted whole, under one sequence number, each action seeing those before it', async () => {
    const { token } = await foundCluster();
    const priority = newId();
    const note = noteBody('About it', { priorities: [priority] });
    const answers = await act(token, [
      sent(proposePriority, { id: priority, title: 'Writing' }),
      sent(saveEvidence, note),
      sent(editEvidence, { id: note.id, rev: 1, note: 'About it, said better' }),
    ]);
    expect(answers.map(outcome)).toEqual(['ok', 'ok', 'ok']);
    const [seq] = new Set(answers.map((answer) => answer.ok && answer.seq));
    const { records } = await pullAll(token);
    expect(records.filter((record) => record.seq === seq).map(({ kind }) => kind)).toEqual(['evidence', 'priority']);
    expect(records.find(({ id }) => id === note.id)).toMatchObject({ rev: 2, body: { note: 'About it, said better' } });
  });

  it('is refused whole: the reason at its place, its companions by name, nothing written', async () => {
    const { token, cluster } = await foundCluster();
    const before = await dump(cluster);
    const answers = await act(token, [
      sent(saveEvidence, noteBody('Fine')),
      sent(saveEvidence, noteBody('Not fine', { priorities: [newId()] })),
      sent(saveEvidence, noteBody('Fine too')),
    ]);
    expect(answers.map(outcome)).toEqual(['group-refused', 'missing', 'group-refused']);
    expect(await dump(cluster)).toEqual(before);
  });

  it('does not stop the groups around it', async () => {
    const { token } = await foundCluster();
    const bad = [sent(saveEvidence, noteBody('a')), { ...sent(saveEvidence, noteBody('b')), name: 'no.such' }];
    const answers = await act(token, [sent(saveEvidence, noteBody('c'))], bad, [sent(saveEvidence, noteBody('d'))]);
    expect(answers.map(outcome)).toEqual(['ok', 'group-refused', 'unknown-action', 'ok']);
  });

  it('sent again is answered as before', async () => {
    const { token } = await foundCluster();
    const group = [sent(saveEvidence, noteBody('One')), sent(saveEvidence, noteBody('Two'))];
    const first = await act(token, group);
    await saveNote(token, 'Between');
    expect(await act(token, group)).toEqual(first);
  });

  it('of which a part was accepted in other company is refused', async () => {
    const { token } = await foundCluster();
    const { action } = await saveNote(token, 'Alone');
    const answers = await act(token, [action, sent(saveEvidence, noteBody('Joined later'))]);
    expect(answers.map(outcome)).toEqual(['group-changed', 'group-changed']);
    expect((await pullAll(token)).records.filter(({ kind }) => kind === 'evidence')).toHaveLength(1);
  });

  it('has its limits, and so has a batch', async () => {
    const { token } = await foundCluster();
    const many = (count: number) => Array.from({ length: count }, () => sent({ name: 'x' }, {}));
    expect(await codeOf(batch(token, [many(limits.actionsPerGroup + 1)]))).toBe('not-valid');
    expect(
      await codeOf(
        batch(
          token,
          many(limits.groupsPerBatch + 1).map((one) => [one]),
        ),
      ),
    ).toBe('not-valid');
    expect(await codeOf(batch(token, [[]]))).toBe('not-valid');
    expect(await codeOf(batch(token, []))).toBe('not-valid');
    expect((await act(token, ...many(limits.groupsPerBatch).map((one) => [one]))).length).toBe(limits.groupsPerBatch);
  });
});

const Thing = defineKind<{ word: string }>('thing');
const create = defineAction({
  name: 'thing.create',
  capability: 'evidence.save',
  body: z.strictObject({ id: z.string(), word: z.string() }),
  decide: ({ id, word }) => ok([{ op: 'create', kind: Thing, id, body: { word } }]),
});
const broken = defineAction({
  name: 'thing.break',
  capability: 'evidence.save',
  body: z.strictObject({}),
  decide: () => {
    throw new Error('A mistake in a rule');
  },
});
/** A body that no column can hold makes the writing itself fail, after the record was put down. */
const unwritable = { ...sent(create, { id: 'b', word: 'b' }), at: 0.5 };
const known = catalogue([create, broken]);

describe('a mistake of ours', () => {
  const actor = { member: 'm', role: 'leader', schools: [] } as const;
  const attempt = async (cluster: string, group: Parameters<typeof hashGroup>[0]) => {
    const hashed = await hashGroup(group);
    return inside(cluster, ({ storage }) => appendGroup(storage, known, hashed, { actor, device: null, now: 1 }));
  };

  it('in a rule leaves nothing of its group', async () => {
    const { cluster } = await foundCluster();
    const before = await dump(cluster);
    const group = [sent(create, { id: 'a', word: 'a' }), sent(broken, {})];
    await expect(attempt(cluster, group)).rejects.toThrow('A mistake in a rule');
    expect(await dump(cluster)).toEqual(before);
  });

  it('in writing takes records and log back together', async () => {
    const { cluster, token } = await foundCluster();
    const before = await dump(cluster);
    await expect(attempt(cluster, [sent(create, { id: 'a', word: 'a' }), unwritable])).rejects.toThrow();
    expect(await dump(cluster)).toEqual(before);
    expect((await attempt(cluster, [sent(create, { id: 'a', word: 'a' })])).map(outcome)).toEqual(['ok']);
    expect((await changes(token)).records.at(-1)).toMatchObject({ kind: 'thing', body: { word: 'a' } });
  });
});
