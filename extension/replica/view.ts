import { Dexie, type PromiseExtended } from 'dexie';
import type { Action, Catalogue } from '../../shared/action.ts';
import { Member } from '../../shared/cluster/member-kind.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import type { Changes } from '../../shared/fold.ts';
import { newId } from '../../shared/ids.ts';
import { type Kind, keyOf, type Record } from '../../shared/record.ts';
import { type Database, getMeta, type Meta, type OutboxRow, type SeenProblem } from './database.ts';
import { type AheadNow, type AtOnce, createEntries } from './entries.ts';
import { createEvidenceSince } from './evidence-since.ts';
import { loadOnce } from './load-once.ts';
import { recordsOfKind } from './records-of-kind.ts';

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

type Folding = typeof import('./folding.ts');

/**
 * What screens read: the outbox folded over the base, anew at each call. Every method is a query that Dexie's live
 * queries can follow. Only the records asked for are read, whatever the size of the replica.
 */
export function createView(db: Database, now: () => number, known?: Catalogue) {
  // Most views open with nothing to fold.
  let fold: Folding | undefined;
  const loadFold = loadOnce(async () => {
    fold = await import('./folding.ts');
    return fold;
  });
  const naming = loadOnce(() => import('./evidence-naming.ts'));
  const self = (): PromiseExtended<{ id: string; member: Member } | undefined> =>
    getMeta(db, 'session').then((session) =>
      session
        ? db.records.get([Member.kind, session.member]).then((record) => {
            const member = record && Member.read(record);
            return member && !member.left ? { id: session.member, member } : undefined;
          })
        : undefined,
    );
  const actorOf = ({ id, member: { role, schools } }: { id: string; member: Member }): Actor => ({
    member: id,
    role,
    schools,
  });
  const actor = (): PromiseExtended<Actor | undefined> => self().then((me) => me && actorOf(me));

  const ahead: AheadNow = (more = []) =>
    Dexie.Promise.all([db.outbox.toArray(), actor(), getMeta(db, 'skew')] as const).then(([rows, acting, skew]) => {
      const rowsRead = [...rows, ...more];
      if (!acting || rowsRead.length === 0) {
        return { changes: new Map(), rows: new Map(), refusals: new Map(), rowsRead };
      }
      const foldWith = ({ actions, foldAhead }: Folding) =>
        foldAhead(db, known ?? actions, acting, rowsRead, skew ?? 0).then((folded) => ({ ...folded, rowsRead }));
      // Seldom not there yet: for a row that came in this very moment.
      return fold ? foldWith(fold) : Dexie.Promise.resolve(Dexie.waitFor(loadFold())).then(foldWith);
    });

  const laidOver = <Body>(kind: Kind<Body>, base: readonly Record[], changes: Changes): Record<Body>[] => {
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
  const atOnce: AtOnce = (read) => {
    const readNow = () => db.transaction('r', db.records, db.outbox, db.meta, read);
    if (fold) return readNow();
    return db.outbox.count().then((rows) => (rows > 0 ? Dexie.Promise.resolve(loadFold()).then(readNow) : readNow()));
  };

  const refusalTogether = (
    steps: readonly { action: Action; body: unknown }[],
  ): PromiseExtended<SeenProblem | undefined> => {
    const group = steps.map(({ action, body }) => ({ id: newId(now()), name: action.name, body, at: now() }));
    const id = group[0]?.id ?? '';
    const row: OutboxRow = { id, group, state: 'waiting' };
    const ask = () =>
      atOnce(() =>
        Dexie.Promise.all([actor(), ahead([row])] as const).then(([acting, { refusals }]) =>
          acting ? refusals.get(id) : { code: 'no-credential' },
        ),
      );
    return fold ? ask() : Dexie.Promise.resolve(loadFold()).then(ask);
  };

  return {
    actor,
    atOnce,
    ...createEntries(db, ahead, atOnce),
    ...createEvidenceSince(db, ahead, atOnce),

    /** What names a school, by its numbers or its name: newest first. */
    async evidenceNaming(school: { name: string; urns: readonly string[] }) {
      const { evidenceNaming } = await Promise.resolve(naming());
      return evidenceNaming(db, ahead, school);
    },

    /** The records of a kind, oldest first, erased ones left out. For kinds of which there are few. */
    list: <Body>(kind: Kind<Body>): Promise<Record<Body>[]> =>
      atOnce(() =>
        Dexie.Promise.all([recordsOfKind(db, kind.kind), ahead()] as const).then(([base, { changes }]) =>
          laidOver(kind, base, changes),
        ),
      ),

    /** The same for several kinds at once, as they are at one moment; the outbox is folded once for all. */
    lists: <Kinds extends { [name: string]: Kind<unknown> }>(kinds: Kinds): Promise<Lists<Kinds>> =>
      atOnce(() => {
        const named = Object.entries(kinds);
        const bases = named.map(([, { kind }]) => recordsOfKind(db, kind));
        return Dexie.Promise.all([ahead(), Dexie.Promise.all(bases)] as const).then(([{ changes }, found]) => {
          const laid = named.map(([name, kind], i) => [name, laidOver(kind, found[i] ?? [], changes)]);
          return Object.fromEntries(laid) as Lists<Kinds>;
        });
      }),

    get: <Body>(kind: Kind<Body>, id: string): Promise<Record<Body> | undefined> =>
      atOnce(() =>
        Dexie.Promise.all([db.records.get([kind.kind, id]), ahead()] as const).then(([base, { changes }]) => {
          const record = changes.get(keyOf({ kind: kind.kind, id })) ?? base;
          return record && { ...record, body: kind.read(record) };
        }),
      ),

    /** Who we are in the cluster. */
    me: (): PromiseExtended<{ actor: Actor; name: string } | undefined> =>
      self().then((me) => me && { actor: actorOf(me), name: me.member.name }),

    /** Why an action would be refused, as far as this device knows, or `undefined`. Nothing is written. */
    refusal: <Body>(action: Action<string, Body>, body: Body): Promise<SeenProblem | undefined> =>
      refusalTogether([{ action: action as Action, body }]),

    /** The same of actions that stand or fall together. */
    refusalTogether,

    standing: (): PromiseExtended<Standing> =>
      Dexie.Promise.all([db.outbox.toArray(), getMeta(db, 'reach'), getMeta(db, 'closed')] as const).then(
        ([rows, reach, closed]) => {
          const count = (state: OutboxRow['state']) => rows.filter((row) => row.state === state).length;
          return { reach, closed, waiting: count('waiting'), held: count('held'), refused: count('refused') };
        },
      ),
  };
}

export type View = ReturnType<typeof createView>;
