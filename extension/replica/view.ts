import { Dexie } from 'dexie';
import type { Action, Catalogue } from '../../shared/action.ts';
import { Member } from '../../shared/cluster/members.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import type { Changes } from '../../shared/fold.ts';
import { newId } from '../../shared/ids.ts';
import { type Kind, keyOf, type Record } from '../../shared/record.ts';
import { type Database, getMeta, type Meta, type OutboxRow, type SeenProblem } from './database.ts';
import { type AtOnce, createEntries } from './entries.ts';
import { createEvidenceSince } from './evidence-since.ts';
import type { Ahead } from './fold.ts';
import { loadOnce } from './load-once.ts';
import { recordsOfKind } from './records-of-kind.ts';
import type { Sessions } from './session.ts';

/** How this device stands with the cluster. */
export interface Standing {
  reach?: Meta['reach'];
  closed?: Meta['closed'];
  waiting: number;
  held: number;
  refused: number;
}

/** For each kind, its records. */
export type Lists<Kinds> = { [Name in keyof Kinds]: Record<Kinds[Name] extends Kind<infer Body> ? Body : never>[] };

/**
 * What screens read: the outbox folded over the base, anew at each call. Every method is a query that Dexie's live
 * queries can follow. Only the records asked for are read, whatever the size of the replica.
 */
export function createView(db: Database, sessions: Sessions, now: () => number, known?: Catalogue) {
  // Most views open with nothing to fold.
  let fold: typeof import('./folding.ts') | undefined;
  const loadFold = loadOnce(async () => {
    fold = await import('./folding.ts');
    return fold;
  });
  const actor = async (): Promise<Actor | undefined> => {
    const session = await sessions.stored();
    const record = session && (await db.records.get([Member.kind, session.member]));
    const member = record && Member.read(record);
    return member ? { member: session.member, role: member.role, schools: member.schools } : undefined;
  };

  const ahead = async (more: OutboxRow[] = []): Promise<Ahead & { rowsRead: OutboxRow[] }> => {
    const [rows, acting, skew] = await Promise.all([db.outbox.toArray(), actor(), getMeta(db, 'skew')]);
    const all = [...rows, ...more];
    if (!acting || all.length === 0) {
      return { changes: new Map(), rows: new Map(), refusals: new Map(), rowsRead: all };
    }
    // Seldom not there yet: for what is asked ahead of any outbox, and for a row that came in this very moment.
    const { actions, foldAhead } = fold ?? (await Dexie.waitFor(loadFold()));
    return { ...(await foldAhead(db, known ?? actions, acting, all, skew ?? 0)), rowsRead: all };
  };

  const laidOver = async <Body>(kind: Kind<Body>, changes: Changes): Promise<Record<Body>[]> => {
    const base = await recordsOfKind(db, kind.kind);
    const laid = base.filter((record) => !changes.has(keyOf(record)));
    for (const record of changes.values()) if (record.kind === kind.kind) laid.push(record);
    return laid
      .filter((record) => record.body !== null)
      .sort((a, b) => a.seq - b.seq)
      .map((record) => ({ ...record, body: kind.read(record) }));
  };

  /**
   * Reads base and outbox at one moment, so that nothing is missing or there twice that is just on its way from one to
   * the other. What folds is loaded before, where there is something to fold: no transaction waits for a module.
   */
  const atOnce: AtOnce = async (read) => {
    if (!fold && (await db.outbox.count()) > 0) await Promise.resolve(loadFold());
    return db.transaction('r', db.records, db.outbox, db.meta, read);
  };

  return {
    actor,
    atOnce,
    ...createEntries(db, sessions, ahead, atOnce),
    ...createEvidenceSince(db, ahead, atOnce),

    /** The records of a kind, oldest first, erased ones left out. For kinds of which there are few. */
    list: <Body>(kind: Kind<Body>): Promise<Record<Body>[]> =>
      atOnce(async () => laidOver(kind, (await ahead()).changes)),

    /** The same for several kinds at once, as they are at one moment; the outbox is folded once for all. */
    lists: <Kinds extends { [name: string]: Kind<unknown> }>(kinds: Kinds): Promise<Lists<Kinds>> =>
      atOnce(async () => {
        const { changes } = await ahead();
        const each = Object.entries(kinds).map(async ([name, kind]) => [name, await laidOver(kind, changes)] as const);
        return Object.fromEntries(await Promise.all(each)) as Lists<Kinds>;
      }),

    get: <Body>(kind: Kind<Body>, id: string): Promise<Record<Body> | undefined> =>
      atOnce(async () => {
        const [base, { changes }] = await Promise.all([db.records.get([kind.kind, id]), ahead()]);
        const record = changes.get(keyOf({ kind: kind.kind, id })) ?? base;
        return record && { ...record, body: kind.read(record) };
      }),

    /** Who we are in the cluster. */
    async me(): Promise<{ actor: Actor; name: string } | undefined> {
      const acting = await actor();
      const record = acting && (await db.records.get([Member.kind, acting.member]));
      return acting && { actor: acting, name: (record && Member.read(record)?.name) ?? '' };
    },

    /** Why an action would be refused, as far as this device knows, or `undefined`. Nothing is written. */
    async refusal<Body>(action: Action<string, Body>, body: Body): Promise<SeenProblem | undefined> {
      await Promise.resolve(loadFold());
      const id = newId(now());
      const row: OutboxRow = { id, group: [{ id, name: action.name, body, at: now() }], state: 'waiting' };
      return atOnce(async () => ((await actor()) ? (await ahead([row])).refusals.get(id) : { code: 'no-credential' }));
    },

    async standing(): Promise<Standing> {
      const [rows, reach, closed] = await Promise.all([
        db.outbox.toArray(),
        getMeta(db, 'reach'),
        getMeta(db, 'closed'),
      ]);
      const count = (state: OutboxRow['state']) => rows.filter((row) => row.state === state).length;
      return { reach, closed, waiting: count('waiting'), held: count('held'), refused: count('refused') };
    },
  };
}

export type View = ReturnType<typeof createView>;
