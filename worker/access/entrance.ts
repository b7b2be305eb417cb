import type { Answer } from '../../shared/action.ts';
import type {
  CreateCluster,
  Invitations,
  Invite,
  Issued,
  Join,
  Joined,
  Keys,
  LookAnswer,
} from '../../shared/cluster/access.ts';
import { Cluster, found } from '../../shared/cluster/cluster.ts';
import { admit, Member } from '../../shared/cluster/members.ts';
import { School } from '../../shared/cluster/schools.ts';
import { newId, newSecret } from '../../shared/ids.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import type { Hashed } from '../log/append.ts';
import { recordsOfKinds } from '../log/changes.ts';
import { snapshotOf } from '../log/records.ts';
import { getMeta } from '../log/schema.ts';
import {
  addCredential,
  type Credential,
  credentialById,
  findCredential,
  hashSecret,
  openInvitations,
  replaceCalendar,
  replaceRecovery,
  revoke,
  type SecretHash,
  usable,
  useOnce,
} from './credentials.ts';

/** What a device begins with, so that everything works before its first sync: all but the evidence. */
const firstKinds = [Cluster, Member, School, Priority].map((kind) => kind.kind);

/** What the entrance needs of the cluster around it. */
export interface House {
  sql: SqlStorage;
  now: number;
  /** Makes an action of the operator's ready. */
  prepare(name: string, body: unknown): Promise<Hashed>;
  /** Appends it. */
  append(action: Hashed): Answer | undefined;
  /** Does all of it or, where it throws, nothing. */
  together<T>(work: () => T): T;
}

interface KeyHashes {
  token: SecretHash;
  recovery: SecretHash;
}

const hashKeys = async ({ token, recovery }: Keys): Promise<KeyHashes> => ({
  token: await hashSecret(token),
  recovery: await hashSecret(recovery),
});

const clusterId = (sql: SqlStorage) => getMeta(sql, 'cluster') ?? '';

function joined({ sql, now }: House, member: string, keys: Keys, withRecovery: boolean): Joined {
  const cluster = clusterId(sql);
  return {
    cluster,
    member,
    device: keys.device,
    token: `${cluster}.${keys.token}`,
    ...(withRecovery && { recovery: `${cluster}.${keys.recovery}` }),
    records: JSON.parse(recordsOfKinds(sql, firstKinds)),
    time: now,
  };
}

/** A device that joins again after a lost answer is the same device: it gets the same answer. */
function joinedBefore(house: House, keys: Keys, { token, recovery }: KeyHashes): Result<Joined> | undefined {
  const device = credentialById(house.sql, keys.device);
  if (!device) return undefined;
  const same = findCredential(house.sql, token)?.id === device.id;
  if (!same || device.revoked !== null || !device.member) return fail('id-reused');
  return ok(joined(house, device.member, keys, findCredential(house.sql, recovery)?.member === device.member));
}

/** Whether a device brings secrets that open something already: each secret opens one thing. */
const secretsKnown = ({ sql }: House, { token, recovery }: KeyHashes): boolean =>
  (findCredential(sql, token) ?? findCredential(sql, recovery)) !== undefined;

function letIn({ sql, now }: House, member: string, name: string, keys: Keys, hashes: KeyHashes, recovery: boolean) {
  addCredential(sql, hashes.token, { id: keys.device, kind: 'device', member, name, made: now });
  if (recovery) replaceRecovery(sql, member, hashes.recovery, newId(now), now);
}

/** Founds the cluster, with its first coordinator. Errors: `id-reused`, and what the actions say. */
export async function foundCluster(house: House, body: CreateCluster): Promise<Result<Joined>> {
  const { id, name, word, founder, demo, device, keys } = body;
  // Digests take their time; what follows them happens at once.
  const hashes = await hashKeys(keys);
  const founding = await house.prepare(found.name, { id, name, word, ...(demo && { demo }) });
  const admitting = await house.prepare(admit.name, {
    id: keys.member,
    name: founder,
    role: 'coordinator',
    schools: [],
  });
  return house.together(() => {
    const before = joinedBefore(house, keys, hashes);
    if (before) return before;
    if (secretsKnown(house, hashes)) return fail('id-reused');
    const founded = house.append(founding);
    if (founded && !founded.ok) return founded;
    const admitted = house.append(admitting);
    if (admitted && !admitted.ok) return admitted;
    letIn(house, keys.member, device, keys, hashes, true);
    return ok(joined(house, keys.member, keys, true));
  });
}

/** Takes up a code. Errors: `code-unknown`, `code-used`, `code-expired`, `not-valid` (a name is needed), `id-reused`. */
export async function join(house: House, { code, name, device, keys }: Join): Promise<Result<Joined>> {
  const { sql, now } = house;
  const hashes = await hashKeys(keys);
  const secret = await hashSecret(code);
  // What an invitation says never changes, so that it may be read before.
  const { kind, role, schools } = findCredential(sql, secret) ?? {};
  const invited = kind === 'invitation';
  const admitting = invited && (await house.prepare(admit.name, { id: keys.member, name, role, schools }));
  return house.together(() => {
    const before = joinedBefore(house, keys, hashes);
    if (before) return before;
    const credential = usable(findCredential(sql, secret), now);
    if (!credential.ok) return credential;
    if (secretsKnown(house, hashes)) return fail('id-reused');
    if (invited && !name) return fail('not-valid', 'name');
    const admitted = admitting ? house.append(admitting) : undefined;
    if (admitted && !admitted.ok) return admitted;
    const member = invited ? keys.member : credential.value.member;
    if (!member) return fail('code-unknown');
    useOnce(sql, credential.value.id);
    const withRecovery = kind !== 'more';
    letIn(house, member, device, keys, hashes, withRecovery);
    return ok(joined(house, member, keys, withRecovery));
  });
}

