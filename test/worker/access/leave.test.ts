import { describe, expect, it } from 'vitest';
import type { Issued } from '../../../shared/cluster/access.ts';
import { leaveCluster } from '../../../shared/cluster/leaving.ts';
import { editMember } from '../../../shared/cluster/members.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { editEvidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { editNoticing, recordNoticing } from '../../../shared/priorities/noticing.ts';
import { forgetMember, forgottenName } from '../../../shared/reviews/forget.ts';
import { closeCodes } from '../../../shared/sync.ts';
import {
  act,
  actOne,
  admitMember,
  call,
  codeOf,
  dump,
  foundCluster,
  good,
  invite,
  join,
  joining,
  noteBody,
  outcome,
  pullAll,
  recordOf,
  saveNote,
  sent,
  tablesWith,
} from '../cluster.ts';
import { openLive } from '../sockets.ts';

const pull = (token: string) => call('/api/changes', { body: { after: 0 }, token });

describe('a member who leaves', () => {
  it('is let in with nothing any more, from that moment, and their sockets are closed', async () => {
    const { token, cluster } = await foundCluster();
    const ben = await admitMember(token);
    const { code } = await good<Issued>(call('/api/devices/link', { token: ben.token, method: 'POST' }));
    const phone = await join(code);
    const further = await good<Issued>(call('/api/devices/link', { token: ben.token, method: 'POST' }));
    const [live, other] = [await openLive(phone.token), await openLive(token)];
    expect(outcome(await actOne(ben.token, sent(leaveCluster, { id: ben.member })))).toBe('ok');
    // What changed is told before the door is shut.
    await live.next();
    expect((await live.closed).code).toBe(closeCodes.revoked);
    for (const shut of [ben.token, phone.token]) expect(await codeOf(pull(shut))).toBe('device-revoked');
    for (const lost of [further.code, ben.recovery ?? '']) {
      expect(await codeOf(call('/api/join', { body: joining(lost) }))).toBe('code-unknown');
    }
    const theirs = (await dump(cluster)).credentials?.filter(({ member }) => member === ben.member);
    expect(theirs?.map(({ kind, revoked }) => [kind, revoked !== null])).toEqual([
      ['device', true],
      ['device', true],
    ]);
    expect((await pull(token)).status).toBe(200);
    await other.next();
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('keeps authorship, is shown as left, and can be invited again', async () => {
    const { token } = await foundCluster();
    const ben = await admitMember(token);
    const { id } = await saveNote(ben.token, 'Mine');
    await actOne(token, sent(leaveCluster, { id: ben.member }));
    expect(await recordOf(token, 'evidence', id)).toMatchObject({ rev: 1, body: { by: ben.member, note: 'Mine' } });
    const record = await recordOf(token, 'member', ben.member);
    expect(record?.body).toMatchObject({ name: 'Ben Leader', left: expect.any(Number) });
    const back = await join((await invite(token)).code);
    expect(back.member).not.toBe(ben.member);
    await saveNote(back.token, 'Back');
  });

  it('does nothing more in the batch in which they leave', async () => {
    const { token } = await foundCluster();
    const ben = await admitMember(token);
    const answers = await act(
      ben.token,
      [sent(saveEvidence, noteBody('Before'))],
      [sent(leaveCluster, { id: ben.member })],
      [sent(saveEvidence, noteBody('After'))],
    );
    expect(answers.map(outcome)).toEqual(['ok', 'ok', 'device-revoked']);
  });

  it('has no more power in a batch than the group before left them', async () => {
    const { token, member } = await foundCluster();
    const ben = await admitMember(token);
    const passed = [
      sent(editMember, { id: ben.member, rev: 1, role: 'coordinator' }),
      sent(editMember, { id: member, rev: 1, role: 'leader' }),
    ];
    const answers = await act(token, passed, [sent(editMember, { id: ben.member, rev: 2, role: 'leader' })]);
    expect(answers.map(outcome)).toEqual(['ok', 'ok', 'not-allowed']);
    expect(await codeOf(call('/api/invitations', { token }))).toBe('not-allowed');
    expect((await call('/api/invitations', { token: ben.token })).status).toBe(200);
  });

  it('is never the last coordinator', async () => {
    const { token, member } = await foundCluster();
    expect(outcome(await actOne(token, sent(leaveCluster, { id: member })))).toBe('last-coordinator');
    expect((await pull(token)).status).toBe(200);
  });
});

/** Words that stand nowhere else. */
const newMarker = () => `Märker “${newId()}”`;

describe('a member who is forgotten', () => {
  it('stands nowhere any more: not by name, not in a note, an earlier note or a device’s name', async () => {
    const { token, cluster } = await foundCluster();
    const [name, first, second, quote, device] = [newId(), newMarker(), newMarker(), newMarker(), newId()];
    const body = { ...joining((await invite(token)).code, { name }), device };
    const ben = await good<{ token: string; member: string }>(call('/api/join', { body }));
    await actOne(ben.token, sent(editMember, { id: ben.member, rev: 1, name: `${name} again` }));
    const passages = [{ exact: quote, prefix: '', suffix: '', start: 0, end: 1 }];
    const { id, action, answer } = await saveNote(ben.token, first, { passages, tags: ['reading'] });
    await actOne(ben.token, sent(editEvidence, { id, rev: 1, note: second }));
    for (const words of [name, first, second, device]) {
      expect((await tablesWith(cluster, words)).length, words).toBeGreaterThan(0);
    }
    const before = await pullAll(token);
    const live = await openLive(token);
    expect(outcome(await actOne(token, sent(forgetMember, { id: ben.member })))).toBe('ok');
    for (const words of [name, first, second, device]) expect(await tablesWith(cluster, words), words).toEqual([]);
    // What others can use stays, under nobody's name.
    expect(await tablesWith(cluster, quote)).toEqual(['log', 'records']);
    const kept = await recordOf(token, 'evidence', id);
    expect(kept?.body).toMatchObject({ note: '', tags: ['reading'], by: ben.member });
    expect((await recordOf(token, 'member', ben.member))?.body).toMatchObject({ name: forgottenName });
    // Replicas follow by sequence, at once.
    const since = (await pullAll(token, before.seq)).records.map((one) => one.id).sort();
    expect(since).toEqual([id, ben.member].sort());
    expect(await live.next()).toMatchObject({ type: 'changes', after: before.seq });
    expect(await codeOf(pull(ben.token))).toBe('device-revoked');
    // Who did what and when is still in the account, and ids still answer the same.
    const row = (await dump(cluster)).log?.find((one) => one.id === action.id);
    expect(row).toMatchObject({ name: 'evidence.save', by: ben.member, hash: '' });
    expect(answer).toMatchObject({ ok: true, seq: row?.seq });
  });

  it('leaves what a school noticed to the school, without the name, in the account too', async () => {
    const { token, cluster } = await foundCluster();
    const [school, noticing, name] = [newId(), newId(), `Ben Märker${newId().slice(-6)}`];
    await actOne(token, sent(addSchool, { id: school, name: 'Ash Lane', urn: '100001' }));
    const { code } = await invite(token, { role: 'head', schools: [school] });
    const ben = await good<{ token: string; member: string }>(call('/api/join', { body: joining(code, { name }) }));
    const [first, last] = [newMarker(), newMarker()];
    await actOne(ben.token, sent(recordNoticing, { id: noticing, school, text: `${name} saw ${first}` }));
    await actOne(ben.token, sent(editNoticing, { id: noticing, rev: 1, text: `We saw ${last}` }));
    await saveNote(token, `Ask ${name} about it`);
    expect(outcome(await actOne(token, sent(forgetMember, { id: ben.member })))).toBe('ok');
    expect(await tablesWith(cluster, name)).toEqual([]);
    expect(await tablesWith(cluster, first)).toEqual([]);
    expect((await recordOf(token, 'noticing', noticing))?.body).toMatchObject({ text: `We saw ${last}`, school });
    expect(await tablesWith(cluster, `Ask ${forgottenName} about it`)).toEqual(['log', 'records']);
  });

  it('answers a group that was sent before as before, though its words are gone', async () => {
    const { token, member, cluster } = await foundCluster();
    const second = await admitMember(token, { role: 'coordinator' });
    const marker = newMarker();
    const { action, answer } = await saveNote(token, marker);
    await actOne(second.token, sent(forgetMember, { id: member }));
    // The one who is gone cannot ask; the account still knows the id, and gives it to nobody else.
    expect(outcome(await actOne(second.token, action))).toBe('id-reused');
    expect(answer).toMatchObject({ ok: true });
    expect(await tablesWith(cluster, marker)).toEqual([]);
  });

  it('touches nobody else’s words', async () => {
    const { token, cluster } = await foundCluster();
    const ben = await admitMember(token);
    const kept = newMarker();
    await saveNote(token, kept);
    await actOne(ben.token, sent(forgetMember, { id: ben.member }));
    expect(await tablesWith(cluster, kept)).toEqual(['log', 'records']);
    expect((await dump(cluster)).log?.filter(({ hash }) => hash === '')).toHaveLength(1);
  });
});
