import type { Answer, Group } from '../../shared/action.ts';
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
import type { ArchiveStep, AskArchive } from '../../shared/cluster/archive.ts';
import type { AskExport } from '../../shared/cluster/export.ts';
import { Member } from '../../shared/cluster/members.ts';
import { can } from '../../shared/cluster/roles.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import type { Ref } from '../../shared/record.ts';
import { devicesOf, hashSecret } from '../access/credentials.ts';
import {
  foundCluster,
  invitations,
  invite,
  inviteDevice,
  issueCalendar,
  join,
  look,
  reissue,
  renewRecovery,
  revokeDevice,
  revokeInvitation,
} from '../access/entrance.ts';
import { createRates } from '../access/rates.ts';
import { dutiesOfAll } from '../reviews/duties.ts';
import type { Followed } from '../reviews/pages/follow-page.tsx';
import { type AskedWords, ask, beginAsking, day, follow, mostOfOne } from '../reviews/questions.ts';
import { archivePage } from './archive.ts';
import { type BlobType, getBlob, orphanAge, putBlob } from './blobs.ts';
import { calendarOf } from './calendar.ts';
import { changesPage } from './changes.ts';
import { ClusterCore, operator } from './cluster-core.ts';
import { exportPage } from './export.ts';
import { historyOf } from './history.ts';
import { closeLive } from './live.ts';
import { isRestoring, restoreBlob, restoreStep } from './restore.ts';
import { nextExpiry } from './retention.ts';

/** Pages of exports that one member may ask for in a minute. */
const exportPages = 60;

/**
 * One cluster: its records, its log, its secrets, its live sockets. Each method lets in, hands over to the module that
 * knows, and tells the live views what changed. Problems are values; only a mistake of ours is thrown.
 */
export class ClusterLog extends ClusterCore {
  /** Pages of exports, which cost more than anything else that one may ask. */
  readonly #exports = createRates(exportPages);
  /** Questions of one asker in a day. */
  readonly #askers = createRates(mostOfOne, day);

  async create(body: CreateCluster): Promise<Result<Joined>> {
    if (!this.open()) {
      if (isRestoring(this.sql)) return fail('exists');
      this.begin(body.id);
    }
    return foundCluster(this.house(), body);
  }

  async look(code: string): Promise<Result<LookAnswer>> {
    return this.open() ? look(this.house(), await hashSecret(code)) : fail('code-unknown');
  }

  async join(body: Join): Promise<Result<Joined>> {
    return this.open() ? join(this.house(), body) : fail('code-unknown');
  }

  async append(token: string, groups: Group[]): Promise<Result<Answer[]>> {
    const who = await this.letIn(token);
    if (!who.ok) return who;
    const { device, actor } = who.value;
    const authorNow = () => {
      const present = this.actorOf(actor.member);
      return present && { actor: present, device, now: Date.now() };
    };
    return ok(await this.appendGroups(groups, authorNow));
  }

  /** A page of changes as JSON. */
  async changes(token: string, after: number): Promise<Result<string>> {
    const who = await this.letIn(token);
    return who.ok ? ok(changesPage(this.sql, after, Date.now())) : who;
  }

  /** What was done to a record, as JSON. */
  async history(token: string, ref: Ref): Promise<Result<string>> {
    const who = await this.letIn(token);
    return who.ok ? historyOf(this.sql, ref) : who;
  }

