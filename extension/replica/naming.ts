import { School } from '../../shared/cluster/schools.ts';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { nameKey, namesIn } from '../../shared/evidence/page-bearing.ts';
import type { Record } from '../../shared/record.ts';
import { type Database, getMeta, type NamingRow, setMeta } from './database.ts';
import { recordsOfKind } from './records-of-kind.ts';

/** Entries that are looked through at once, and the rest between, in milliseconds: whoever reads is never held up. */
const batch = 100;
const rest = 20;
/** So many batches are noted together: whatever is shown of a school is read anew each time. */
const together = 50;

/**
 * Looks for the schools' names in every entry of the base, change by change, and notes where they stand. No words are
 * kept. A name that is new to the cluster is looked for from the beginning.
 */
export function createNaming(db: Database) {
  const ofEvidence = (after: number) =>
    db.records.where('[kind+seq]').between([Evidence.kind, after], [Evidence.kind, Infinity], false, true);

  const namesNow = async (): Promise<string[]> =>
    (await recordsOfKind(db, School.kind)).flatMap((record) => nameKey(School.read(record)?.name ?? '') ?? []);

  /** Where to go on; from the beginning, where another copy of the cluster came or a name was given. */
  const begin = async (names: readonly string[]) => {
    const [known, cursor = 0] = await Promise.all([getMeta(db, 'named'), getMeta(db, 'cursor')]);
    if (known && known.seq <= cursor && names.every((name) => known.names.includes(name))) return known;
    const anew = { seq: 0, names: [...names] };
    await db.transaction('rw', db.named, db.meta, () => Promise.all([db.named.clear(), setMeta(db, 'named', anew)]));
    return anew;
  };

  /** The next changes. What reached the log in one moment has one number, and is never cut. */
  const next = async (after: number): Promise<Record[]> => {
    const found = await ofEvidence(after).limit(batch).toArray();
    const last = found.at(-1)?.seq;
    if (last === undefined) return [];
    const whole = await db.records.where('[kind+seq]').equals([Evidence.kind, last]).toArray();
    return [...found.filter(({ seq }) => seq < last), ...whole];
  };

  /** Looks through the next changes; answers whether there may be more. */
  const step = async (signal: AbortSignal): Promise<boolean> => {
    const { seq: before, names } = await begin(await namesNow());
    let seq = before;
    const rows = new Map<string, NamingRow | undefined>();
    let more = true;
    for (let i = 0; i < together && more && !signal.aborted; i++) {
      const found = await next(seq);
      for (const record of found) {
        const body = Evidence.read(record);
        const named = body ? namesIn(body, names) : [];
        rows.set(record.id, named.length > 0 ? { id: record.id, names: named } : undefined);
      }
      seq = found.at(-1)?.seq ?? seq;
      more = found.length > 0;
      if (more) await new Promise((resolve) => setTimeout(resolve, rest));
    }
    if (seq === before) return false;
    await db.transaction('rw', db.named, db.meta, async () => {
      // The cluster was left, or a view beside this one began anew.
      if ((await getMeta(db, 'named'))?.names.join() !== names.join()) return;
      await db.named.bulkDelete([...rows.keys()].filter((id) => !rows.get(id)));
      await db.named.bulkPut([...rows.values()].filter((row) => row !== undefined));
      await setMeta(db, 'named', { seq, names });
    });
    return more;
  };

  return {
    /** Looks through every change that was not yet. */
    async catchUp(signal: AbortSignal): Promise<void> {
      while (!signal.aborted && (await step(signal)));
    },
  };
}
