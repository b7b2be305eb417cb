import { describe, expect, it } from 'vitest';
import { redact } from '../../../shared/cluster/redact.ts';
import { editEvidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { History, longestHistory } from '../../../shared/sync.ts';
import { act, actOne, admitMember, call, codeOf, foundCluster, good, noteBody, saveNote, sent } from '../cluster.ts';

const ask = (token: string, id: string, kind = 'evidence') => call('/api/history', { token, body: { kind, id } });
const historyOf = async (token: string, id: string, kind?: string) => History.parse(await good(ask(token, id, kind)));

describe('the history of an entry', () => {
  it('says who did what to it and when, in order, to any member', async () => {
    const { token, member } = await foundCluster();
    const { token: observers } = await admitMember(token, { role: 'observer' });
    const before = Date.now();
    const { id, action, answer } = await saveNote(token, 'First words', { tags: ['oracy'] });
    await saveNote(token, 'Something else');
    const edit = sent(editEvidence, { id, rev: 1, note: 'Second words' });
    await actOne(token, { ...edit, at: 1_600_000_000_000 });
    const { actions, more } = await historyOf(observers, id);
    expect(more).toBe(false);
    expect(actions).toMatchObject([
      { seq: answer.ok ? answer.seq : 0, id: action.id, name: saveEvidence.name, by: member, made: action.at },
      { id: edit.id, name: editEvidence.name, by: member, made: 1_600_000_000_000 },
    ]);
    expect(actions.map(({ body }) => body?.note)).toEqual(['First words', 'Second words']);
    expect(actions[0]?.body).toEqual(action.body);
    for (const { at } of actions) expect(at).toBeGreaterThanOrEqual(before);
  });

  it('keeps the order of a group, which shares one place in the log', async () => {
    const { token } = await foundCluster();
    const note = noteBody('First');
    const edits = ['second', 'third'].map((words, i) => sent(editEvidence, { id: note.id, rev: i + 1, note: words }));
    await act(token, [sent(saveEvidence, note), ...edits]);
    const { actions } = await historyOf(token, note.id);
    expect(actions.map(({ body }) => body?.note)).toEqual(['First', 'second', 'third']);
    expect(new Set(actions.map(({ seq }) => seq)).size).toBe(1);
  });

  it('says nothing of what was refused', async () => {
    const { token } = await foundCluster();
    const { token: others } = await admitMember(token);
    const { id } = await saveNote(token, 'Mine');
    await actOne(others, sent(editEvidence, { id, rev: 1, note: 'Not mine' }));
    await actOne(token, sent(editEvidence, { id, rev: 7, note: 'Stale' }));
    expect((await historyOf(token, id)).actions).toHaveLength(1);
  });

  it('shows that it was erased, by whom and when, and none of its words', async () => {
    const { token, member } = await foundCluster();
    const author = await admitMember(token);
    const marker = `Märker “${newId()}”`;
    const { id } = await saveNote(author.token, marker, { tags: ['a tag'] });
    await actOne(author.token, sent(editEvidence, { id, rev: 1, note: `${marker} again` }));
    await actOne(token, sent(redact, { kind: 'evidence', id }));
    const text = await (await ask(author.token, id)).text();
    expect(text).not.toContain(marker);
    expect(text).not.toContain('a tag');
    expect((await historyOf(author.token, id)).actions).toMatchObject([
      { name: saveEvidence.name, by: author.member, body: null },
      { name: editEvidence.name, by: author.member, body: null },
      { name: redact.name, by: member, body: { kind: 'evidence', id } },
    ]);
  });

  it('is cut to the newest, and says so', async () => {
    const { token } = await foundCluster();
    const { id } = await saveNote(token, 'Edited often');
    const edits = Array.from({ length: longestHistory }, (_, i) => [
      sent(editEvidence, { id, rev: i + 1, note: `edit ${i + 1}` }),
    ]);
    const answers = [...(await act(token, ...edits.slice(0, 100))), ...(await act(token, ...edits.slice(100)))];
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const { actions, more } = await historyOf(token, id);
    expect(more).toBe(true);
    expect(actions).toHaveLength(longestHistory);
    expect([actions[0]?.body?.note, actions.at(-1)?.body?.note]).toEqual(['edit 1', `edit ${longestHistory}`]);
  });

  it('is cut where its words are very many', async () => {
    const { token } = await foundCluster();
    const passage = { exact: 'ÿ'.repeat(2000), prefix: '', suffix: '', start: 0, end: 2000 };
    const { id } = await saveNote(token, 'Long', { passages: Array.from({ length: 10 }, () => passage) });
    const note = 'long '.repeat(1990);
    for (let rev = 1; rev <= 120; rev += 40) {
      const edits = Array.from({ length: 40 }, (_, i) => [
        sent(editEvidence, { id, rev: rev + i, note: `${note}${rev + i}` }),
      ]);
      expect((await act(token, ...edits)).every(({ ok }) => ok)).toBe(true);
    }
    const { actions, more } = await historyOf(token, id);
    expect(more).toBe(true);
    expect(actions.length).toBeLessThan(120);
    expect(actions.at(-1)?.body?.note).toBe(`${note}120`);
  });
});

describe('who may ask for a history', () => {
  it('nobody of another cluster, who cannot tell whether it is there', async () => {
    const ours = await foundCluster();
    const theirs = await foundCluster();
    const { id } = await saveNote(ours.token, 'Ours');
    expect(await codeOf(ask(theirs.token, id))).toBe('missing');
    expect(await codeOf(ask(theirs.token, newId()))).toBe('missing');
  });

  it('no device that was removed, and nobody without one', async () => {
    const { token } = await foundCluster();
    const { id } = await saveNote(token, 'Kept');
    const other = await admitMember(token);
    await good(call('/api/devices/revoke', { token, body: { device: other.device } }));
    expect(await codeOf(ask(other.token, id))).toBe('device-revoked');
    expect(await codeOf(call('/api/history', { body: { kind: 'evidence', id } }))).toBe('no-credential');
    expect(await codeOf(ask(`${token.slice(0, -4)}AAAA`, id))).toBe('no-credential');
  });

  it('only in the words that we know', async () => {
    const { token } = await foundCluster();
    const { id } = await saveNote(token, 'Kept');
    const wrong: unknown[] = [
      {},
      { id },
      { kind: 'evidence' },
      { kind: 1, id },
      { kind: 'evidence', id: 'x'.repeat(99) },
    ];
    for (const body of wrong) expect(await codeOf(call('/api/history', { token, body }))).toBe('not-valid');
    const more = { kind: 'evidence', id, since: 0 };
    expect(await codeOf(call('/api/history', { token, body: more }))).toBe('unknown-field');
    expect(await codeOf(ask(token, id, 'school'))).toBe('missing');
    expect(await codeOf(ask(token, "' OR 1=1 --"))).toBe('missing');
  });
});
