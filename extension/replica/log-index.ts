import { Dexie, liveQuery, type PromiseExtended } from 'dexie';
import { Evidence } from '../../shared/evidence/evidence.ts';
import type { Record } from '../../shared/record.ts';
import { type Database, getMeta } from './database.ts';
import type { AtOnce, EvidenceAhead } from './entries.ts';
import { keepRows, readKeptRows, worthAnew, worthKeeping } from './kept-rows.ts';
import { addRows, type LogRow, placeOf, rowOf } from './log-rows.ts';
import { createPauses } from './short-pause.ts';

/** So many are read at first, to be shown at once; then so many at a time, so that a screen never waits long. */
const chunks = { first: 50, next: 500 };
/** Milliseconds between two tellings while there is more to read. */
const pace = 150;

const { kind } = Evidence;

/** The log as it is known at a moment. */
export interface LogNow {
  /** The base, newest first. */
  rows: readonly LogRow[];
  /** What the outbox lays over it. */
  ahead: EvidenceAhead;
  /** Whether every row was read; and its words, where they were asked for. */
  whole: boolean;
}

export interface LogIndex {
  /** From now on rows have their words. */
  wantWords(): void;
}

interface Options {
  ahead(): Promise<EvidenceAhead>;
  atOnce: AtOnce;
  /** Rows with their words are kept on disk, and read from there first: for a page on which the log is searched. */
  keeps?: boolean;
  tell(now: LogNow): void;
  /** The database is gone or broken; what was told last is the best there is. */
  failed(error: unknown): void;
  signal: AbortSignal;
}

/** Where the base stands, what the outbox lays over it, and what has changed since it was looked at last. */
interface Look {
  cursor: number;
  over: EvidenceAhead;
  changed?: Record[];
}

/**
 * Reads the log's base from its newest entry on, a chunk at a time, into one small row for each entry, and keeps it in
 * step with what is synced and with what waits. Once words are asked for it keeps them too, about as many bytes as an
 * entry has letters: then a hundred thousand entries are looked through in some ten milliseconds, and no index of words
 * has to be stored or synced.
 */
export function createLogIndex(
  db: Database,
  { ahead, atOnce, keeps = false, tell, failed, signal }: Options,
): LogIndex {
  let rows: LogRow[] = [];
  const byId = new Map<string, LogRow>();
  let laidOver: EvidenceAhead = { records: [], hidden: new Set() };
  let withWords = false;
  let whole = false;
  let readings = 0;
  /** Every change up to this sequence number was taken. */
  let taken = 0;
  let toldAt = 0;

  const tellNow = () => {
    toldAt = performance.now();
    if (!signal.aborted) tell({ rows: [...rows], ahead: laidOver, whole });
  };

  const put = (records: readonly Record[]) => putRows(records.map((record) => rowOf(record, withWords)));

  const putRows = (more: readonly LogRow[]) => {
    const fresh: LogRow[] = [];
    for (const row of more) {
      const before = byId.get(row.id);
      // What was read a moment ago may be older than what was pushed meanwhile.
      if (before && before.seq > row.seq) continue;
      byId.set(row.id, row);
      if (!before) fresh.push(row);
      else {
        const at = placeOf(rows, before);
        // What is in the log never moves, nor does what was erased.
        row.at = before.at;
        rows[at] = row;
      }
    }
    rows = addRows(rows, fresh);
  };

  /** What was erased has no time, and so no place in the index over times. */
  const readErased = async (): Promise<Record[]> => {
    const all = db.records.where('[kind+id]').between([kind, ''], [kind, '\uffff']);
    const timed = db.records.where('[kind+body.at]').between([kind, -Infinity], [kind, Infinity]);
    const [count, countTimed] = await Promise.all([all.count(), timed.count()]);
    if (count === countTimed) return [];
    const keys = (await all.primaryKeys()).filter(([, id]) => !byId.has(id));
    return (await db.records.bulkGet(keys)).filter((record) => record !== undefined);
  };

  const read = async () => {
    const reading = ++readings;
    const over = () => reading !== readings || signal.aborted;
    whole = false;
    let before = Infinity;
    let most = chunks.first;
    for (;;) {
      const found = await db.records
        .where('[kind+body.at]')
        .between([kind, -Infinity], [kind, before], true, true)
        .reverse()
        .limit(most)
        .toArray();
      if (over()) return;
      put(found);
      if (found.length < most) break;
      const isFirst = before === Infinity;
      if (isFirst || performance.now() - toldAt > pace) tellNow();
      const restored = isFirst && keeps && withWords ? await restore(over) : undefined;
      if (over()) return;
      if (restored !== undefined) {
        whole = true;
        tellNow();
        if (restored > worthAnew) keep();
        return;
      }
      const at = rowOf(found[found.length - 1] as Record, false).at;
      // As many as reached the log in one moment must be read at once, or there would be no way past them.
      most = at === before ? most * 2 : chunks.next;
      before = at;
    }
    const erased = await readErased();
    if (over()) return;
    put(erased);
    whole = true;
    tellNow();
    if (keeps && withWords) keep();
  };

  /** Takes rows from what was kept of them; answers how many have changed since, and nothing where none were kept. */
  const restore = async (over: () => boolean): Promise<number | undefined> => {
    const kept = await readKeptRows(db);
    if (!kept || over()) return undefined;
    const breathe = createPauses();
    for (let from = 0; from < kept.rows.length; from += chunks.next) {
      putRows(kept.rows.slice(from, from + chunks.next));
      await breathe();
      if (over()) return undefined;
    }
    put(kept.changed);
    return kept.changed.length;
  };

  const keep = () => {
    if (rows.length >= worthKeeping) keepRows(db, [...rows], taken).catch(failed);
  };

  const begin = (cursor: number) => {
    rows = [];
    byId.clear();
    taken = cursor;
    read().catch(failed);
  };

  /** Base and outbox at one moment: what leaves the one is in the other, and nothing flickers. */
  const look = (): PromiseExtended<Look> =>
    Dexie.Promise.all([getMeta(db, 'cursor'), ahead()] as const).then(([cursor = 0, over]): PromiseLike<Look> => {
      // An older copy was restored, or all of it was wiped: begin again.
      if (readings === 0 || cursor < taken) return Dexie.Promise.resolve({ cursor, over });
      const since = db.records.where('[kind+seq]').between([kind, taken], [kind, Infinity], false, true);
      return since.toArray((changed) => ({ cursor, over, changed }));
    });
  const watching = liveQuery(() => atOnce(look)).subscribe({
    next: ({ cursor, over, changed }) => {
      laidOver = over;
      if (!changed) {
        begin(cursor);
        return;
      }
      put(changed);
      taken = changed.reduce((seq, record) => Math.max(seq, record.seq), taken);
      tellNow();
    },
    error: (error) => failed(error),
  });
  signal.addEventListener('abort', () => watching.unsubscribe(), { once: true });

  return {
    wantWords() {
      if (withWords) return;
      withWords = true;
      if (readings === 0) return;
      read().catch(failed);
      tellNow();
    },
  };
}
