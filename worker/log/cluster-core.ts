import { DurableObject } from 'cloudflare:workers';
import type { Answer, Catalogue, Group } from '../../shared/action.ts';
import { actions } from '../../shared/actions.ts';
import { editCluster } from '../../shared/cluster/cluster.ts';
import { leaveCluster } from '../../shared/cluster/leaving.ts';
import { Member } from '../../shared/cluster/members.ts';
import { type Actor, type Capability, can } from '../../shared/cluster/roles.ts';
import { expireEvidence } from '../../shared/evidence/retention.ts';
import { newId } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import { forgetMember } from '../../shared/reviews/forget.ts';
import { closeCodes } from '../../shared/sync.ts';
import { credentialById, findCredential, hashSecret, sweepCodes } from '../access/credentials.ts';
import type { House } from '../access/entrance.ts';
import { createRates } from '../access/rates.ts';
import type { Env } from '../env.ts';
import { dutiesAfter, reviewDuties } from '../reviews/duties.ts';
import { forgetPages } from '../reviews/forget-pages.ts';
import { arm, type Due, type Duties, doWhatIsDue, putDown, putDownRows, rearm } from './agenda.ts';
import { type Also, type Author, appendGroup, hashGroup } from './append.ts';
import { sweepBlobs } from './blobs.ts';
import { changesPage, headOf } from './changes.ts';
import { acceptLive, closeRevoked, liveToken, pushChanges, refuseLive } from './live.ts';
import { snapshotOf } from './records.ts';
import { isRestoring } from './restore.ts';
import { expiredEvidence, nextExpiry, retentionFrom } from './retention.ts';
import { exists, getMeta, migrate, setMeta } from './schema.ts';

export const operator: Actor = { member: 'operator', role: 'operator', schools: [] };

export interface Who {
  actor: Actor;
  device: string;
}

/**
 * What every call to a cluster stands on: letting in, appending, telling the live views, what is due. What can be
 * asked of a cluster is in `ClusterLog`.
 */
export abstract class ClusterCore extends DurableObject<Env> {
  /** The actions that this build knows. */
  protected readonly known: Catalogue = actions;
  protected readonly sql = this.ctx.storage.sql;
  readonly #rates = createRates(Number(this.env.MEMBER_RATE));
  #ready = false;
  /** Whether something was put down for which the alarm is not set yet. */
  #unarmed = false;

