import { describe, expect, it } from 'vitest';
import type { Invitations, Issued } from '../../../shared/cluster/access.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { actOne, admitMember, call, codeOf, foundCluster, good, invite, join, sent } from '../cluster.ts';

const open = async (token: string) => (await good<Invitations>(call('/api/invitations', { token }))).invitations;
const revoke = (token: string, invitation: string) => call('/api/invitations/revoke', { token, body: { invitation } });
const reissue = (token: string, invitation: string) =>
  call('/api/invitations/reissue', { token, body: { invitation } });

describe('open invitations', () => {
  it('are listed by role and schools until everybody has come, without what opens them', async () => {
    const { token } = await foundCluster();
    const school = newId();
    await actOne(token, sent(addSchool, { id: school, name: 'Ash Lane', urn: '100001' }));
    const { code, expires } = await invite(token, { role: 'head', schools: [school], uses: 2 });
    const [first, ...none] = await open(token);
    expect(none).toEqual([]);
    expect(first).toMatchObject({ role: 'head', schools: [school], uses: 2, expires });
    expect(JSON.stringify(first)).not.toContain(code.slice(33));
    await join(code);
    expect(await open(token)).toMatchObject([{ uses: 1 }]);
    await join(code);
    expect(await open(token)).toEqual([]);
  });

  it('can be taken back, once', async () => {
    const { token } = await foundCluster();
    const { code } = await invite(token);
    const [{ id } = { id: '' }] = await open(token);
    await good(revoke(token, id));
    expect(await codeOf(call('/api/look', { body: { code } }))).toBe('code-used');
    expect(await codeOf(revoke(token, id))).toBe('missing');
    expect(await open(token)).toEqual([]);
  });

  it('can be made anew: another link for the same, and the old one is worth nothing', async () => {
    const { token } = await foundCluster();
    const { code } = await invite(token, { role: 'observer', uses: 3, days: 20 });
    const [before] = await open(token);
    const made = await good<Issued>(reissue(token, before?.id ?? ''));
    expect(made.code).not.toBe(code);
    expect(await codeOf(call('/api/look', { body: { code } }))).toBe('code-used');
    const [after] = await open(token);
    expect(after).toMatchObject({ role: 'observer', uses: 3, expires: made.expires });
    expect(Math.round((made.expires - (after?.made ?? 0)) / 86_400_000)).toBe(20);
    await join(made.code);
    expect(await codeOf(reissue(token, before?.id ?? ''))).toBe('missing');
  });

  it('are for coordinators, of their own cluster', async () => {
    const [here, there] = [await foundCluster(), await foundCluster()];
    await invite(here.token);
    const [{ id } = { id: '' }] = await open(here.token);
    const head = await admitMember(here.token, { role: 'head' });
    expect(await codeOf(call('/api/invitations', { token: head.token }))).toBe('not-allowed');
    expect(await codeOf(revoke(head.token, id))).toBe('not-allowed');
    expect(await codeOf(reissue(head.token, id))).toBe('not-allowed');
    expect(await codeOf(revoke(there.token, id))).toBe('missing');
    expect(await codeOf(revoke(here.token, here.device))).toBe('missing');
    expect(await open(here.token)).toHaveLength(1);
  });
});