  /** A page of everything about a member or of a school, as JSON: a coordinator may ask, and anyone about themselves. */
  async export(token: string, ask: AskExport): Promise<Result<string>> {
    const who = await this.letIn(token);
    if (!who.ok) return who;
    const { actor } = who.value;
    const self = ask.about === 'member' && ask.id === actor.member;
    if (!self && !can(actor, 'cluster.export')) return fail('not-allowed', 'cluster.export');
    if (!this.#exports.take(actor.member, Date.now())) return fail('too-many');
    return exportPage(this.sql, ask, Date.now());
  }

  /** A page of everything, as JSON, to be kept elsewhere. */
  async archive(token: string, ask: AskArchive): Promise<Result<string>> {
    const who = await this.letInWith(token, 'cluster.export');
    if (!who.ok) return who;
    if (!this.#exports.take(who.value.actor.member, Date.now())) return fail('too-many');
    return archivePage(this.sql, ask, Date.now());
  }

  async invitations(token: string): Promise<Result<Invitations>> {
    const who = await this.letInWith(token, 'member.invite');
    return who.ok ? ok(invitations(this.house())) : who;
  }

  async revokeInvitation(token: string, id: string): Promise<Result<object>> {
    const who = await this.letInWith(token, 'member.invite');
    return who.ok ? revokeInvitation(this.house(), id) : who;
  }

  async reissue(token: string, id: string): Promise<Result<Issued>> {
    const who = await this.letInWith(token, 'member.invite');
    return who.ok ? this.#issued(await reissue(this.house(), id)) : who;
  }

  async invite(token: string, body: Invite): Promise<Result<Issued>> {
    const who = await this.letInWith(token, 'member.invite');
    if (!who.ok) return who;
    return this.#issued(await invite(this.house(), body));
  }

  /** What was issued is swept away in the end. */
  async #issued(issued: Result<Issued>): Promise<Result<Issued>> {
    if (issued.ok) this.putDown({ what: 'codes.sweep', about: '', due: issued.value.expires });
    return issued;
  }

  async inviteDevice(token: string): Promise<Result<Issued>> {
    const who = await this.letIn(token);
    return who.ok ? this.#issued(ok(await inviteDevice(this.house(), who.value.actor.member))) : who;
  }

  /** Makes an address at which a calendar program finds what is due. */
  async issueCalendar(token: string): Promise<Result<Issued>> {
    const who = await this.letIn(token);
    return who.ok ? ok(await issueCalendar(this.house(), who.value.actor.member)) : who;
  }

  /** What is due, for a calendar program that has the address. Errors: `code-unknown`, `too-many`. */
  async calendar(code: string, address: string): Promise<Result<string>> {
    const reader = await this.letInCalendar(code);
    return reader.ok ? ok(calendarOf(this.sql, address, Date.now())) : reader;
  }

  async renewRecovery(token: string): Promise<Result<Issued>> {
    const who = await this.letIn(token);
    return who.ok ? ok(await renewRecovery(this.house(), who.value.actor.member)) : who;
  }

  async devices(token: string): Promise<Result<Devices>> {
    const who = await this.letIn(token);
    if (!who.ok) return who;
    const { actor, device } = who.value;
    const found = devicesOf(this.sql, can(actor, 'device.revoke') ? undefined : actor.member);
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
    const who = await this.letIn(token);
    if (!who.ok) return who;
    const { actor } = who.value;
    const revoked = revokeDevice(this.house(), device, actor.member, can(actor, 'device.revoke'));
    if (revoked.ok) closeLive(this.ctx, device);
    return revoked;
  }

  async putBlob(token: string, hash: string, type: BlobType, bytes: ArrayBuffer): Promise<Result<object>> {
    const who = await this.letInWith(token, 'evidence.save');
    if (!who.ok) return who;
    putBlob(this.sql, hash, type, bytes, Date.now());
    this.putDown({ what: 'blobs.sweep', about: '', due: Date.now() + orphanAge });
    return ok({});
  }

  async getBlob(token: string, hash: string): Promise<Result<{ type: string; bytes: ArrayBuffer }>> {
    const who = await this.letIn(token);
    if (!who.ok) return who;
    const blob = getBlob(this.sql, hash);
    return blob ? ok(blob) : fail('not-found');
  }

  /** From the public: a ticket with which one question can be asked. Errors: `questions-closed`, `too-many`. */
  async beginAsking(): Promise<Result<{ ticket: string }>> {
    return this.open() ? beginAsking(this.house()) : fail('questions-closed');
  }

  /** From the public: a question, and the code by which its asker follows it. `share` tells askers apart. */
  async ask(ticket: string, asked: AskedWords, share?: string): Promise<Result<{ code: string }>> {
    if (!this.open()) return fail('questions-closed');
    const hasShare = () => share === undefined || this.#askers.take(share, Date.now());
    return ask(this.house(), ticket, asked, hasShare);
  }

  /** From the public: how a question stands, for its asker. Error: `code-unknown`. */
  async followQuestion(code: string): Promise<Result<Followed>> {
    return this.open() ? follow(this.sql, code) : fail('code-unknown');
  }

  /** Operator: an invitation for a new coordinator. The caller has checked the operator's secret. */
  async inviteCoordinator(): Promise<Result<Issued>> {
    if (!this.open()) return fail('cluster-unknown');
    return this.#issued(await invite(this.house(), { role: 'coordinator', schools: [], uses: 1, days: 7 }));
  }

  /** Operator: the past, entry by entry, each as its author at its time. The caller has checked the secret. */
  async restore({ entries }: OperatorRestore): Promise<Result<Answer[]>> {
    if (!this.open()) return fail('cluster-unknown');
    const answers: Answer[] = [];
    for (const { by, at, id, name, body } of entries) {
      const actor = by === operator.member ? operator : this.actorOf(by);
      const author = actor && { actor, device: null, now: at };
      const answered = author && (await this.appendGroups([[{ id, name, body, at }]], () => author));
      answers.push(...(answered ?? [{ id, ...fail('missing', Member.kind) }]));
    }
    return ok(answers);
  }

  /** Operator: a step of making an empty cluster from an archive. The caller has checked the secret. */
  async restoreArchive(step: ArchiveStep): Promise<Result<object>> {
    if (this.open()) return fail('exists');
    const done = restoreStep(this.ctx.storage, step);
    if (!done.ok || step.step !== 'end') return done;
    // What would have been put down on the way is put down now.
    const now = Date.now();
    const expiry = nextExpiry(this.sql, now);
    if (expiry !== undefined) this.putDown({ what: 'evidence.expire', about: '', due: expiry });
    this.putDown({ what: 'blobs.sweep', about: '', due: now + orphanAge }, ...dutiesOfAll(this.sql, now));
    return done;
  }

  /** Operator: an image of the archive. The caller has checked the secret, and the hash. */
  async restoreBlob(hash: string, type: BlobType, bytes: ArrayBuffer): Promise<Result<object>> {
    return this.open() ? fail('exists') : restoreBlob(this.sql, hash, type, bytes, Date.now());
  }
}
