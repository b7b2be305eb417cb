import type { SentAction } from '../../shared/action.ts';
import { Evidence, isWithdrawn, saveEvidence } from '../../shared/evidence/evidence.ts';
import { pageKey } from '../../shared/evidence/page-key.ts';
import { keyOf, type Record } from '../../shared/record.ts';
import type { Database, OutboxRow, SeenProblem } from './database.ts';
import type { Ahead } from './fold.ts';
import { recordsOfPage } from './of-page.ts';
import type { Sessions } from './session.ts';

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
export type AheadNow = () => Promise<Ahead & { rowsRead: OutboxRow[] }>;

/** Runs a query in which everything is read as it was at one moment. */
export type AtOnce = <T>(read: () => Promise<T>) => Promise<T>;

/** The entries of the log, each with where it stands. Only those asked for are read. */
export function createEntries(db: Database, sessions: Sessions, ahead: AheadNow, atOnce: AtOnce) {
  const entryOf = (record: Record, row?: OutboxRow): Entry[] => {
    const body = Evidence.read(record);
    if (!body) return [];
    const entry: Entry = { record: { ...record, body }, standing: row ? standings[row.state] : 'log' };
    if (row?.problem) entry.problem = row.problem;
    if (row) entry.group = row.id;
    return [entry];
  };

  /** What was refused is shown as its author made it, until the author edits or discards it. */
  const refusedEntries = async (rows: readonly OutboxRow[], by: string): Promise<Entry[]> => {
    const found: Entry[] = [];
    for (const row of rows) {
      if (row.state !== 'refused') continue;
      for (const change of row.group) {
        const { id, ...words } = change.body as { id: string };
        if (change.name === saveEvidence.name) {
          const body = { ...words, by, at: change.at };
          found.push(...entryOf({ kind: Evidence.kind, id, v: Evidence.v, rev: 0, seq: 0, body } as Record, row));
        } else if (change.name.startsWith(`${Evidence.kind}.`)) {
          const present = await db.records.get([Evidence.kind, id]);
          if (present) found.push(...entryOf(present, row).map((entry) => ({ ...entry, change })));
        }
      }
    }
    return found;
  };

  return {
    /** The newest evidence, and before it everything of ours that was refused. */
    entries: (limit: number): Promise<Entry[]> =>
      atOnce(async () => {
        const [base, { changes, rows, rowsRead }, session] = await Promise.all([
          db.records
            .where('[kind+body.at]')
            .between([Evidence.kind, -Infinity], [Evidence.kind, Infinity])
            .reverse()
            .limit(limit)
            .toArray(),
          ahead(),
          sessions.stored(),
        ]);
        const refused = await refusedEntries(rowsRead, session?.member ?? '');
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
    async refused(): Promise<Entry[]> {
      const [rows, session] = await Promise.all([db.outbox.toArray(), sessions.stored()]);
      return refusedEntries(rows, session?.member ?? '');
    },

    /** What the outbox makes of the log: to be laid over what is known of the base. */
    async evidenceAhead(): Promise<EvidenceAhead> {
      const { changes, rowsRead } = await ahead();
      const records = [...changes.values()].filter(({ kind }) => kind === Evidence.kind);
      const refused = rowsRead
        .filter(({ state }) => state === 'refused')
        .flatMap(({ group }) => group.filter(({ name }) => name === saveEvidence.name));
      const hidden = [...records.map(({ id }) => id), ...refused.map(({ body }) => (body as { id: string }).id)];
      return { records, hidden: new Set(hidden) };
    },

    /** Those with these ids that are there, by id; erased ones too. */
    async these(ids: readonly string[]): Promise<Map<string, Entry>> {
      // At one moment, so that what leaves the outbox is never seen as it was before.
      const [base, { changes, rows }] = await atOnce(() =>
        Promise.all([db.records.bulkGet(ids.map((id): [string, string] => [Evidence.kind, id])), ahead()]),
      );
      const found = ids.flatMap((id, i): [string, Entry][] => {
        const key = keyOf({ kind: Evidence.kind, id });
        const record = changes.get(key) ?? base[i];
        if (!record) return [];
        const erased: Entry = { record: { ...record, body: null }, standing: 'log' };
        return [[id, entryOf(record, rows.get(key))[0] ?? erased]];
      });
      return new Map(found);
    },

    /** What is in the log of one page, by whatever address it is reached; oldest first, withdrawn ones left out. */
    onPage: (url: string): Promise<Entry[]> =>
      atOnce(async () => {
        const [base, { changes, rows }] = await Promise.all([recordsOfPage(db, url), ahead()]);
        const key = pageKey(url);
        const entries = base.filter((record) => !changes.has(keyOf(record))).flatMap((record) => entryOf(record));
        for (const [at, record] of changes) {
          if (record.kind === Evidence.kind) entries.push(...entryOf(record, rows.get(at)));
        }
        return entries
          .filter(({ record: { body } }) => body?.source && pageKey(body.source.url) === key && !isWithdrawn(body))
          .sort((a, b) => (a.record.body?.at ?? 0) - (b.record.body?.at ?? 0));
      }),
  };
}
