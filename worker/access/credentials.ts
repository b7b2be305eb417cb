import type { Role } from '../../shared/cluster/roles.ts';
import { sha256 } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';

/**
 * Secrets live here, hashed, and never in a record or the log. A device's token and a recovery code belong to a
 * member; an invitation has a role and schools; a code for one more device belongs to a member and is used once. A calendar's
 * secret stands in the address at which a calendar program asks for what is due: it reads that and nothing else.
 */
export interface Credential {
  id: string;
  kind: 'device' | 'recovery' | 'invitation' | 'more' | 'calendar';
  member: string | null;
  /** What a device is called. */
  name: string | null;
  role: Role | null;
  schools: string[];
  /** How often it may still be taken up; `null` is without end. */
  uses: number | null;
  expires: number | null;
  made: number;
  revoked: number | null;
}

type Row = Omit<Credential, 'schools'> & { schools: string | null; lookup: string; hash: string };

/**
 * A secret's SHA-256. Half of it finds the row, and the whole is compared in constant time, so that neither the
 * database's index nor the comparison tells how near a guess came.
 */
export interface SecretHash {
  lookup: string;
  hash: string;
}

/** Hashes the secret part of a code or token (what stands behind the dot). */
export async function hashSecret(code: string): Promise<SecretHash> {
  const hash = await sha256(code.slice(code.indexOf('.') + 1));
  return { lookup: hash.slice(0, 32), hash };
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** Whether two texts are the same, in a time that does not depend on where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [bytes(a), bytes(b)];
  return left.byteLength === right.byteLength && crypto.subtle.timingSafeEqual(left, right);
}

const toCredential = ({ lookup: _, hash: __, ...row }: Row): Credential => ({
  ...row,
  schools: row.schools === null ? [] : JSON.parse(row.schools),
});

/** The credential that a secret opens, whatever its state; `undefined` where there is none. */
export function findCredential(sql: SqlStorage, { lookup, hash }: SecretHash): Credential | undefined {
  const row = sql.exec<Row & { [key: string]: SqlStorageValue }>('SELECT * FROM credentials WHERE lookup = ?', lookup);
  const found = row.toArray()[0];
  return found && sameText(found.hash, hash) ? toCredential(found) : undefined;
}

export function credentialById(sql: SqlStorage, id: string): Credential | undefined {
  const row = sql.exec<Row & { [key: string]: SqlStorageValue }>('SELECT * FROM credentials WHERE id = ?', id);
  const found = row.toArray()[0];
  return found && toCredential(found);
}

export type NewCredential = Pick<Credential, 'id' | 'kind' | 'made'> & Partial<Credential>;

export function addCredential(sql: SqlStorage, secret: SecretHash, made: NewCredential): void {
  const { id, kind, member, name, role, schools, uses, expires } = made;
  sql.exec(
    `INSERT INTO credentials (id, kind, lookup, hash, member, name, role, schools, uses, expires, made)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, kind, secret.lookup, secret.hash, member ?? null, name ?? null, role ?? null],
    ...[schools ? JSON.stringify(schools) : null, uses ?? null, expires ?? null, made.made],
  );
}

/** Whether a code can be taken up now. Errors: `code-unknown`, `code-used`, `code-expired`. */
export function usable(credential: Credential | undefined, now: number): Result<Credential> {
  // A device's token and a calendar's address let nobody in.
  if (!credential || credential.kind === 'device' || credential.kind === 'calendar') return fail('code-unknown');
  if (credential.revoked !== null || credential.uses === 0) return fail('code-used');
  if (credential.expires !== null && credential.expires <= now) return fail('code-expired');
  return ok(credential);
}

/** Takes up a code once. */
export function useOnce(sql: SqlStorage, id: string): void {
  sql.exec('UPDATE credentials SET uses = uses - 1 WHERE id = ? AND uses IS NOT NULL', id);
}

export function revoke(sql: SqlStorage, id: string, now: number): void {
  sql.exec('UPDATE credentials SET revoked = ? WHERE id = ? AND revoked IS NULL', now, id);
}

/** Everything that lets a member in is worth nothing from now on. `nameless`: what their devices are called goes too. */
export function revokeMember(sql: SqlStorage, member: string, now: number, nameless: boolean): void {
  sql.exec("DELETE FROM credentials WHERE member = ? AND kind <> 'device'", member);
  sql.exec("UPDATE credentials SET revoked = ? WHERE member = ? AND kind = 'device' AND revoked IS NULL", now, member);
  if (nameless) sql.exec("UPDATE credentials SET name = '' WHERE member = ?", member);
}

/** The invitations that can still be taken up, the newest first. */
export function openInvitations(sql: SqlStorage, now: number): Credential[] {
  return sql
    .exec<Row & { [key: string]: SqlStorageValue }>(
      `SELECT * FROM credentials WHERE kind = 'invitation' AND revoked IS NULL AND uses > 0 AND expires > ?
       ORDER BY made DESC, id`,
      now,
    )
    .toArray()
    .map(toCredential);
}

/** Puts a new recovery code in the place of the member's old one. */
export function replaceRecovery(sql: SqlStorage, member: string, secret: SecretHash, id: string, now: number): void {
  sql.exec("DELETE FROM credentials WHERE kind = 'recovery' AND member = ?", member);
  addCredential(sql, secret, { id, kind: 'recovery', member, uses: 1, made: now });
}

/** Puts a new address of the calendar in the place of the member's old one. */
export function replaceCalendar(sql: SqlStorage, member: string, secret: SecretHash, id: string, now: number): void {
  sql.exec("DELETE FROM credentials WHERE kind = 'calendar' AND member = ?", member);
  addCredential(sql, secret, { id, kind: 'calendar', member, made: now });
}

/** The devices that are let in: one member's, or everyone's. */
export function devicesOf(sql: SqlStorage, member?: string): Credential[] {
  return sql
    .exec<Row & { [key: string]: SqlStorageValue }>(
      "SELECT * FROM credentials WHERE kind = 'device' AND revoked IS NULL AND (?1 IS NULL OR member = ?1) ORDER BY made",
      member ?? null,
    )
    .toArray()
    .map(toCredential);
}

/** How long a code that ran out is remembered, so that its holder is told so. Milliseconds. */
const remembered = 90 * 24 * 60 * 60 * 1000;

/** Forgets codes that ran out long ago. Answers with when the next one falls due. */
export function sweepCodes(sql: SqlStorage, now: number): number | undefined {
  sql.exec('DELETE FROM credentials WHERE expires IS NOT NULL AND expires <= ?', now - remembered);
  const next = sql.exec<{ at: number | null }>('SELECT MIN(expires) AS at FROM credentials').one().at;
  return next === null ? undefined : next + remembered;
}
