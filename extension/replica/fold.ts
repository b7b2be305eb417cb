import { Dexie, type PromiseExtended } from 'dexie';
import { type Catalogue, parseAction } from '../../shared/action.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import { type Changes, foldGroup, overlay, type Snapshot } from '../../shared/fold.ts';
import { keyOf, type Record, type Ref } from '../../shared/record.ts';
import type { Database, OutboxRow, SeenProblem } from './database.ts';
import { recordsOfKind } from './records-of-kind.ts';

/** The part of the base that rules have asked for so far. Rules are synchronous and the database is not. */
function partOf(db: Database) {
  const records = new Map<string, Record | undefined>();
  const kinds = new Map<string, Record[]>();
  const wantedRecords = new Map<string, Ref>();
  const wantedKinds = new Set<string>();
  const snapshot: Snapshot = {
    get(ref) {
      const key = keyOf(ref);
      if (!records.has(key)) wantedRecords.set(key, { kind: ref.kind, id: ref.id });
      return records.get(key);
    },
    list(kind) {
      if (!kinds.has(kind)) wantedKinds.add(kind);
      return kinds.get(kind) ?? [];
    },
  };
  /** Fetches what was asked for; answers whether there was anything. */
  const fetchWanted = (): PromiseExtended<boolean> => {
    const refs = [...wantedRecords.values()];
    const names = [...wantedKinds];
    if (refs.length === 0 && names.length === 0) return Dexie.Promise.resolve(false);
    wantedRecords.clear();
    wantedKinds.clear();
    const found = refs.length > 0 ? db.records.bulkGet(refs.map(({ kind, id }) => [kind, id])) : undefined;
    return Dexie.Promise.all([found, ...names.map((kind) => recordsOfKind(db, kind))]).then(([present, ...lists]) => {
      for (const [i, ref] of refs.entries()) records.set(keyOf(ref), present?.[i]);
      for (const [i, kind] of names.entries()) kinds.set(kind, lists[i] as Record[]);
      return true;
    });
  };
  return { snapshot, fetchWanted };
}

/** What the outbox makes of the base: records by key, the row that changed each last, and what would be refused now. */
export interface Ahead {
  changes: Changes;
  rows: Map<string, OutboxRow>;
  refusals: Map<string, SeenProblem>;
}

/**
 * Folds groups over the base in the order in which they were made. Refused ones are left out, so that no ghost
 * survives a refusal. Rules run again until everything that they read is at hand: once or twice.
 */
export function foldAhead(
  db: Database,
  known: Catalogue,
  actor: Actor,
  rows: readonly OutboxRow[],
  skew: number,
): PromiseExtended<Ahead> {
  const part = partOf(db);
  for (const action of rows.flatMap((row) => row.group)) {
    const parsed = parseAction(known, action);
    if (!parsed.ok) continue;
    for (const read of parsed.value.action.reads(parsed.value.body)) {
      if ('id' in read) part.snapshot.get(read);
      // What others name is asked for by the rule itself, once it has read them.
      else if (!('some' in read)) part.snapshot.list(read.kind);
    }
  }
  const fold = (): PromiseExtended<Ahead> => {
    const ahead = foldOnce(part.snapshot, known, actor, rows, skew);
    return part.fetchWanted().then((more) => (more ? fold() : ahead));
  };
  return part.fetchWanted().then(fold);
}

function foldOnce(base: Snapshot, known: Catalogue, actor: Actor, rows: readonly OutboxRow[], skew: number): Ahead {
  const ahead: Ahead = { changes: new Map(), rows: new Map(), refusals: new Map() };
  const view = overlay(base, ahead.changes);
  for (const row of rows) {
    if (row.state === 'refused') continue;
    const now = (row.group[0]?.at ?? 0) + skew;
    const seq = row.seq ?? Number.MAX_SAFE_INTEGER;
    const folded = foldGroup(view, row.group, { known, actor, now, seq });
    if (!folded.ok) {
      ahead.refusals.set(row.id, folded.problem);
      continue;
    }
    for (const [key, record] of folded.changes) {
      ahead.changes.set(key, record);
      ahead.rows.set(key, row);
    }
  }
  return ahead;
}
