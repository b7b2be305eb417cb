import { evictDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import {
  act,
  actOne,
  admitMember,
  changes,
  dump,
  foundCluster,
  inside,
  noteBody,
  pullAll,
  saveNote,
  sent,
  stubOf,
} from '../cluster.ts';

// The Worker says in its own log that it could not reach the object.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Ends a cluster's object as a crash does: memory gone, nothing said to anyone. */
const crash = (cluster: string): Promise<void> =>
  inside(cluster, (state) => state.abort('A crash, made by a test')).catch(() => undefined);

describe('a cluster whose object ends', () => {
  it('in a crash has everything that was answered, and answers it again as before', async () => {
    const { token, cluster } = await foundCluster();
    const group = [sent(saveEvidence, noteBody('One')), sent(saveEvidence, noteBody('Two'))];
    const answers = await act(token, group);
    const before = await dump(cluster);
    await crash(cluster);
    expect(await dump(cluster)).toEqual(before);
    expect(await act(token, group)).toEqual(answers);
    expect((await changes(token)).records).toHaveLength(4);
  });

  it('in its sleep wakes as it was: members, devices and the order of things', async () => {
    const { token, cluster } = await foundCluster();
    const other = await admitMember(token);
    const { answer } = await saveNote(other.token, 'Before');
    await evictDurableObject(stubOf(cluster));
    const { answer: after } = await saveNote(other.token, 'After');
    expect(after).toMatchObject({ seq: answer.ok ? answer.seq + 1 : 0 });
    expect((await pullAll(token)).records.map(({ kind }) => kind)).toEqual([
      'cluster',
      'member',
      'member',
      'evidence',
      'evidence',
    ]);
  });

  it('while many write at once holds each of them exactly once, in one order', async () => {
    const { token, cluster } = await foundCluster();
    const actions = Array.from({ length: 8 }, (_, i) => sent(saveEvidence, noteBody(`${i}`)));
    const send = async (action: (typeof actions)[number]) => actOne(token, action).catch(() => undefined);
    await Promise.all([...actions.slice(0, 4).map(send), crash(cluster), ...actions.map(send)]);
    // Whoever got no answer sends again, with the same ids.
    const answers = await Promise.all(actions.map((action) => actOne(token, action)));
    const { log, records } = await dump(cluster);
    const seqs = answers.map((answer) => (answer.ok ? answer.seq : 0)).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 8 }, (_, i) => i + 3));
    expect(log).toHaveLength(10);
    expect(records).toHaveLength(10);
    for (const { ok, id, ...rest } of answers) {
      expect(log?.find((row) => row.id === id)?.seq).toBe(ok && 'seq' in rest && rest.seq);
    }
  });
});