/** What a code is for. Errors: `code-unknown`, `code-used`, `code-expired`. */
export function look({ sql, now }: House, secret: SecretHash): Result<LookAnswer> {
  const usableNow = usable(findCredential(sql, secret), now);
  if (!usableNow.ok) return usableNow;
  const { kind, role, schools, member } = usableNow.value;
  const snapshot = snapshotOf(sql);
  const [record] = [...snapshot.list(Cluster.kind)];
  const cluster = record && Cluster.read(record);
  if (!cluster) return fail('cluster-unknown');
  const names = schools.flatMap((id) => {
    const school = snapshot.get({ kind: School.kind, id });
    const body = school && School.read(school);
    return body ? [body.name] : [];
  });
  const owner = member ? snapshot.get({ kind: Member.kind, id: member }) : undefined;
  return ok({
    kind: kind === 'invitation' || kind === 'recovery' ? kind : 'device',
    cluster: { name: cluster.name, word: cluster.word, ...(cluster.demo && { demo: true }) },
    ...(role && { role, schools: names }),
    ...(owner && { member: Member.read(owner)?.name ?? '' }),
  });
}

async function issue({ sql, now }: House, made: Pick<Credential, 'kind'> & Partial<Credential>): Promise<Issued> {
  const secret = newSecret();
  const expires = made.expires ?? now;
  addCredential(sql, await hashSecret(secret), { id: newId(now), made: now, ...made, expires });
  return { code: `${clusterId(sql)}.${secret}`, expires };
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Makes an invitation. Error: `missing` where it names a school that is not the cluster's. */
export async function invite(house: House, { role, schools, uses, days }: Invite): Promise<Result<Issued>> {
  const snapshot = snapshotOf(house.sql);
  if (schools.some((id) => !snapshot.get({ kind: School.kind, id })?.body)) return fail('missing', School.kind);
  return ok(await issue(house, { kind: 'invitation', role, schools, uses, expires: house.now + days * day }));
}

/** The invitations that are still open. */
export const invitations = ({ sql, now }: House): Invitations => ({
  invitations: openInvitations(sql, now).flatMap(({ id, role, schools, uses, made, expires }) =>
    role === null ? [] : [{ id, role, schools, uses: uses ?? 0, made, expires: expires ?? 0 }],
  ),
});

/** Takes an open invitation back. Error: `missing`. */
export function revokeInvitation({ sql, now }: House, id: string): Result<object> {
  if (!openInvitations(sql, now).some((one) => one.id === id)) return fail('missing', 'invitation');
  revoke(sql, id, now);
  return ok({});
}

/** Takes an open invitation back and makes another like it, for as long again. Errors: `missing`. */
export async function reissue(house: House, id: string): Promise<Result<Issued>> {
  const { sql, now } = house;
  const open = openInvitations(sql, now).find((one) => one.id === id);
  if (!open?.role) return fail('missing', 'invitation');
  const { role, schools, uses, made, expires } = open;
  const days = Math.min(90, Math.max(1, Math.round(((expires ?? now) - made) / day)));
  const issued = await invite(house, { role, schools, uses: uses ?? 1, days });
  if (issued.ok) revoke(sql, id, now);
  return issued;
}

/** Makes a code that lets one more device of a member in, once, within a quarter of an hour. */
export const inviteDevice = async (house: House, member: string): Promise<Issued> =>
  issue(house, { kind: 'more', member, uses: 1, expires: house.now + 15 * minute });

/** Makes a new recovery code; the old one is worth nothing from then on. */
export async function renewRecovery({ sql, now }: House, member: string): Promise<{ code: string; expires: number }> {
  const secret = newSecret(16);
  replaceRecovery(sql, member, await hashSecret(secret), newId(now), now);
  return { code: `${clusterId(sql)}.${secret}`, expires: 0 };
}

/** Makes an address at which a calendar program finds what is due; the member's old one is worth nothing from then on. */
export async function issueCalendar({ sql, now }: House, member: string): Promise<Issued> {
  const secret = newSecret();
  replaceCalendar(sql, member, await hashSecret(secret), newId(now), now);
  return { code: `${clusterId(sql)}.${secret}`, expires: 0 };
}

/** Revokes a device: one's own, or anyone's where `all`. Errors: `missing`, `not-allowed`. */
export function revokeDevice({ sql, now }: House, device: string, member: string, all: boolean): Result<object> {
  const credential = credentialById(sql, device);
  if (credential?.kind !== 'device') return fail('missing', 'device');
  if (credential.member !== member && !all) return fail('not-allowed', 'device.revoke');
  revoke(sql, device, now);
  return ok({});
}
