import { DurableObject } from 'cloudflare:workers';
import type { Answer, Catalogue, Group } from '../../shared/action.ts';
import { actions } from '../../shared/actions.ts';
import type {
  CreateCluster,
  Devices,
  Invitations,
  Invite,
  Issued,
  Join,
  Joined,
  LookAnswer,
  OperatorRestore,
} from '../../shared/cluster/access.ts';
import { editCluster } from '../../shared/cluster/cluster.ts';
import type { AskExport } from '../../shared/cluster/export.ts';
import { leaveCluster } from '../../shared/cluster/leaving.ts';
import { Member } from '../../shared/cluster/members.ts';
import { type Actor, type Capability, can } from '../../shared/cluster/roles.ts';
import { forgetMember } from '../../shared/evidence/forget.ts';
import { expireEvidence } from '../../shared/evidence/retention.ts';
import { newId } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import type { Ref } from '../../shared/record.ts';
import { closeCodes } from '../../shared/sync.ts';
import { credentialById, devicesOf, findCredential, hashSecret, sweepCodes } from '../access/credentials.ts';
import {
  foundCluster,
  type House,
  invitations,
  invite,
  inviteDevice,
  join,
  look,
  reissue,
  renewRecovery,
  revokeDevice,
  revokeInvitation,
} from '../access/entrance.ts';
import { createRates } from '../access/rates.ts';
import type { Env } from '../env.ts';
import { type Duties, doWhatIsDue, putDown } from './agenda.ts';
import { type Author, appendGroup, hashGroup } from './append.ts';
import { type BlobType, getBlob, orphanAge, putBlob, sweepBlobs } from './blobs.ts';
import { changesPage, headOf } from './changes.ts';
import { exportPage } from './export.ts';
import { historyOf } from './history.ts';
import { acceptLive, closeLive, closeRevoked, liveToken, pushChanges, refuseLive } from './live.ts';
import { snapshotOf } from './records.ts';
import { expiredEvidence, nextExpiry, retentionFrom } from './retention.ts';
import { exists, getMeta, migrate, setMeta } from './schema.ts';

/** Pages of exports that one member may ask for in a minute. */
const exportPages = 60;

const operator: Actor = { member: 'operator', role: 'operator', schools: [] };

interface Who {
  actor: Actor;
  device: string;
}

/**
 * One cluster: its records, its log, its secrets, its live sockets. Each method lets in (`#as`), hands over to the
 * module that knows, and tells the live views what changed. Problems are values; only a mistake of ours is thrown.
 */
export class ClusterLog extends DurableObject<Env> {
  /** The actions that this build knows. */
  protected readonly known: Catalogue = actions;
  readonly #sql = this.ctx.storage.sql;
  readonly #rates = createRates(Number(this.env.MEMBER_RATE));
  /** Pages of exports, which cost more than anything else that one may ask. */
  readonly #exports = createRates(exportPages);
  #ready = false;

  readonly #duties: Duties = {
    'blobs.sweep': (_, now) => sweepBlobs(this.#sql, now),
    'codes.sweep': (_, now) => sweepCodes(this.#sql, now),
    'evidence.expire': (_, now) => this.#expire(now),
  };

  /** Whether the cluster was created; if so its tables are up to date. A cluster that never was leaves nothing. */
  #open(): boolean {
    if (!this.#ready && exists(this.#sql)) {
      migrate(this.ctx.storage);
      this.#ready = true;
    }
    return this.#ready;
  }

