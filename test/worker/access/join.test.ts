import { describe, expect, it } from 'vitest';
import { type Issued, type Joined, LookAnswer, newKeys } from '../../../shared/cluster/access.ts';
import { roles } from '../../../shared/cluster/roles.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { newId, newSecret } from '../../../shared/ids.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import {
  act,
  admitMember,
  call,
  codeOf,
  dump,
  foundCluster,
  good,
  inside,
  invite,
  join,
  joining,
  pullAll,
  refusal,
  saveNote,
  sent,
} from '../cluster.ts';

const tryJoin = (code: string, more: object = {}) => call('/api/join', { body: joining(code, more) });
const look = async (code: string) => LookAnswer.parse(await good(call('/api/look', { body: { code } })));
const lookCode = (code: string) => codeOf(call('/api/look', { body: { code } }));

/** Lets time pass for a cluster's codes. */
const expireAll = (cluster: string) =>
  inside(cluster, ({ storage: { sql } }) => sql.exec('UPDATE credentials SET expires = 1 WHERE expires > 1').toArray());

async function withSchool() {
  const founded = await foundCluster();
  const school = newId();
  await act(founded.token, [sent(addSchool, { id: school, name: 'Sandford Hill', urn: '100001' })]);
  return { ...founded, school };
}

describe('an invitation', () => {
  it('gives the role and the schools that it says, whatever the person says', async () => {
    const { token, school } = await withSchool();
    for (const role of roles) {
      const { code } = await invite(token, { role, schools: [school] });
      const keys = newKeys();
      const { member, records } = await join(code, { keys, name: `A ${role}` });
      expect(member).toBe(keys.member);
      const body = records.find(({ id }) => id === member)?.body;
      expect(body).toMatchObject({ name: `A ${role}`, role, schools: [school] });
    }
    const { code } = await invite(token);
    expect(await codeOf(tryJoin(code, { role: 'coordinator' }))).toBe('unknown-field');
  });

  it('can be looked at first, without taking it up', async () => {
    const { token, school } = await withSchool();
    const { code } = await invite(token, { role: 'head', schools: [school] });
    for (let i = 0; i < 3; i++) {
      expect(await look(code)).toEqual({
        kind: 'invitation',
        cluster: { name: 'Sandford Hill Cluster', word: 'cluster' },
        role: 'head',
        schools: ['Sandford Hill'],
      });
    }
    await join(code);
    expect(await lookCode(code)).toBe('code-used');
  });

  it('says that a cluster is only a demonstration', async () => {
    const { token } = await foundCluster({ demo: true });
    expect((await look((await invite(token)).code)).cluster.demo).toBe(true);
  });

  it('holds for as many as it says, even where all come at once', async () => {
    const { token } = await foundCluster();
    const { code } = await invite(token, { uses: 2 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => tryJoin(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 410, 410, 410, 410]);
    expect((await pullAll(token)).records.filter(({ kind }) => kind === 'member')).toHaveLength(3);
    expect(await codeOf(tryJoin(code))).toBe('code-used');
  });

  it('runs out', async () => {
    const { token, cluster } = await foundCluster();
    const { code, expires } = await invite(token, { days: 3 });
    expect(Math.abs(expires - Date.now() - 3 * 86_400_000)).toBeLessThan(60_000);
    await expireAll(cluster);
    expect([await lookCode(code), await codeOf(tryJoin(code))]).toEqual(['code-expired', 'code-expired']);
    expect((await pullAll(token)).records).toHaveLength(2);
  });

  it('that was never made, or is another cluster’s, is not known', async () => {
    const [here, there] = [await foundCluster(), await foundCluster()];
    const foreign = `${here.cluster}.${(await invite(there.token)).code.slice(33)}`;
    const codes = [`${here.cluster}.${newSecret()}`, foreign, here.token];
    for (const code of codes)
      expect([await lookCode(code), await codeOf(tryJoin(code))]).toEqual(Array(2).fill('code-unknown'));
    for (const code of ['', 'x', `${here.cluster}.short`, here.token.replace('.', '/'), `${here.token} `]) {
      expect(await codeOf(tryJoin(code)), code).toBe('not-valid');
    }
  });

  it('needs a name, and is not used up where there is none', async () => {
    const { token } = await foundCluster();
    const { code } = await invite(token);
    expect(await refusal(tryJoin(code, { name: undefined }))).toMatchObject({ code: 'not-valid', detail: 'name' });
    await join(code);
  });

  it('is not used up by one who brings an id or a secret that is taken', async () => {
    const { token, member, device, cluster, recovery = '' } = await foundCluster();
    const { code } = await invite(token);
    const before = await dump(cluster);
    const bring = (more: object) => codeOf(tryJoin(code, { keys: { ...newKeys(), ...more } }));
    expect(await bring({ member })).toBe('exists');
    expect(await bring({ device })).toBe('id-reused');
    expect(await bring({ token: token.slice(33) })).toBe('id-reused');
    expect(await bring({ recovery: recovery.slice(33) })).toBe('id-reused');
    expect(await bring({ token: code.slice(33) })).toBe('id-reused');
    expect(await dump(cluster)).toEqual(before);
    await join(code);
  });

  it('taken up again by the same device after a lost answer gives the same answer and uses nothing', async () => {
    const { token, cluster } = await foundCluster();
    const { code } = await invite(token, { uses: 2 });
    const body = joining(code);
    const first = await good<Joined>(call('/api/join', { body }));
    expect(first.recovery).toBe(`${cluster}.${body.keys.recovery}`);
    const before = await dump(cluster);
    expect({ ...(await good<Joined>(call('/api/join', { body }))), time: 0 }).toEqual({ ...first, time: 0 });
    await expireAll(cluster);
    expect({ ...(await good<Joined>(call('/api/join', { body }))), time: 0 }).toEqual({ ...first, time: 0 });
    expect((await dump(cluster)).log).toEqual(before.log);
    expect(await codeOf(tryJoin(code, { keys: { ...body.keys, token: newSecret() } }))).toBe('id-reused');
  });

  it('brings what to begin with, without the evidence', async () => {
    const { token, school } = await withSchool();
    const priority = newId();
    await act(token, [sent(proposePriority, { id: priority, title: 'Reading' })]);
    await saveNote(token, 'Later, with the first sync');
    const { records } = await admitMember(token);
    expect(records.map(({ kind }) => kind)).toEqual(['cluster', 'member', 'member', 'school', 'priority']);
    expect(records.map(({ id }) => id)).toEqual(expect.arrayContaining([school, priority]));
  });
});

describe('who may invite', () => {
  const ask = (token: string, more: object) =>
    codeOf(call('/api/invitations', { token, body: { role: 'leader', schools: [], uses: 1, days: 7, ...more } }));

  it('only a coordinator', async () => {
    const { token } = await foundCluster();
    for (const role of ['head', 'leader', 'observer'] as const) {
      const { token: theirs } = await admitMember(token, { role });
      expect(await ask(theirs, {}), role).toBe('not-allowed');
    }
    const second = await admitMember(token, { role: 'coordinator' });
    await invite(second.token);
  });

  it('only for schools of the cluster, and within limits', async () => {
    const { token } = await foundCluster();
    expect(await ask(token, { schools: [newId()] })).toBe('missing');
    for (const more of [{ uses: 0 }, { uses: 101 }, { uses: 1.5 }, { days: 0 }, { days: 91 }, { role: 'operator' }]) {
      expect(await ask(token, more), JSON.stringify(more)).toBe('not-valid');
    }
    expect(await ask(token, { note: 'x' })).toBe('unknown-field');
  });
});

describe('a code for one more device', () => {
  const newLink = (token: string) => good<Issued>(call('/api/devices/link', { token, method: 'POST' }));

  it('lets in one more device of the same member, once, without a name and without a new recovery code', async () => {
    const { token, member } = await foundCluster();
    const { code } = await newLink(token);
    expect(await look(code)).toMatchObject({ kind: 'device', member: 'Ada Coordinator' });
    const body = { code, device: 'Ada’s phone', keys: newKeys() };
    const joined = await good<Joined>(call('/api/join', { body }));
    expect(joined).toMatchObject({ member, device: body.keys.device });
    expect(joined.recovery).toBeUndefined();
    expect(await codeOf(tryJoin(code))).toBe('code-used');
    const again = await good<Joined>(call('/api/join', { body }));
    expect({ ...again, time: 0 }).toEqual({ ...joined, time: 0 });
    await saveNote(joined.token, 'From the phone');
    await saveNote(token, 'From the laptop');
    expect((await pullAll(token)).records.filter(({ kind }) => kind === 'member')).toHaveLength(1);
  });

  it('runs out within a quarter of an hour', async () => {
    const { token, cluster } = await foundCluster();
    const { code, expires } = await newLink(token);
    expect(expires - Date.now()).toBeGreaterThan(14 * 60_000);
    expect(expires - Date.now()).toBeLessThanOrEqual(15 * 60_000);
    await expireAll(cluster);
    expect(await codeOf(tryJoin(code))).toBe('code-expired');
  });
});
