import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../shared/action.ts';
import type { Issued } from '../../../shared/cluster/access.ts';
import { found } from '../../../shared/cluster/cluster.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newClusterId, newId } from '../../../shared/ids.ts';
import {
  actOne,
  admitMember,
  call,
  codeOf,
  dump,
  foundCluster,
  good,
  join,
  noteBody,
  outcome,
  recordOf,
  saveNote,
  sent,
  tablesOf,
} from '../cluster.ts';
import { asOperator, callWith, operatorSecret } from '../other-env.ts';
import { openLive } from '../sockets.ts';

const entryOf = (by: string, at: number, { name, body }: { name: string; body: unknown }) => {
  const { id } = sent({ name }, body);
  return { by, at, id, name, body };
};
const restore = async (cluster: string, ...entries: object[]) =>
  (await good<{ answers: Answer[] }>(asOperator('restore', { cluster, entries }))).answers;

describe('the operator', () => {
  const body = { cluster: newClusterId() };

  it('is only who has the secret', async () => {
    for (const secret of ['', 'wrong', operatorSecret.slice(0, -1), `${operatorSecret} x`]) {
      expect(await codeOf(asOperator('coordinator', body, secret)), secret).toBe('operator-only');
    }
    const { token } = await foundCluster();
    expect(await codeOf(asOperator('coordinator', body, token))).toBe('operator-only');
    expect(await codeOf(asOperator('restore', body, 'wrong'))).toBe('operator-only');
    expect(await codeOf(asOperator('no-such-command', body, 'wrong'))).toBe('operator-only');
    expect(await codeOf(asOperator('coordinator', body))).toBe('cluster-unknown');
  });

  it('is nobody where the owner has set no secret, or a short one', async () => {
    expect(await codeOf(call('/api/operator/coordinator', { body, token: 'undefined' }))).toBe('operator-only');
    for (const secret of ['', 'x'.repeat(31)]) {
      const answer = callWith({ OPERATOR_SECRET: secret }, '/api/operator/coordinator', { body, token: secret });
      expect(await codeOf(answer)).toBe('operator-only');
    }
    const long = { OPERATOR_SECRET: 'x'.repeat(32) };
    const answer = callWith(long, '/api/operator/coordinator', { body, token: 'x'.repeat(32) });
    expect(await codeOf(answer)).toBe('cluster-unknown');
  });

  it('leaves nothing behind in a cluster that was never created', async () => {
    const cluster = newClusterId();
    expect(await codeOf(asOperator('coordinator', { cluster }))).toBe('cluster-unknown');
    const entries = [entryOf('operator', 1, { name: found.name, body: {} })];
    expect(await codeOf(asOperator('restore', { cluster, entries }))).toBe('cluster-unknown');
    expect(await tablesOf(cluster)).toEqual([]);
  });

  it('invites a new coordinator, once', async () => {
    const { cluster } = await foundCluster();
    const { code, expires } = await good<Issued>(asOperator('coordinator', { cluster }));
    expect(expires).toBeGreaterThan(Date.now());
    const { records, member } = await join(code, { name: 'New Coordinator' });
    expect(records.find(({ id }) => id === member)?.body).toMatchObject({ role: 'coordinator' });
    expect(await codeOf(call('/api/look', { body: { code } }))).toBe('code-used');
    expect((await dump(cluster)).agenda).toMatchObject([{ what: 'codes.sweep' }]);
  });
});

describe('what only the operator does', () => {
  it('no member does, not even a coordinator', async () => {
    const { token } = await foundCluster();
    const member = { id: newId(), name: 'Self-made', role: 'coordinator', schools: [] };
    expect(outcome(await actOne(token, sent({ name: 'member.admit' }, member)))).toBe('not-allowed');
    const cluster = { id: newClusterId(), name: 'Second', word: 'cluster' };
    expect(outcome(await actOne(token, sent({ name: 'cluster.found' }, cluster)))).toBe('not-allowed');
  });
});

describe('a restore', () => {
  const past = Date.UTC(2024, 8, 2);

  it('writes the past: each entry with its author and its time', async () => {
    const { cluster, token, member } = await foundCluster();
    const author = newId();
    const admit = { id: author, name: 'Long Ago', role: 'leader', schools: [] };
    const note = noteBody('Said in 2024');
    const answers = await restore(
      cluster,
      entryOf('operator', past, { name: 'member.admit', body: admit }),
      entryOf(author, past + 1, { name: saveEvidence.name, body: note }),
      entryOf(member, past + 2, { name: addSchool.name, body: { id: newId(), name: 'Sandford', urn: '100001' } }),
    );
    expect(answers.map(outcome)).toEqual(['ok', 'ok', 'ok']);
    expect(await recordOf(token, 'evidence', note.id)).toMatchObject({ body: { by: author, at: past + 1 } });
    expect(await recordOf(token, 'member', author)).toMatchObject({ body: { joined: past } });
    const row = (await dump(cluster)).log?.find(({ id }) => id === answers[1]?.id);
    expect(row).toMatchObject({ by: author, at: past + 1, made: past + 1, device: null });
  });

  it('again is the same; each author may do only what their role allows', async () => {
    const { cluster, token } = await foundCluster();
    const observer = await admitMember(token, { role: 'observer' });
    const entry = entryOf(observer.member, past, { name: saveEvidence.name, body: noteBody('x') });
    expect((await restore(cluster, entry)).map(outcome)).toEqual(['not-allowed']);
    const school = { name: addSchool.name, body: { id: newId(), name: 'Sandford', urn: '100001' } };
    const leader = await admitMember(token, { role: 'head' });
    const twice = entryOf(leader.member, past, school);
    const [first, second] = [await restore(cluster, twice), await restore(cluster, twice)];
    expect(second).toEqual(first);
    expect(first.map(outcome)).toEqual(['ok']);
  });

  it('of somebody who is not a member is refused, and does not stop the rest', async () => {
    const { cluster, member, token } = await foundCluster();
    const live = await openLive(token);
    const note = (by: string) => entryOf(by, past, { name: saveEvidence.name, body: noteBody(`By ${by}`) });
    const answers = await restore(cluster, note('nobody'), note(member), note(newId()));
    expect(answers.map(outcome)).toEqual(['missing', 'ok', 'missing']);
    expect(await live.next()).toMatchObject({ type: 'changes', records: [{ kind: 'evidence' }] });
    await saveNote(token, 'And on it goes');
  });

  it('takes whole times only', async () => {
    const { cluster, member } = await foundCluster();
    const entries = [entryOf(member, 0.5, { name: saveEvidence.name, body: noteBody('x') })];
    expect(await codeOf(asOperator('restore', { cluster, entries }))).toBe('not-valid');
    expect(await codeOf(asOperator('restore', { cluster, entries: [] }))).toBe('not-valid');
  });
});