  #house(): House {
    const now = Date.now();
    const author: Author = { actor: operator, device: null, now };
    return {
      sql: this.#sql,
      now,
      prepare: (name, body) => hashGroup([{ id: newId(now), name, body, at: now }]),
      append: (action) => appendGroup(this.ctx.storage, this.known, action, author)[0],
      together: (work) => this.#telling(() => this.ctx.storage.transactionSync(work)),
    };
  }

  /** Lets a device in. Errors: `cluster-unknown`, `no-credential`, `device-revoked`, `too-many`. */
  async #as(token: string): Promise<Result<Who>> {
    if (!this.#open()) return fail('cluster-unknown');
    const credential = findCredential(this.#sql, await hashSecret(token));
    if (credential?.kind !== 'device' || !credential.member) return fail('no-credential');
    if (credential.revoked !== null) return fail('device-revoked');
    if (!this.#rates.take(credential.member, Date.now())) return fail('too-many');
    const actor = this.#actor(credential.member);
    return actor ? ok({ actor, device: credential.id }) : fail('no-credential');
  }

  #actor(id: string): Actor | undefined {
    const record = snapshotOf(this.#sql).get({ kind: Member.kind, id });
    const member = record && Member.read(record);
    return member && !member.left ? { member: id, role: member.role, schools: member.schools } : undefined;
  }

  async #asWith(token: string, capability: Capability): Promise<Result<Who>> {
    const who = await this.#as(token);
    return who.ok && !can(who.value.actor, capability) ? fail('not-allowed', capability) : who;
  }

  /** Does something, and tells the live views once what it changed. */
  #telling<T>(work: () => T): T {
    const after = Number(getMeta(this.#sql, 'seq') ?? 0);
    const done = work();
    const seq = headOf(this.#sql);
    const time = Date.now();
    if (seq > after && this.ctx.getWebSockets().length > 0) {
      pushChanges(this.ctx, changesPage(this.#sql, after, time), { after, seq, time });
    }
    return done;
  }

  /** Appends groups one by one. Each has its author as they are then: the one before may have changed that. */
  async #append(groups: Group[], authorNow: () => Author | undefined): Promise<Answer[]> {
    const hashed = await Promise.all(groups.map(hashGroup));
    const answers = this.#telling(() =>
      hashed.flatMap((group) => {
        try {
          const author = authorNow();
          if (author) return appendGroup(this.ctx.storage, this.known, group, author);
          return group.map(({ sent: { id } }): Answer => ({ id, ok: false, problem: { code: 'device-revoked' } }));
        } catch (error) {
          // A mistake in a rule. Its group is rolled back and waits on its device; the others go on.
          console.error('append', group[0]?.sent.name, error instanceof Error ? error.message : 'failed');
          return group.map(({ sent: { id } }): Answer => ({ id, ok: false, problem: { code: 'server-error' } }));
        }
      }),
    );
    await this.#follow(groups);
    return answers;
  }

  /** What some actions bring about outside of the records. */
  async #follow(groups: Group[]): Promise<void> {
    const done = new Set(groups.flat().map(({ name }) => name));
    if (done.has(leaveCluster.name) || done.has(forgetMember.name)) {
      closeRevoked(this.ctx, (device) => credentialById(this.#sql, device)?.revoked !== null);
    }
    const from = done.has(editCluster.name) ? retentionFrom(this.#sql) : undefined;
    if (from !== undefined) await putDown(this.ctx, 'evidence.expire', '', from);
  }

  /** Lets go of what the cluster keeps no longer. */
  async #expire(now: number): Promise<number | undefined> {
    const author: Author = { actor: operator, device: null, now };
    for (;;) {
      const ids = expiredEvidence(this.#sql, now);
      if (ids.length === 0) break;
      const [answer] = await this.#append(
        [[{ id: newId(now), name: expireEvidence.name, body: { ids }, at: now }]],
        () => author,
      );
      if (!answer?.ok) throw new Error('Evidence could not be let go');
    }
    return nextExpiry(this.#sql, now);
  }

  async create(body: CreateCluster): Promise<Result<Joined>> {
    if (!this.#open()) {
      this.ctx.storage.transactionSync(() => {
        migrate(this.ctx.storage);
        setMeta(this.#sql, 'cluster', body.id);
        setMeta(this.#sql, 'seq', '0');
      });
      this.#ready = true;
    }
    return foundCluster(this.#house(), body);
  }

  async look(code: string): Promise<Result<LookAnswer>> {
    return this.#open() ? look(this.#house(), await hashSecret(code)) : fail('code-unknown');
  }

  async join(body: Join): Promise<Result<Joined>> {
    return this.#open() ? join(this.#house(), body) : fail('code-unknown');
  }

  async append(token: string, groups: Group[]): Promise<Result<Answer[]>> {
    const who = await this.#as(token);
    if (!who.ok) return who;
    const { device, actor } = who.value;
    const authorNow = () => {
      const present = this.#actor(actor.member);
      return present && { actor: present, device, now: Date.now() };
    };
    return ok(await this.#append(groups, authorNow));
  }

  /** A page of changes as JSON. */
  async changes(token: string, after: number): Promise<Result<string>> {
    const who = await this.#as(token);
    return who.ok ? ok(changesPage(this.#sql, after, Date.now())) : who;
  }

  /** What was done to a record, as JSON. */
  async history(token: string, ref: Ref): Promise<Result<string>> {
    const who = await this.#as(token);
    return who.ok ? historyOf(this.#sql, ref) : who;
  }

  /** A page of everything about a member or of a school, as JSON: a coordinator may ask, and anyone about themselves. */
  async export(token: string, ask: AskExport): Promise<Result<string>> {
    const who = await this.#as(token);
    if (!who.ok) return who;
    const { actor } = who.value;
    const self = ask.about === 'member' && ask.id === actor.member;
    if (!self && !can(actor, 'cluster.export')) return fail('not-allowed', 'cluster.export');
    if (!this.#exports.take(actor.member, Date.now())) return fail('too-many');
    return exportPage(this.#sql, ask, Date.now());
  }

  async invitations(token: string): Promise<Result<Invitations>> {
    const who = await this.#asWith(token, 'member.invite');
    return who.ok ? ok(invitations(this.#house())) : who;
  }

  async revokeInvitation(token: string, id: string): Promise<Result<object>> {
    const who = await this.#asWith(token, 'member.invite');
    return who.ok ? revokeInvitation(this.#house(), id) : who;
  }

  async reissue(token: string, id: string): Promise<Result<Issued>> {
    const who = await this.#asWith(token, 'member.invite');
    return who.ok ? this.#issued(await reissue(this.#house(), id)) : who;
  }

  async invite(token: string, body: Invite): Promise<Result<Issued>> {
    const who = await this.#asWith(token, 'member.invite');
    if (!who.ok) return who;
    return this.#issued(await invite(this.#house(), body));
  }

  /** What was issued is swept away in the end. */
  async #issued(issued: Result<Issued>): Promise<Result<Issued>> {
    if (issued.ok) await putDown(this.ctx, 'codes.sweep', '', issued.value.expires);
    return issued;
  }

  async inviteDevice(token: string): Promise<Result<Issued>> {
    const who = await this.#as(token);
    return who.ok ? this.#issued(ok(await inviteDevice(this.#house(), who.value.actor.member))) : who;
  }

  async renewRecovery(token: string): Promise<Result<Issued>> {
    const who = await this.#as(token);
    return who.ok ? ok(await renewRecovery(this.#house(), who.value.actor.member)) : who;
  }

  async devices(token: string): Promise<Result<Devices>> {
    const who = await this.#as(token);
    if (!who.ok) return who;
    const { actor, device } = who.value;
    const found = devicesOf(this.#sql, can(actor, 'device.revoke') ? undefined : actor.member);
    return ok({
      devices: found.map(({ id, member, name, made }) => ({
        id,
        member: member ?? '',
        name: name ?? '',
        added: made,
        current: id === device,
      })),
    });
  }

  async revokeDevice(token: string, device: string): Promise<Result<object>> {
    const who = await this.#as(token);
    if (!who.ok) return who;
    const { actor } = who.value;
    const revoked = revokeDevice(this.#house(), device, actor.member, can(actor, 'device.revoke'));
    if (revoked.ok) closeLive(this.ctx, device);
    return revoked;
  }

  async putBlob(token: string, hash: string, type: BlobType, bytes: ArrayBuffer): Promise<Result<object>> {
    const who = await this.#asWith(token, 'evidence.save');
    if (!who.ok) return who;
    putBlob(this.#sql, hash, type, bytes, Date.now());
    await putDown(this.ctx, 'blobs.sweep', '', Date.now() + orphanAge);
    return ok({});
  }

  async getBlob(token: string, hash: string): Promise<Result<{ type: string; bytes: ArrayBuffer }>> {
    const who = await this.#as(token);
    if (!who.ok) return who;
    const blob = getBlob(this.#sql, hash);
    return blob ? ok(blob) : fail('not-found');
  }

  /** Operator: an invitation for a new coordinator. The caller has checked the operator's secret. */
  async inviteCoordinator(): Promise<Result<Issued>> {
    if (!this.#open()) return fail('cluster-unknown');
    return this.#issued(await invite(this.#house(), { role: 'coordinator', schools: [], uses: 1, days: 7 }));
  }

  /** Operator: the past, entry by entry, each as its author at its time. The caller has checked the secret. */
  async restore({ entries }: OperatorRestore): Promise<Result<Answer[]>> {
    if (!this.#open()) return fail('cluster-unknown');
    const answers: Answer[] = [];
    for (const { by, at, id, name, body } of entries) {
      const actor = by === operator.member ? operator : this.#actor(by);
      const author = actor && { actor, device: null, now: at };
      const answered = author && (await this.#append([[{ id, name, body, at }]], () => author));
      answers.push(...(answered ?? [{ id, ...fail('missing', Member.kind) }]));
    }
    return ok(answers);
  }

  /** The live socket. */
  override async fetch(request: Request): Promise<Response> {
    const who = await this.#as(liveToken(request) ?? '');
    if (who.ok) return acceptLive(this.ctx, who.value.device, headOf(this.#sql));
    const { code } = who.problem;
    return refuseLive(code === 'device-revoked' || code === 'no-credential' ? closeCodes.revoked : 1013);
  }

  override webSocketMessage(): void {
    // Clients only listen; signs of life are answered without waking us.
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
  }

  override async alarm(): Promise<void> {
    if (this.#open()) await doWhatIsDue(this.ctx, this.#duties, Date.now());
  }
}
