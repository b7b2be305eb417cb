import type { Answer, Catalogue, Group, SentAction } from '../../shared/action.ts';
import { limits } from '../../shared/action.ts';
import { blanked as withoutWords } from '../../shared/blank.ts';
import { Member } from '../../shared/cluster/members.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import { type Blanked, type Folded, foldGroup, type Step } from '../../shared/fold.ts';
import { sha256 } from '../../shared/ids.ts';
import { fail, type Problem, type Result } from '../../shared/problem.ts';
import type { Record } from '../../shared/record.ts';
import { revokeMember } from '../access/credentials.ts';
import { blobExists, dropBlobUses, useBlobs } from './blobs.ts';
import { putRecord, snapshotOf } from './records.ts';
import { getMeta, setMeta } from './schema.ts';

/** Who sends a group, and when it counts as done: now, unless a demo or a restore writes the past. */
export interface Author {
  actor: Actor;
  device: string | null;
  now: number;
}

/** What else is written in the same transaction, once a group is decided and before its records are put down. */
export type Also = (folded: Folded) => void;

/** A group with the fingerprints of its actions, which bind their ids to what they said. */
export type Hashed = { sent: SentAction; json: string; hash: string }[];

/** Takes the fingerprints. Done before the transaction, since digests take their time. */
export const hashGroup = (group: Group): Promise<Hashed> =>
  Promise.all(
    group.map(async (sent) => {
      const json = JSON.stringify(sent.body) ?? 'null';
      return { sent, json, hash: await sha256(`${sent.name}\n${json}`) };
    }),
  );

/**
 * Appends one group, whole or not at all, in one transaction: known id → parse → capability → decide → records and
 * log. All of a group shares one sequence number, so that no page of changes can cut it.
 */
export function appendGroup(
  storage: DurableObjectStorage,
  known: Catalogue,
  group: Hashed,
  author: Author,
  also?: Also,
): Answer[] {
  const { sql } = storage;
  const refuse = (problem: Problem, reason?: number): Answer[] =>
    group.map(({ sent: { id } }, i) => ({
      id,
      ok: false,
      problem: reason === undefined || i === reason ? problem : fail('group-refused').problem,
    }));
  return storage.transactionSync(() => {
    const before = knownBefore(sql, group, author.actor.member);
    if (before) return before.ok ? before.value : refuse(before.problem);
    const large = group.findIndex(({ json }) => json.length > limits.actionBytes);
    if (large >= 0) return refuse(fail('too-large').problem, large);
    const seq = Number(getMeta(sql, 'seq')) + 1;
    const sent = group.map((one) => one.sent);
    const folded = foldGroup(snapshotOf(sql), sent, {
      known,
      actor: author.actor,
      now: author.now,
      seq,
      hasBlob: (hash) => blobExists(sql, hash),
    });
    if (!folded.ok) return refuse(folded.problem, folded.index);
    also?.(folded);
    write(sql, group, folded, author, seq);
    return sent.map(({ id }) => ({ id, ok: true, seq }));
  });
}

/** The answer to a group of which an id was seen before; `undefined` where all of it is new. */
function knownBefore(sql: SqlStorage, group: Hashed, by: string): Result<Answer[]> | undefined {
  if (new Set(group.map(({ sent }) => sent.id)).size < group.length) return fail('id-reused');
  const answers: Answer[] = [];
  for (const { sent, hash } of group) {
    const row = sql
      .exec<{ seq: number; by: string; hash: string; name: string }>(
        'SELECT seq, by, hash, name FROM log WHERE id = ?',
        sent.id,
      )
      .toArray()[0];
    if (!row) continue;
    // What was erased has no fingerprint any more: author and name must do.
    if (row.by !== by || row.name !== sent.name || (row.hash !== '' && row.hash !== hash)) return fail('id-reused');
    answers.push({ id: sent.id, ok: true, seq: row.seq });
  }
  if (answers.length === 0) return undefined;
  return answers.length === group.length ? { ok: true, value: answers } : fail('group-changed');
}

function write(
  sql: SqlStorage,
  group: Hashed,
  { changes, steps }: Folded,
  { actor, device, now }: Author,
  seq: number,
): void {
  setMeta(sql, 'seq', String(seq));
  for (const record of changes.values()) putRecord(sql, record);
  for (const [position, { sent, json, hash }] of group.entries()) {
    const { written, blanked, blobs } = steps[position] as Step;
    sql.exec(
      'INSERT INTO log (id, seq, position, name, body, hash, by, device, at, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[sent.id, seq, position, sent.name, json, hash, actor.member, device, now, sent.at],
    );
    for (const { kind, id } of written) {
      sql.exec('INSERT INTO touched (kind, id, action) VALUES (?, ?, ?)', kind, id, sent.id);
    }
    useBlobs(sql, blobs, written);
    for (const record of written) if (record.body === null) forget(sql, record, sent.id);
    for (const one of blanked) forgetWords(sql, one, sent.id);
    for (const record of written) if (record.kind === Member.kind) shutOut(sql, record, now);
  }
}

/** Takes the words of a record out of the account. That something was done, by whom and when, stays. */
function forget(sql: SqlStorage, { kind, id }: Record, except: string): void {
  sql.exec(
    `UPDATE log SET body = NULL, hash = ''
     WHERE id <> ? AND id IN (SELECT action FROM touched WHERE kind = ? AND id = ?)`,
    except,
    kind,
    id,
  );
  dropBlobUses(sql, kind, id);
}

/**
 * Takes some words of a record out of the account: where they stand in the actions that made it. Those keep everything
 * else, but no fingerprint, since it would tell the right guess.
 */
function forgetWords(sql: SqlStorage, { kind, id, words }: Blanked, except: string): void {
  const rows = sql
    .exec<{ id: string; body: string }>(
      `SELECT id, body FROM log
       WHERE id <> ? AND body IS NOT NULL AND id IN (SELECT action FROM touched WHERE kind = ? AND id = ?)`,
      ...[except, kind, id],
    )
    .toArray();
  for (const row of rows) {
    const body = JSON.parse(row.body);
    // What touched it by the way is about something else.
    if (body?.id !== id) continue;
    const json = JSON.stringify(withoutWords(body, words));
    if (json !== row.body) sql.exec("UPDATE log SET body = ?, hash = '' WHERE id = ?", json, row.id);
  }
}

/** Whoever has left is let in no more, from the same moment on. */
function shutOut(sql: SqlStorage, record: Record, now: number): void {
  const member = Member.read(record);
  if (member?.left) revokeMember(sql, record.id, now, member.forgotten !== undefined);
}