  readonly #duties: Duties = {
    'blobs.sweep': (_, now) => sweepBlobs(this.sql, now),
    'codes.sweep': (_, now) => sweepCodes(this.sql, now),
    'evidence.expire': (_, now) => this.#expire(now),
    ...reviewDuties({
      sql: this.sql,
      public: this.env.PUBLIC,
      object: this.ctx.id.toString(),
      arrived: (slug) => forgetPages(this.ctx.exports, slug),
      act: ({ name }, body) => this.#act(name, body),
    }),
  };

  /**
   * Whether the cluster was created; if so its tables are up to date. A cluster that never was leaves nothing, and one
   * that is being made from an archive is not there before it is whole.
   */
  protected open(): boolean {
    if (!this.#ready && exists(this.sql) && !isRestoring(this.sql)) {
      migrate(this.ctx.storage);
      this.#ready = true;
      this.ctx.waitUntil(rearm(this.ctx));
    }
    return this.#ready;
  }

  protected house(): House {
    const now = Date.now();
    const author: Author = { actor: operator, device: null, now };
    return {
      sql: this.sql,
      now,
      prepare: (name, body) => hashGroup([{ id: newId(now), name, body, at: now }]),
      append: (action) => appendGroup(this.ctx.storage, this.known, action, author, this.#also(now))[0],
      together: (work) => this.telling(() => this.ctx.storage.transactionSync(work)),
    };
  }

  /** Lets a device in. Errors: `cluster-unknown`, `no-credential`, `device-revoked`, `too-many`. */
  protected async letIn(token: string): Promise<Result<Who>> {
    if (!this.open()) return fail('cluster-unknown');
    const credential = findCredential(this.sql, await hashSecret(token));
    if (credential?.kind !== 'device' || !credential.member) return fail('no-credential');
    if (credential.revoked !== null) return fail('device-revoked');
    if (!this.#rates.take(credential.member, Date.now())) return fail('too-many');
    const actor = this.actorOf(credential.member);
    return actor ? ok({ actor, device: credential.id }) : fail('no-credential');
  }

  /** Lets a calendar program read what is due, for a member who is still in. Errors: `code-unknown`, `too-many`. */
  protected async letInCalendar(code: string): Promise<Result<Actor>> {
    const credential = this.open() ? findCredential(this.sql, await hashSecret(code)) : undefined;
    const actor = credential?.kind === 'calendar' && credential.member ? this.actorOf(credential.member) : undefined;
    if (!actor) return fail('code-unknown');
    return this.#rates.take(actor.member, Date.now()) ? ok(actor) : fail('too-many');
  }

  protected actorOf(id: string): Actor | undefined {
    const record = snapshotOf(this.sql).get({ kind: Member.kind, id });
    const member = record && Member.read(record);
    return member && !member.left ? { member: id, role: member.role, schools: member.schools } : undefined;
  }

  protected async letInWith(token: string, capability: Capability): Promise<Result<Who>> {
    const who = await this.letIn(token);
    return who.ok && !can(who.value.actor, capability) ? fail('not-allowed', capability) : who;
  }

  /** Does something, and tells the live views once what it changed. */
  protected telling<T>(work: () => T): T {
    const after = Number(getMeta(this.sql, 'seq') ?? 0);
    const done = work();
    this.#arm();
    const seq = headOf(this.sql);
    const time = Date.now();
    if (seq > after && this.ctx.getWebSockets().length > 0) {
      pushChanges(this.ctx, changesPage(this.sql, after, time), { after, seq, time });
    }
    return done;
  }

  /** Appends groups one by one. Each has its author as they are then: the one before may have changed that. */
  protected async appendGroups(groups: Group[], authorNow: () => Author | undefined): Promise<Answer[]> {
    const hashed = await Promise.all(groups.map(hashGroup));
    const answers = this.telling(() =>
      hashed.flatMap((group) => {
        try {
          const author = authorNow();
          if (author) return appendGroup(this.ctx.storage, this.known, group, author, this.#also(Date.now()));
          return group.map(({ sent: { id } }): Answer => ({ id, ok: false, problem: { code: 'device-revoked' } }));
        } catch (error) {
          // A mistake in a rule. Its group is rolled back and waits on its device; the others go on.
          console.error('append', group[0]?.sent.name, error instanceof Error ? error.message : 'failed');
          return group.map(({ sent: { id } }): Answer => ({ id, ok: false, problem: { code: 'server-error' } }));
        }
      }),
    );
    this.#follow(groups);
    return answers;
  }

  /** What some actions bring about outside of the records. */
  #follow(groups: Group[]): void {
    const done = new Set(groups.flat().map(({ name }) => name));
    if (done.has(leaveCluster.name) || done.has(forgetMember.name)) {
      closeRevoked(this.ctx, (device) => credentialById(this.sql, device)?.revoked !== null);
    }
    const from = done.has(editCluster.name) ? retentionFrom(this.sql) : undefined;
    if (from !== undefined) this.putDown({ what: 'evidence.expire', about: '', due: from });
  }

  /** Puts things down, to be done when they are due. */
  protected putDown(...rows: Due[]): void {
    for (const { what, about, due } of rows) this.ctx.waitUntil(putDown(this.ctx, what, about, due));
  }

  /** What is put down with a group, in its own transaction. */
  #also(now: number): Also {
    return (folded) => {
      const rows = dutiesAfter(this.sql, folded, now);
      if (rows.length === 0) return;
      putDownRows(this.sql, rows);
      this.#unarmed = true;
    };
  }

  /** Before anything is waited for: what was written and the alarm are on disk together, or neither. */
  #arm(): void {
    if (!this.#unarmed) return;
    this.#unarmed = false;
    this.ctx.waitUntil(arm(this.ctx));
  }

  /** Appends an action of the operator's. */
  async #act(name: string, body: object): Promise<Answer | undefined> {
    const now = Date.now();
    const author: Author = { actor: operator, device: null, now };
    const [answer] = await this.appendGroups([[{ id: newId(now), name, body, at: now }]], () => author);
    return answer;
  }

  /** Lets go of what the cluster keeps no longer. */
  async #expire(now: number): Promise<number | undefined> {
    for (;;) {
      const ids = expiredEvidence(this.sql, now);
      if (ids.length === 0) break;
      const answer = await this.#act(expireEvidence.name, { ids });
      if (!answer?.ok) throw new Error('Evidence could not be let go');
    }
    return nextExpiry(this.sql, now);
  }

  /** Makes the tables of a cluster that is new. */
  protected begin(cluster: string): void {
    this.ctx.storage.transactionSync(() => {
      migrate(this.ctx.storage);
      setMeta(this.sql, 'cluster', cluster);
      setMeta(this.sql, 'seq', '0');
    });
    this.#ready = true;
  }

  /** The live socket. */
  override async fetch(request: Request): Promise<Response> {
    const who = await this.letIn(liveToken(request) ?? '');
    if (who.ok) return acceptLive(this.ctx, who.value.device, headOf(this.sql));
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
    if (this.open()) await doWhatIsDue(this.ctx, this.#duties, Date.now());
  }
}
