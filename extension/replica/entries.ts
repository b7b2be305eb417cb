import { Dexie, type PromiseExtended } from 'dexie';
import type { SentAction } from '../../shared/action.ts';
import { Evidence, isWithdrawn, saveEvidence } from '../../shared/evidence/evidence.ts';
import { pageKey } from '../../shared/evidence/page-key.ts';
import { keyOf, type Record } from '../../shared/record.ts';
import { type Database, getMeta, type OutboxRow, type SeenProblem } from './database.ts';
import type { Ahead } from './fold.ts';
import { isOfPage, recordsOfPage } from './of-page.ts';

/** One line of the log list, and where it stands. */
export interface Entry {
  record: Record<Evidence>;
  /** On this device · in the log · waiting until one side is updated · refused. */
  standing: 'device' | 'log' | 'held' | 'refused';
  problem?: SeenProblem;
  /** The outbox group behind it, where there is one. */
  group?: string;
  /** A change of it that was refused; the record is then the entry as it is without. */
  change?: SentAction;
}

/** What the outbox lays over the log: records as they will be, and the ids of those in the base that do not count. */
export interface EvidenceAhead {
  records: readonly Record[];
  hidden: ReadonlySet<string>;
}

const standings = { waiting: 'device', held: 'held', accepted: 'log', refused: 'refused' } as const;

/** What the outbox makes of the base, and the rows of which it was made. */
export type AheadNow = (more?: readonly OutboxRow[]) => PromiseExtended<Ahead & { rowsRead: OutboxRow[] }>;

/** Runs a query in which everything is read as it was at one moment. */
export type AtOnce = <T>(read: () => PromiseLike<T>) => PromiseExtended<T>;

/** The entries of the log, each with where it stands. Only those asked for are read. */
export function createEntries(db: Database, ahead: AheadNow, atOnce: AtOnce) {
  const entryOf = (record: Record, row?: OutboxRow): Entry[] => {
    const body = Evidence.read(record);
    if (!body) return [];
    const entry: Entry = { record: { ...record, body }, standing: row ? standings[row.state] : 'log' };
    if (row?.problem) entry.problem = row.problem;
    if (row) entry.group = row.id;
    return [entry];
  };

  /** What was refused is shown as its author made it, until the author edits or discards it. */
  const refusedEntries = (rows: readonly OutboxRow[], by: string): PromiseExtended<Entry[]> => {
    const changes = rows
      .filter(({ state }) => state === 'refused')
      .flatMap((row) => row.group.map((change) => ({ row, change, id: (change.body as { id: string }).id })))
      .filter(({ change }) => change.name.startsWith(`${Evidence.kind}.`));
    if (changes.length === 0) return Dexie.Promise.resolve([]);
    return db.records.bulkGet(changes.map(({ id }): [string, string] => [Evidence.kind, id])).then((presents) =>
      changes.flatMap(({ row, change, id }, i) => {
        const present = presents[i];
        if (change.name !== saveEvidence.name) {
          return present ? entryOf(present, row).map((entry) => ({ ...entry, change })) : [];
        }
        const body = { ...(change.body as object), id: undefined, by, at: change.at };
        return entryOf({ kind: Evidence.kind, id, v: Evidence.v, rev: 0, seq: 0, body }, row);
      }),
    );
  };

  return {
    /** The newest evidence, and before it everything of ours that was refused. */
    entries: (limit: number): Promise<Entry[]> =>
      atOnce(() => {
        const newest = db.records
          .where('[kind+body.at]')
          .between([Evidence.kind, -Infinity], [Evidence.kind, Infinity])
          .reverse()
          .limit(limit)
          .toArray();
        const read = Dexie.Promise.all([newest, ahead(), getMeta(db, 'session')] as const);
        return read.then(([base, now, session]) =>
          refusedEntries(now.rowsRead, session?.member ?? '').then((refused) => ({ base, ...now, refused })),
        );
      }).then(({ base, changes, rows, refused }) => {
        // What only failed to change stays in its place too: it is in the log as it was.
        const shown = new Set(refused.filter(({ change }) => !change).map((entry) => entry.record.id));
        const current = base.filter((record) => !changes.has(keyOf(record))).flatMap((record) => entryOf(record));
        for (const [key, record] of changes) {
          if (record.kind === Evidence.kind) current.push(...entryOf(record, rows.get(key)));
        }
        const rest = current
          .filter((entry) => !shown.has(entry.record.id))
          .sort((a, b) => (b.record.body?.at ?? 0) - (a.record.body?.at ?? 0));
        return [...refused, ...rest.slice(0, limit)];
      }),

    /** Everything of ours that was refused. */
    refused: (): PromiseExtended<Entry[]> =>
      Dexie.Promise.all([db.outbox.toArray(), getMeta(db, 'session')] as const).then(([rows, session]) =>
        refusedEntries(rows, session?.member ?? ''),
      ),

    /** What the outbox makes of the log: to be laid over what is known of the base. */
    evidenceAhead: (): PromiseExtended<EvidenceAhead> =>
      ahead().then(({ changes, rowsRead }) => {
        const records = [...changes.values()].filter(({ kind }) => kind === Evidence.kind);
        const refused = rowsRead
          .filter(({ state }) => state === 'refused')
          .flatMap(({ group }) => group.filter(({ name }) => name === saveEvidence.name));
        const hidden = [...records.map(({ id }) => id), ...refused.map(({ body }) => (body as { id: string }).id)];
        return { records, hidden: new Set(hidden) };
      }),

    /** Those with these ids that are there, by id; erased ones too. */
    these: (ids: readonly string[]): PromiseExtended<Map<string, Entry>> =>
      // At one moment, so that what leaves the outbox is never seen as it was before.
      atOnce(() => {
        const base = db.records.bulkGet(ids.map((id): [string, string] => [Evidence.kind, id]));
        return Dexie.Promise.all([base, ahead()] as const);
      }).then(([base, { changes, rows }]) => {
        const found = ids.flatMap((id, i): [string, Entry][] => {
          const key = keyOf({ kind: Evidence.kind, id });
          const record = changes.get(key) ?? base[i];
          if (!record) return [];
          const erased: Entry = { record: { ...record, body: null }, standing: 'log' };
          return [[id, entryOf(record, rows.get(key))[0] ?? erased]];
        });
        return new Map(found);
      }),

    /**
     * What is in the log of one page, by whatever address it is reached; oldest first, withdrawn ones left out. `key`
     * is the page's own, where it says another than its address; a file is known by its fingerprint too.
     */
    onPage: (url: string, key = pageKey(url), fingerprint?: string): Promise<Entry[]> =>
      atOnce(() => Dexie.Promise.all([recordsOfPage(db, url, key, fingerprint), ahead()] as const)).then(
        ([base, { changes, rows }]) => {
          const entries = base.filter((record) => !changes.has(keyOf(record))).flatMap((record) => entryOf(record));
          for (const [at, record] of changes) {
            if (record.kind === Evidence.kind) entries.push(...entryOf(record, rows.get(at)));
          }
          return entries
            .filter(
              ({ record: { body } }) => body?.source && isOfPage(body.source, key, fingerprint) && !isWithdrawn(body),
            )
            .sort((a, b) => (a.record.body?.at ?? 0) - (b.record.body?.at ?? 0));
        },
      ),
  };
}
