import { describe, expect, it } from 'vitest';
import { wordPurpose } from '../../../shared/cluster/purpose.ts';
import { redact, removedWords } from '../../../shared/cluster/redact.ts';
import { addSchool, markSchool } from '../../../shared/cluster/schools.ts';
import { editEvidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId, sha256 } from '../../../shared/ids.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import {
  act,
  actOne,
  admitMember,
  call,
  changes,
  codeOf,
  dump,
  foundCluster,
  noteBody,
  outcome,
  pullAll,
  recordOf,
  saveNote,
  sent,
  tablesWith,
} from '../cluster.ts';
import { newImage, upload } from '../images.ts';
import { openLive } from '../sockets.ts';

/** Words that stand nowhere else, so that finding them anywhere is finding what should be gone. */
const newMarker = () => `Märker “${newId()}”`;

const erase = (id: string, kind: 'evidence' | 'priority' = 'evidence') => sent(redact, { kind, id });

describe('erasing', () => {
  it('takes the words out of every table: of what saved them and of every edit', async () => {
    const { token, cluster } = await foundCluster();
    const marker = newMarker();
    const { id } = await saveNote(token, `A child’s name: ${marker}`);
    await actOne(token, sent(editEvidence, { id, rev: 1, note: `${marker}, once more` }));
    expect(await tablesWith(cluster, marker)).toEqual(['log', 'records']);
    expect(outcome(await actOne(token, erase(id)))).toBe('ok');
    expect(await tablesWith(cluster, marker)).toEqual([]);
  });

  it('does so for a quote’s surroundings, a source, an image’s words and a priority’s title', async () => {
    const { token, cluster } = await foundCluster();
    const marker = newMarker();
    const image = newImage(marker);
    await upload(image, { token });
    const priority = newId();
    await actOne(token, sent(proposePriority, { id: priority, title: marker }));
    const { id } = await saveNote(token, marker, {
      passages: [{ exact: marker, prefix: marker, suffix: marker, start: 0, end: 9 }],
      source: { url: `https://example.org/${encodeURIComponent(marker)}`, title: marker },
      image: { blob: await sha256(image), alt: marker },
      tags: [marker],
    });
    expect(await tablesWith(cluster, marker)).toEqual(['blobs', 'log', 'records']);
    await act(token, [erase(id)], [erase(priority, 'priority')]);
    expect(await tablesWith(cluster, marker)).toEqual([]);
    expect(await tablesWith(cluster, encodeURIComponent(marker))).toEqual([]);
  });

  it('works within one group: what is saved and erased together was never kept', async () => {
    const { token, cluster } = await foundCluster();
    const marker = newMarker();
    const note = noteBody(marker);
    expect((await act(token, [sent(saveEvidence, note), erase(note.id)])).map(outcome)).toEqual(['ok', 'ok']);
    expect(await tablesWith(cluster, marker)).toEqual([]);
    expect(await recordOf(token, 'evidence', note.id)).toMatchObject({ rev: 2, body: null });
  });

  it('forgets the fingerprint with the words, and keeps who did what and when', async () => {
    const { token, cluster, member } = await foundCluster();
    const { id, action } = await saveNote(token, newMarker());
    const logged = async () => (await dump(cluster)).log?.find((row) => row.id === action.id);
    const before = await logged();
    expect(before?.hash).toMatch(/^[0-9a-f]{64}$/);
    await actOne(token, erase(id));
    expect(await logged()).toEqual({ ...before, body: null, hash: '' });
    expect(before).toMatchObject({ name: 'evidence.save', by: member });
  });

  it('stands in the log itself, with what it erased and by whom', async () => {
    const { token, cluster, member } = await foundCluster();
    const { id } = await saveNote(token, newMarker());
    const erasing = erase(id);
    await actOne(token, erasing);
    const row = (await dump(cluster)).log?.find((one) => one.id === erasing.id);
    expect(row).toMatchObject({ name: 'record.redact', by: member, body: JSON.stringify(erasing.body) });
  });

  it('touches nothing else', async () => {
    const { token, cluster } = await foundCluster();
    const kept = newMarker();
    const { id: keptId } = await saveNote(token, kept);
    const { id } = await saveNote(token, newMarker());
    await actOne(token, erase(id));
    expect(await tablesWith(cluster, kept)).toEqual(['log', 'records']);
    expect(await recordOf(token, 'evidence', keptId)).toMatchObject({ rev: 1 });
  });

  it('moves the sequence on, so that every replica follows', async () => {
    const { token } = await foundCluster();
    const { id } = await saveNote(token, newMarker());
    const { seq } = await changes(token);
    const live = await openLive(token);
    await actOne(token, erase(id));
    const gone = { kind: 'evidence', id, rev: 2, seq: seq + 1, body: null };
    expect((await changes(token, seq)).records).toMatchObject([gone]);
    expect((await pullAll(token)).records.filter((record) => record.id === id)).toMatchObject([gone]);
    expect(await live.next()).toMatchObject({ after: seq, records: [gone] });
  });
});

