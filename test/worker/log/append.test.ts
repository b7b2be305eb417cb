import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/action.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { editEvidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import {
  act,
  actOne,
  admitMember,
  changes,
  dump,
  foundCluster,
  noteBody,
  outcome,
  pullAll,
  recordOf,
  saveNote,
  sent,
} from '../cluster.ts';

const logOf = async (cluster: string) => (await dump(cluster)).log ?? [];

describe('an id that the log knows', () => {
  it('is answered as before, and stands in the log once', async () => {
    const { token, cluster } = await foundCluster();
    const { action, answer } = await saveNote(token, 'Once');
    await saveNote(token, 'Something after it');
    expect(await actOne(token, action)).toEqual(answer);
    expect(await actOne(token, { ...action, at: action.at + 5000 })).toEqual(answer);
    expect((await logOf(cluster)).filter(({ id }) => id === action.id)).toHaveLength(1);
  });

  it('is answered as before even where it would be refused today', async () => {
    const { token } = await foundCluster();
    const school = sent(addSchool, { id: newId(), name: 'Sandford Hill', urn: '100001' });
    const first = await actOne(token, school);
    expect(first.ok).toBe(true);
    expect(outcome(await actOne(token, sent(addSchool, { id: newId(), name: 'Twin', urn: '100001' })))).toBe('exists');
    expect(await actOne(token, school)).toEqual(first);
  });

  it('is bound to its body, its name and its author', async () => {
    const { token } = await foundCluster();
    const other = await admitMember(token, { role: 'coordinator' });
    const { action } = await saveNote(token, 'Mine');
    const changed = { ...action, body: { ...(action.body as object), note: 'Other words' } };
    expect(outcome(await actOne(token, changed))).toBe('id-reused');
    expect(outcome(await actOne(token, { ...action, name: 'priority.propose' }))).toBe('id-reused');
    expect(outcome(await actOne(other.token, action))).toBe('id-reused');
    expect((await pullAll(token)).records.filter(({ kind }) => kind === 'evidence')).toHaveLength(1);
  });

  it('comes before parsing: not even an unknown action is asked about', async () => {
    const { token } = await foundCluster();
    const { action } = await saveNote(token, 'First');
    expect(outcome(await actOne(token, { ...action, name: 'no.such.action', body: 7 }))).toBe('id-reused');
  });

  it('may not stand twice in one group', async () => {
    const { token } = await foundCluster();
    const action = sent(saveEvidence, noteBody('Twice'));
    expect((await act(token, [action, action])).map(outcome)).toEqual(['id-reused', 'id-reused']);
    expect((await act(token, [action], [action])).map(outcome)).toEqual(['ok', 'ok']);
  });
});

describe('a refusal', () => {
  it('is not remembered: the same action is accepted once it can be', async () => {
    const { token } = await foundCluster();
    const priority = newId();
    const early = sent(saveEvidence, noteBody('About a priority to come', { priorities: [priority] }));
    expect(outcome(await actOne(token, early))).toBe('missing');
    await actOne(token, sent(proposePriority, { id: priority, title: 'Reading' }));
    expect(outcome(await actOne(token, early))).toBe('ok');
  });

  it('leaves neither record nor log nor sequence number', async () => {
    const { token, cluster } = await foundCluster();
    const before = await dump(cluster);
    await actOne(token, sent(saveEvidence, noteBody('x', { priorities: [newId()] })));
    expect(await dump(cluster)).toEqual(before);
  });

  it('never stops those behind it', async () => {
    const { token } = await foundCluster();
    const answers = await act(
      token,
      [sent(saveEvidence, noteBody('First'))],
      [{ ...sent(saveEvidence, noteBody('x')), name: 'no.such' }],
      [sent(saveEvidence, { ...noteBody('y'), extra: 1 })],
      [sent(saveEvidence, noteBody('Last'))],
    );
    expect(answers.map(outcome)).toEqual(['ok', 'unknown-action', 'unknown-field', 'ok']);
    const notes = (await pullAll(token)).records.map(({ body }) => body?.note).filter(Boolean);
    expect(notes).toEqual(['First', 'Last']);
  });
});

describe('the order of questions', () => {
  it('asks whether it is understood before who may', async () => {
    const { token } = await foundCluster();
    const observer = await admitMember(token, { role: 'observer' });
    const say = async (name: string, body: unknown) => outcome(await actOne(observer.token, sent({ name }, body)));
    expect(await say('no.such', {})).toBe('unknown-action');
    expect(await say(saveEvidence.name, { ...noteBody('x'), extra: 1 })).toBe('unknown-field');
    expect(await say(saveEvidence.name, { ...noteBody('x'), note: 5 })).toBe('not-valid');
  });

  it('asks who may before what is so', async () => {
    const { token } = await foundCluster();
    const observer = await admitMember(token, { role: 'observer' });
    const unknown = { priorities: [newId()] };
    const image = { image: { blob: 'a'.repeat(64), alt: '' } };
    const say = async (by: string, more: object) => outcome(await actOne(by, sent(saveEvidence, noteBody('x', more))));
    expect(await say(observer.token, unknown)).toBe('not-allowed');
    expect(await say(observer.token, image)).toBe('not-allowed');
    expect(await say(token, unknown)).toBe('missing');
    expect(await say(token, image)).toBe('blob-missing');
  });

  it('refuses an action that is too large, and only this one', async () => {
    const { token } = await foundCluster();
    const huge = noteBody('x'.repeat(limits.actionBytes));
    const answers = await act(token, [sent(saveEvidence, huge)], [sent(saveEvidence, noteBody('Small'))]);
    expect(answers.map(outcome)).toEqual(['too-large', 'ok']);
  });
});

describe('an edit', () => {
  it('changes what it names and keeps the rest', async () => {
    const { token } = await foundCluster();
    const { id } = await saveNote(token, 'Draft', { tags: ['phonics'] });
    expect(outcome(await actOne(token, sent(editEvidence, { id, rev: 1, note: 'Better' })))).toBe('ok');
    expect(await recordOf(token, 'evidence', id)).toMatchObject({
      rev: 2,
      body: { note: 'Better', tags: ['phonics'] },
    });
  });

  it('of a rev that is no longer is refused with the present record', async () => {
    const { token } = await foundCluster();
    const { id } = await saveNote(token, 'Draft');
    await actOne(token, sent(editEvidence, { id, rev: 1, note: 'From one device' }));
    const stale = await actOne(token, sent(editEvidence, { id, rev: 1, note: 'From another' }));
    expect(outcome(stale)).toBe('stale');
    expect(!stale.ok && stale.problem.present).toMatchObject({ id, rev: 2, body: { note: 'From one device' } });
    expect(await recordOf(token, 'evidence', id)).toMatchObject({ rev: 2, body: { note: 'From one device' } });
    expect(outcome(await actOne(token, sent(editEvidence, { id, rev: 3, note: 'From the future' })))).toBe('stale');
  });

  it('says what else is wrong: never there, somebody else’s, there already', async () => {
    const { token } = await foundCluster();
    const other = await admitMember(token);
    const { id } = await saveNote(token, 'Mine');
    const edit = async (by: string, body: { id: string; rev: number }) =>
      outcome(await actOne(by, sent(editEvidence, body)));
    expect(await edit(token, { id: newId(), rev: 1 })).toBe('missing');
    expect(await edit(other.token, { id, rev: 1 })).toBe('not-yours');
    expect(outcome(await actOne(token, sent(saveEvidence, noteBody('Again', { id }))))).toBe('exists');
  });
});

describe('the log', () => {
  it('keeps who, what and both clocks, in one unbroken order', async () => {
    const { token, cluster, member, device } = await foundCluster();
    const start = (await changes(token)).seq;
    const action = { ...sent(saveEvidence, noteBody('Seen in Year 3')), at: 1_700_000_000_000 };
    await act(token, [action], [sent(saveEvidence, noteBody('And after'))]);
    const rows = (await logOf(cluster)).sort((a, b) => Number(a.seq) - Number(b.seq));
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
    const row = rows.find(({ id }) => id === action.id);
    expect(row).toMatchObject({ seq: start + 1, name: 'evidence.save', by: member, device, made: action.at });
    expect(JSON.parse(String(row?.body))).toEqual(action.body);
    expect(Math.abs(Number(row?.at) - Date.now())).toBeLessThan(60_000);
  });

  it('takes the server’s time for what is said, whatever a device’s clock says', async () => {
    const { token } = await foundCluster();
    const action = { ...sent(saveEvidence, noteBody('From a slow clock')), at: 5 };
    await actOne(token, action);
    const record = await recordOf(token, 'evidence', (action.body as { id: string }).id);
    expect(Math.abs(Number(record?.body?.at) - Date.now())).toBeLessThan(60_000);
  });
});