describe('taking words out of what stays', () => {
  it('empties them in the record and in every action that had them, and keeps the rest', async () => {
    const { token, cluster } = await foundCluster();
    const [marker, reason] = [newMarker(), newMarker()];
    const [purpose, school] = [newId(), newId()];
    await actOne(token, sent(wordPurpose, { id: purpose, text: `For ${marker}` }));
    await actOne(token, sent(addSchool, { id: school, name: 'Ash Lane', urn: '100001' }));
    await actOne(token, sent(markSchool, { id: school, rev: 1, away: { how: 'absent', reason } }));
    await actOne(token, sent(markSchool, { id: school, rev: 2, away: { how: 'left', reason: 'Moved' } }));
    const answers = await act(
      token,
      [sent(redact, { kind: 'purpose', id: purpose })],
      [sent(redact, { kind: 'school', id: school })],
    );
    expect(answers.map(outcome)).toEqual(['ok', 'ok']);
    for (const words of [marker, reason, 'Moved']) expect(await tablesWith(cluster, words)).toEqual([]);
    expect(await recordOf(token, 'purpose', purpose)).toMatchObject({ rev: 2, body: { text: removedWords } });
    const log = (await dump(cluster)).log?.filter(({ name }) => name === 'school.mark');
    expect(log?.map(({ body, hash }) => [JSON.parse(String(body)).away.how, hash])).toEqual([
      ['absent', ''],
      ['left', ''],
    ]);
    // What did not have them keeps its fingerprint.
    const added = (await dump(cluster)).log?.find(({ name }) => name === 'school.add');
    expect(added?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('answers the author who sends it again as before, and brings nothing back', async () => {
    const { token, cluster } = await foundCluster();
    const marker = newMarker();
    const action = sent(wordPurpose, { id: newId(), text: marker });
    const answer = await actOne(token, action);
    await actOne(token, sent(redact, { kind: 'purpose', id: (action.body as { id: string }).id }));
    expect(await actOne(token, action)).toEqual(answer);
    expect(await tablesWith(cluster, marker)).toEqual([]);
  });
});

describe('after erasing', () => {
  it('the author who sends it again is answered as before, anyone else is not', async () => {
    const { token } = await foundCluster();
    const other = await admitMember(token, { role: 'coordinator' });
    const { id, action, answer } = await saveNote(token, newMarker());
    await actOne(token, erase(id));
    expect(await actOne(token, action)).toEqual(answer);
    expect(outcome(await actOne(other.token, action))).toBe('id-reused');
    expect(outcome(await actOne(token, { ...action, name: 'evidence.edit' }))).toBe('id-reused');
    expect(await recordOf(token, 'evidence', id)).toMatchObject({ body: null });
  });

  it('nothing brings it back and nothing is tied to it', async () => {
    const { token } = await foundCluster();
    const priority = newId();
    await actOne(token, sent(proposePriority, { id: priority, title: 'Reading' }));
    const { id } = await saveNote(token, newMarker());
    await act(token, [erase(id)], [erase(priority, 'priority')]);
    const answers = await act(
      token,
      [sent(saveEvidence, noteBody('Back', { id }))],
      [sent(editEvidence, { id, rev: 1, note: 'Back' })],
      [sent(editEvidence, { id, rev: 2, note: 'Back' })],
      [sent(saveEvidence, noteBody('About it', { priorities: [priority] }))],
    );
    expect(answers.map(outcome)).toEqual(['erased', 'erased', 'erased', 'erased']);
  });

  it('its image is gone, unless something else stands on it', async () => {
    const { token } = await foundCluster();
    const [own, shared] = [newImage(), newImage()];
    const withImage = async (bytes: BufferSource) => ({ image: { blob: await sha256(bytes), alt: '' } });
    for (const bytes of [own, shared]) await upload(bytes, { token });
    const first = await saveNote(token, '', await withImage(own));
    const second = await saveNote(token, '', await withImage(shared));
    const third = await saveNote(token, '', await withImage(shared));
    const status = async (bytes: BufferSource) => (await call(`/api/blobs/${await sha256(bytes)}`, { token })).status;
    await act(token, [erase(first.id)], [erase(second.id)]);
    expect([await status(own), await status(shared)]).toEqual([404, 200]);
    await actOne(token, erase(third.id));
    expect(await status(shared)).toBe(404);
  });

  it('a new device begins without the words', async () => {
    const { token } = await foundCluster();
    const priority = newId();
    await actOne(token, sent(proposePriority, { id: priority, title: newMarker() }));
    await actOne(token, erase(priority, 'priority'));
    const joined = await admitMember(token);
    expect(joined.records.find(({ id }) => id === priority)).toMatchObject({ rev: 2, body: null });
  });
});

describe('who may erase what', () => {
  it('only a coordinator, and only what is there', async () => {
    const { token } = await foundCluster();
    const { id } = await saveNote(token, 'Kept');
    for (const role of ['head', 'leader', 'observer'] as const) {
      const { token: theirs } = await admitMember(token, { role });
      expect(outcome(await actOne(theirs, erase(id))), role).toBe('not-allowed');
    }
    expect(outcome(await actOne(token, erase(newId())))).toBe('missing');
    expect(outcome(await actOne(token, erase(id, 'priority')))).toBe('missing');
  });

  it('a member or a school is not taken out in this way', async () => {
    const { token, member } = await foundCluster();
    const answer = await actOne(token, sent({ name: redact.name }, { kind: 'member', id: member }));
    expect(outcome(answer)).toBe('not-valid');
    expect(await codeOf(call(`/api/blobs/${'0'.repeat(64)}`, { token }))).toBe('not-found');
  });
});
